import assert from 'node:assert/strict';
import { createCatalogue } from '../../../../src/core/prices/catalogue';
import { conflicts } from '../../../../src/core/routing/compatibility';
import { thinkingOf } from '../../../../src/core/routing/thinking';
import { analyseIn } from '../rules/fixture/project';

const AT = new Date('2026-11-20T12:00:00Z');
const catalogue = createCatalogue();

async function quoteOf(text: string, name = 'call.py') {
  const uri = `file:///project/${name}`;
  const analysed = await analyseIn(new Map([[uri, text]]), uri);
  const [quote] = analysed.quotes;
  assert.ok(quote, 'the text has a call');
  return quote;
}

async function against(provider: string, to: string, text: string, name?: string): Promise<readonly string[]> {
  const facts = catalogue.find(provider, to, AT);
  assert.ok(facts);
  return conflicts(await quoteOf(text, name), facts).map(({ why }) => why);
}

const chat = (options: string, model = 'gpt-4o') => `from openai import OpenAI

client = OpenAI(api_key="k", max_retries=2)
client.chat.completions.create(model="${model}", messages=[{"role": "user", "content": "Hello"}]${options})
`;
const claude = (options: string, messages = '[{"role": "user", "content": "Hello"}]') => `import anthropic

anthropic.Anthropic().messages.create(model="claude-sonnet-4-5", max_tokens=8000, messages=${messages}${options})
`;

