import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('reading providers', () => {
  it('other hosts (Python)', async () => {
    const files = {
      'app/use.py': `
import os
from openai import OpenAI, AzureOpenAI
router = OpenAI(base_url="https://openrouter.ai/api/v1", api_key="k")
deep = OpenAI(base_url=os.getenv("BASE", "https://api.deepseek.com"))
local = OpenAI(base_url="http://localhost:11434/v1", api_key="ollama")
azure = AzureOpenAI(azure_endpoint="https://x.openai.azure.com", api_version="2024-10-21")
env = OpenAI(base_url=os.environ["LLM_URL"])
m = [{"role": "user", "content": "Hi."}]
router.chat.completions.create(model="anthropic/claude-sonnet-5-5", messages=m)
deep.chat.completions.create(model="deepseek-chat", messages=m)
local.chat.completions.create(model="llama3", messages=m)
azure.chat.completions.create(model="my-deployment", messages=m)
env.chat.completions.create(model="gpt-5.4", messages=m)
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/use.py'), [
      'call openai-chat openrouter anthropic/claude-sonnet-5-5 (literal) cap absent',
      '  user: Hi.',
      'call openai-chat deepseek deepseek-chat (literal) cap absent',
      '  user: Hi.',
      'call openai-chat ollama llama3 (literal) cap absent',
      '  user: Hi.',
      'call openai-chat azure my-deployment (literal) cap absent',
      '  user: Hi.',
      'call openai-chat ? gpt-5.4 (literal) cap absent',
      '  user: Hi.',
    ]);
  });

  it('whoever a gateway passes calls on to (TypeScript)', async () => {
    const source = `
import OpenAI from 'openai';
const ask = { model: 'some-model', input: 'Hi.' };
new OpenAI({ baseURL: 'https://oai.helicone.ai/v1' }).responses.create(ask);
new OpenAI({ baseURL: \`https://gateway.ai.cloudflare.com/v1/\${env.ACCOUNT}/desk/groq\` }).responses.create(ask);
new OpenAI({ baseURL: 'https://gateway.ai.cloudflare.com/v1/1234/desk/google-ai-studio/v1beta/openai' }).responses.create(ask);
new OpenAI({ baseURL: \`https://gateway.ai.cloudflare.com/v1/\${env.ACCOUNT}/desk/\${env.WHOSE}\` }).responses.create(ask);
new OpenAI({ baseURL: \`https://bedrock-runtime.\${env.REGION}.amazonaws.com/openai/v1\` }).responses.create(ask);
new OpenAI({ baseURL: 'https://abc.execute-api.eu-west-1.amazonaws.com/openai/v1' }).responses.create(ask);
new OpenAI({ baseURL: \`https://\${env.RESOURCE}.openai.azure.com/openai/v1\` }).responses.create(ask);
new OpenAI({ baseURL: \`https://\${env.HOST}/v1\` }).responses.create(ask);
`;
    const lines = await sketchesOf({ 'use.ts': source }, 'use.ts');
    assert.deepEqual(
      lines.filter(line => line.startsWith('call')).map(line => line.split(' ')[2]),
      ['openai', 'groq', 'google', '?', 'aws', '?', 'azure', '?'],
    );
  });

  it('one of several, each with a model of its own (Python)', async () => {
    const source = `
from openai import OpenAI
VENDORS = {
    "openai": {"model": "gpt-5.4", "url": None},
    "deepseek": {"model": "deepseek-chat", "url": "https://api.deepseek.com"},
}
def ask(vendor, own):
    client = OpenAI(base_url=VENDORS[vendor]["url"])
    client.responses.create(model=VENDORS[vendor]["model"], input="Hi.")
    client.responses.create(model="gpt-5.4", input="Hi.")
    client.responses.create(model="deepseek-chat", input="Hi.")
`;
    assert.deepEqual(
      (await sketchesOf({ 'use.py': source }, 'use.py')).filter(line => !line.startsWith(' ')),
      [
        'call openai-responses ? ? one of gpt-5.4, deepseek-chat (constant) cap absent WRAPPER',
        'call openai-responses openai gpt-5.4 (literal) cap absent',
        'call openai-responses deepseek deepseek-chat (literal) cap absent',
      ],
    );
  });

  it('a base URL that may be left out (Python)', async () => {
    const source = `
from openai import OpenAI
class Shop:
    def __init__(self, api_key, base_url=None):
        self.client = OpenAI(api_key=api_key, base_url=base_url)
    def ask(self):
        return self.client.chat.completions.create(model="gpt-5.4", messages=[{"role": "user", "content": "Hi."}])
`;
    assert.deepEqual(await sketchesOf({ 'a.py': source }, 'a.py'), ['call openai-chat openai gpt-5.4 (literal) cap absent', '  user: Hi.']);
  });

  it('a base URL that is the client’s own where no other is set (Python)', async () => {
    const source = `
import os
from openai import OpenAI
def make():
    client = OpenAI()
    client.base_url = os.getenv("ADDRESS", client.base_url)
    return client
make().responses.create(model="gpt-5.4", input="Hi.")
other = OpenAI(base_url="https://api.deepseek.com")
OpenAI(base_url=other.base_url).responses.create(model="deepseek-chat", input="Hi.")
`;
    assert.deepEqual(
      (await sketchesOf({ 'a.py': source }, 'a.py')).filter(line => line.startsWith('call')),
      ['call openai-responses openai gpt-5.4 (literal) cap absent', 'call openai-responses deepseek deepseek-chat (literal) cap absent'],
    );
  });

  it('azure or openai (Python)', async () => {
    const files = {
      'use.py': `
import os
from openai import OpenAI, AzureOpenAI
client = AzureOpenAI() if os.getenv("AZURE") else OpenAI()
client.chat.completions.create(model="gpt-5.4", messages=[{"role": "user", "content": "Hi."}])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), ['call openai-chat ? gpt-5.4 (literal) cap absent', '  user: Hi.']);
  });

  it('a table of base URLs, one of which is none (Python)', async () => {
    const files = {
      'use.py': `
import os
from openai import OpenAI
HOSTS = {"openai": {"base_url": None}, "deepseek": {"base_url": "https://api.deepseek.com/v1"}}
def ask(name, host, model):
    client = OpenAI(**HOSTS[host])
    return client.chat.completions.create(model=model, messages=[{"role": "user", "content": f"Hi {name}."}])
def either(host):
    ask("A", host, "my-tuned-model")
    ask("B", host, "gpt-5.4")
    ask("C", host, "deepseek-chat")
    ask("D", "openai", "my-tuned-model")
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.py'), [
      'call openai-chat ? ? comes from the parameter model (caller) cap absent WRAPPER',
      '  user: Hi {name ~unknown}.',
      'wrapper-call openai-chat ? my-tuned-model (constant) cap absent via ask',
      '  user: Hi A.',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap absent via ask',
      '  user: Hi B.',
      'wrapper-call openai-chat deepseek deepseek-chat (constant) cap absent via ask',
      '  user: Hi C.',
      'wrapper-call openai-chat openai my-tuned-model (constant) cap absent via ask',
      '  user: Hi D.',
    ]);
  });

  it('a base URL that one of several providers comes with (JavaScript)', async () => {
    const files = {
      'use.ts': `
import { initChatModel } from 'langchain/chat_models/universal';
function placeOf(name: string): { model: string; provider: string; baseUrl?: string } {
  if (name.startsWith('gpt-')) return { model: name, provider: 'openai' };
  if (name.startsWith('claude-')) return { model: name, provider: 'anthropic' };
  return { model: name.replace('local-', ''), provider: 'ollama', baseUrl: process.env.LOCAL_URL || 'http://localhost:11434' };
}
export async function ask(name: string) {
  const { model, provider, baseUrl } = placeOf(name);
  const chat = await initChatModel(model, { modelProvider: provider, ...(baseUrl ? { baseUrl } : {}) });
  return chat.invoke('Hi.');
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.ts'), [
      'constructor langchain ? ? depends on name.replace() (computed while the program runs) (caller) cap absent',
      'call langchain ? ? depends on name.replace() (computed while the program runs) (caller) cap absent WRAPPER',
      '  user: Hi.',
    ]);
  });

  it('a base URL that is set under a condition (JavaScript)', async () => {
    const files = {
      'use.ts': `
import OpenAI from 'openai';
const messages = [{ role: 'user', content: 'Hi.' }];
export function own(url: string) {
  const options: { apiKey: string; baseURL?: string } = { apiKey: 'k' };
  if (url) options.baseURL = url;
  return new OpenAI(options).chat.completions.create({ model: 'gpt-5.4', messages });
}
export function either(router: boolean, model: string) {
  const options: { apiKey: string; baseURL?: string } = { apiKey: 'k' };
  if (router) options.baseURL = 'https://openrouter.ai/api/v1';
  return new OpenAI(options).chat.completions.create({ model: 'my-tuned-model', messages });
}
`,
    };
    assert.deepEqual(await sketchesOf(files, 'use.ts'), [
      'call openai-chat openai gpt-5.4 (literal) cap absent',
      '  user: Hi.',
      'call openai-chat ? my-tuned-model (literal) cap absent',
      '  user: Hi.',
    ]);
  });

  it('are not told by a model’s name where a class of the project asks for it (Python, TypeScript)', async () => {
    const python = `
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_openai import ChatOpenAI

class Gateway(BaseChatModel):
    model: str
    def _generate(self, messages, stop=None, run_manager=None, **kwargs): ...

class Own(ChatOpenAI):
    pass

Gateway(model="gpt-5.4").invoke("One.")
Own(model="gpt-5.4").invoke("Two.")
`;
    const typescript = `
import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { ChatOpenAI } from '@langchain/openai';
class Gateway extends BaseChatModel {}
class Own extends ChatOpenAI {}
await new Gateway({ model: 'gpt-5.4' }).invoke('One.');
await new Own({ model: 'gpt-5.4' }).invoke('Two.');
`;
    const heads = async (file: string, source: string) =>
      (await sketchesOf({ [file]: source }, file)).filter(line => line.startsWith('call'));
    const expected = ['call langchain ? gpt-5.4 (constant) cap absent', 'call langchain openai gpt-5.4 (constant) cap absent'];
    assert.deepEqual(await heads('use.py', python), expected);
    assert.deepEqual(await heads('use.ts', typescript), expected);
  });
});
