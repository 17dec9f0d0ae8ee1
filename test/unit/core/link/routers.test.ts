import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

/** A project whose every call goes through a function that makes the client of one of some thirty providers. */
function routed(): Readonly<Record<string, string>> {
  const branches = Array.from(
    { length: 30 },
    (_, index) => `    ${index === 0 ? 'if' : 'elif'} provider == "p${index}":
        llm = ChatOpenAI(base_url="https://p${index}.example/v1", **kwargs)
`,
  );
  return {
    'router.py': `from langchain_openai import ChatOpenAI

class Provider:
    def __init__(self, llm):
        self.llm = llm

    async def answer(self, messages):
        return await self.llm.ainvoke(messages)

def provider_for(provider, **kwargs):
${branches.join('')}    else:
        raise ValueError(provider)
    return Provider(llm)

async def ask(messages, model, provider):
    return await provider_for(provider, model=model, max_tokens=900).answer(messages)
`,
    'main.py': `from router import ask

async def title(text, provider):
    return await ask([("user", "Name it in five words.")], "gpt-5.4", provider)
`,
  };
}

describe('clients made by one function for many providers', () => {
  it('say the model and cap that all of them are given', async () => {
    assert.deepEqual(await sketchesOf(routed(), 'main.py'), [
      'wrapper-call langchain ? gpt-5.4 (constant) cap 900 via ask > answer',
      '  user: Name it in five words.',
    ]);
  });

  it('a table of many rows that share the functions which make the request (TypeScript)', async () => {
    const rows = Array.from(
      { length: 50 },
      (_, index) => `  'm-${index}': { limits: { chat: { deep: { tokens: ${100 + index} } } }, make: ${index % 2 ? 'made' : 'bare'} },`,
    );
    const files = {
      'table.ts': `
const made = (model: string, text: string, tokens: number) => ({ model, max_tokens: tokens, messages: [{ role: 'user', content: text }] });
const bare = (model: string, text: string, tokens: number) => made(model, text.trim(), tokens);
export const TABLE: Record<string, any> = {
${rows.join('\n')}
};
`,
      'main.ts': `
import OpenAI from 'openai';
import { TABLE } from './table';

const client = new OpenAI();
const ask = async (model: string, text: string) => {
  const row = TABLE[model];
  return client.chat.completions.create(row.make(model, text, row.limits.chat.deep.tokens));
};
export const title = (model: string) => ask(model, 'Name it.');
export const fixed = () => ask('m-7', 'Name it.');
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.ts'), [
      'call openai-chat openai ? comes from the parameter model (caller) cap 149 WRAPPER',
      '  user: [{text.trim() ~unknown} | {text ~unknown}]',
      'wrapper-call openai-chat openai ? comes from the parameter model (caller) cap 149 via ask WRAPPER',
      '  user: Name it.',
      'wrapper-call openai-chat openai m-7 (constant) cap 107 via ask',
      '  user: Name it.',
    ]);
  });

  it('functions of one name in two files, whatever number of parameters each has (TypeScript)', async () => {
    const provider = (make: string, params: string, model: string) => `
${make}
export async function complete(${params}) {
  return client.chat.completions.create({ model: '${model}', messages });
}
`;
    const files = {
      'one.ts': provider("import OpenAI from 'openai';\nconst client = new OpenAI();", 'messages: any[]', 'gpt-5.4'),
      'two.ts': provider(
        "import Groq from 'groq-sdk';\nconst client = new Groq();",
        'messages: any[], user: string',
        'llama-3.3-70b-versatile',
      ),
      'main.ts': `
import * as one from './one';
import * as two from './two';
const providers = { one, two };
export const ask = (name: 'one' | 'two', text: string) => providers[name].complete([{ role: 'user', content: text }], 'me');
`,
    };
    const sketches = await sketchesOf(files, 'main.ts');
    assert.match(sketches[0] ?? '', /^wrapper-call openai-chat \? \? one of gpt-5\.4, llama-3\.3-70b-versatile/);
  });
});