describe('what stands against another model', () => {
  it('is nothing for a request that asks for nothing special', async () => {
    assert.deepEqual(await against('openai', 'gpt-6-luna', chat(', stream=True, user="u", max_completion_tokens=5000')), []);
    assert.deepEqual(await against('anthropic', 'claude-haiku-5-5', claude(', metadata={"user_id": "u"}')), []);
  });

  it('is a parameter that it refuses, at another value than the default', async () => {
    assert.deepEqual(await against('openai', 'gpt-6-luna', chat(', temperature=0')), ['gpt-6-luna refuses `temperature`']);
    assert.deepEqual(await against('openai', 'gpt-6-luna', chat(', temperature=1')), []);
    assert.deepEqual(await against('openai', 'gpt-6-luna', chat(', temperature=None')), []);
    assert.deepEqual(await against('openai', 'o3', chat(', max_tokens=5000')), ['o3 refuses `max_tokens`']);
    assert.deepEqual(await against('anthropic', 'claude-haiku-5-5', claude(', temperature=0.2')), [
      'claude-haiku-5-5 refuses `temperature`',
    ]);
    assert.deepEqual(await against('anthropic', 'claude-haiku-4-5', claude(', temperature=0.2')), []);
  });

  it('depends on whether the model would think', async () => {
    assert.deepEqual(await against('openai', 'gpt-5.1', chat(', temperature=0')), [], 'it thinks only if it is asked to');
    assert.deepEqual(await against('openai', 'gpt-5.1', chat(', temperature=0, reasoning_effort="low"')), [
      'gpt-5.1 refuses `temperature` while it thinks',
    ]);
    assert.deepEqual(await against('openai', 'gpt-5.4', chat(', temperature=0')), [
      'gpt-5.4 refuses `temperature` while it thinks, and it is not known whether it would',
    ]);
    assert.deepEqual(await against('openai', 'gpt-5.4', chat(', temperature=0, reasoning_effort="none"')), []);
  });

  it('is a parameter of which nothing is known', async () => {
    assert.deepEqual(await against('openai', 'gpt-6-luna', chat(', seed=1')), ['it is not known whether gpt-6-luna accepts `seed`']);
    assert.deepEqual(await against('openai', 'gpt-6-luna', chat(', service_tier="flex"')), [
      'it is not known whether gpt-6-luna accepts `service_tier`',
    ]);
    assert.deepEqual(await against('openai', 'gpt-6-luna', chat(', **options()')), ['parameters that are passed on are not in sight']);
  });

  it('is nothing that says where the request is sent, and what the program does with it', async () => {
    const langchain = `import httpx
from langchain_openai import ChatOpenAI

llm = ChatOpenAI(model="gpt-4o", openai_api_base="https://api.openai.com/v1", http_async_client=httpx.AsyncClient(), rate_limiter=limits())
llm.invoke("Hello")
`;
    assert.deepEqual(await against('openai', 'gpt-6-luna', langchain), []);
    const gemini = `from google import genai
from google.genai import types

client = genai.Client(vertexai=True, project="shop", location="europe-west4", debug_config=debug())
client.models.generate_content(
    model="gemini-2.0-flash-lite", contents="Hello", config=types.GenerateContentConfig(safety_settings=strict(), max_output_tokens=9000)
)
`;
    assert.deepEqual(await against('google', 'gemini-3.5-flash-lite', gemini), []);
    const agent = `from claude_agent_sdk import ClaudeAgentOptions, query

async def hello():
    options = ClaudeAgentOptions(model="claude-sonnet-4-5", system_prompt="Be kind.", cwd="/shop", permission_mode="plan", mcp_servers=servers())
    async for part in query(prompt="Hello", options=options):
        print(part)
`;
    assert.deepEqual(
      (await against('anthropic', 'claude-sonnet-4-6', agent)).filter(why => why.includes('accepts')),
      [],
    );
    const java = `import dev.langchain4j.model.openai.OpenAiChatModel;

class Hello {
    String hello() {
        return OpenAiChatModel.builder().apiKey("k").modelName("gpt-4o").listeners(all).logRequests(true).logResponses(true)
            .httpClientBuilder(http).returnThinking(false).build().chat("Hello");
    }
}
`;
    assert.deepEqual(await against('openai', 'gpt-6-luna', java, 'Hello.java'), []);
  });

  it('is a reasoning effort that it doesn’t have', async () => {
    assert.deepEqual(await against('openai', 'gpt-6.1-sol', chat(', reasoning_effort="none"', 'gpt-6-sol')), [
      'gpt-6.1-sol has no reasoning effort `none`',
    ]);
    assert.deepEqual(await against('openai', 'gpt-4.1', chat(', reasoning_effort="low"', 'gpt-5')), [
      'gpt-4.1 doesn’t reason, and refuses an effort',
    ]);
    assert.deepEqual(await against('openai', 'gpt-6-luna', chat(', reasoning_effort="low"', 'gpt-5')), []);
  });

  it('is what newer Claude models refuse: prefill, forced tools, budgets, thinking switched off', async () => {
    const prefilled = '[{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "{"}]';
    assert.deepEqual(await against('anthropic', 'claude-sonnet-4-6', claude('', prefilled)), [
      'claude-sonnet-4-6 refuses an answer that is begun in the request',
    ]);
    const budget = ', thinking={"type": "enabled", "budget_tokens": 2000}';
    assert.deepEqual(await against('anthropic', 'claude-opus-4-8', claude(budget)), ['claude-opus-4-8 refuses `budget_tokens`']);
    assert.deepEqual(await against('anthropic', 'claude-opus-5-5', claude(', thinking={"type": "disabled"}')), [
      'claude-opus-5-5 refuses thinking switched off',
    ]);
    const tools = ', tools=[{"name": "find", "input_schema": {"type": "object"}}]';
    assert.deepEqual(await against('anthropic', 'claude-opus-5-5', claude(`${tools}, tool_choice={"type": "any"}`)), [
      'claude-opus-5-5 refuses `tool_choice`',
    ]);
    assert.deepEqual(await against('anthropic', 'claude-opus-5-5', claude(`${tools}, tool_choice={"type": "auto"}`)), []);
  });

  it('is tools in a chat completion, where the model thinks', async () => {
    const tools = ', tools=[{"type": "function", "function": {"name": "find", "parameters": {}}}]';
    assert.deepEqual(await against('openai', 'gpt-6-luna', chat(tools)), ['gpt-6-luna refuses tools in a chat completion while it thinks']);
    assert.deepEqual(await against('openai', 'gpt-6-luna', chat(`${tools}, reasoning_effort="none"`)), []);
  });

  it('is a capability in use that it lacks', async () => {
    const schema = ', response_format={"type": "json_schema", "json_schema": {"name": "a", "schema": {"type": "object"}}}';
    assert.deepEqual(await against('openai', 'gpt-4-turbo', chat(schema)), ['gpt-4-turbo has no structured output']);
    const image = chat('').replace('"Hello"', '[{"type": "image_url", "image_url": {"url": "https://example.com/a.png"}}]');
    assert.deepEqual(await against('openai', 'o3-mini', image), ['o3-mini has no image input']);
    assert.deepEqual(await against('openai', 'gpt-4.1', image), []);
  });

  it('is a window or an output limit that is too small', async () => {
    const long = chat('').replace('Hello', 'one two three four '.repeat(3000));
    assert.deepEqual(await against('openai', 'gpt-4', long), ['the request doesn’t fit gpt-4, which takes 8,192 tokens']);
    const open = chat('', 'gpt-4o').replace('"Hello"', 'question()');
    assert.deepEqual(await against('openai', 'gpt-4', open), [
      'it is not known whether the request always fits gpt-4, which takes 8,192 tokens',
    ]);
    assert.deepEqual(await against('openai', 'gpt-4.1', open), []);
  });

  it('is a cap that leaves no room to think', async () => {
    assert.deepEqual(await against('openai', 'gpt-6-luna', chat(', max_completion_tokens=50')), [
      'gpt-6-luna thinks unless told not to, and the cap of 50 tokens counts that too',
    ]);
    assert.deepEqual(await against('openai', 'gpt-4.1', chat(', max_completion_tokens=50')), []);
  });

  it('is another API, another seller, and a model of which nothing is known', async () => {
    const embedding = `import { openai } from '@ai-sdk/openai';
import { embed } from 'ai';

await embed({ model: openai.embedding('text-embedding-3-large'), value: 'Hello' });
`;
    assert.deepEqual(await against('openai', 'gpt-6-luna', embedding, 'call.ts'), [
      'gpt-6-luna answers another API than vercel-ai-embeddings',
    ]);
    assert.match((await against('anthropic', 'claude-haiku-4-5', chat(''))).join(), /sold by anthropic/);
    assert.deepEqual(await against('openai', 'gpt-5.1-codex-max', chat('')), ['it is not known whether gpt-5.1 has text output']);
  });

  it('is found in TypeScript’s options and in prompt files as well', async () => {
    const generate = `import { openai } from '@ai-sdk/openai';
import { generateText } from 'ai';

await generateText({ model: openai('gpt-4o'), prompt: 'Hello', temperature: 0, topP: 1, maxOutputTokens: 5000 });
`;
    assert.deepEqual(await against('openai', 'gpt-6-luna', generate, 'call.ts'), ['gpt-6-luna refuses `temperature`']);
    const prompty = `---
model:
  api: chat
  configuration: { type: openai, name: gpt-4o }
  parameters: { temperature: 0.2, max_tokens: 5000 }
---
user:
Hello
`;
    assert.deepEqual(await against('openai', 'gpt-6-luna', prompty, 'call.prompty'), [
      'gpt-6-luna refuses `temperature`',
      'gpt-6-luna refuses `max_tokens`',
    ]);
  });
});

describe('whether a request lets its model think', () => {
  it('is told by the request before the model’s default', async () => {
    const thinking = async (text: string, provider: string, id: string, name?: string) => {
      const facts = catalogue.find(provider, id, AT);
      assert.ok(facts);
      return thinkingOf((await quoteOf(text, name)).site, facts);
    };
    assert.equal(await thinking(chat(''), 'openai', 'gpt-4o'), 'off');
    assert.equal(await thinking(chat(''), 'openai', 'gpt-5'), 'on');
    assert.equal(await thinking(chat(''), 'openai', 'gpt-5.4'), 'unknown');
    assert.equal(await thinking(chat(', reasoning_effort="none"'), 'openai', 'gpt-6-luna'), 'off');
    assert.equal(await thinking(chat(', reasoning_effort=level'), 'openai', 'gpt-6-luna'), 'unknown');
    assert.equal(await thinking(claude(''), 'anthropic', 'claude-sonnet-4-5'), 'off');
    assert.equal(await thinking(claude(''), 'anthropic', 'claude-opus-5'), 'on');
    assert.equal(await thinking(claude(', thinking={"type": "disabled"}'), 'anthropic', 'claude-opus-5'), 'off');
    assert.equal(await thinking(chat(', **more'), 'openai', 'gpt-5'), 'unknown');
    const responses = `import OpenAI from 'openai';

await new OpenAI().responses.create({ model: 'gpt-5', input: 'Hello', reasoning: { effort: 'low', summary: 'auto' } });
`;
    assert.equal(await thinking(responses, 'openai', 'gpt-5', 'call.ts'), 'on');
  });
});
