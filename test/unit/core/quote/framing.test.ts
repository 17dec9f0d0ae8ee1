import assert from 'node:assert/strict';
import { analyseIn } from '../rules/fixture/project';

const FILE = 'file:///project/ask.py';
const partsOf = async (source: string) => {
  const [quote] = (await analyseIn(new Map([[FILE, source]]), FILE)).analysis.quotes;
  assert.ok(quote);
  return {
    cap: quote.outputCapWhy,
    input: quote.inputTokens,
    parts: new Map(quote.parts.map(({ label, tokens }) => [label, tokens.value])),
  };
};

const ASKED = 'messages=[{"role": "user", "content": "Hi"}]';

describe('the framing of a chat', () => {
  it('is counted wherever OpenAI’s API is served, by any client', async () => {
    const calls = [
      `from openai import OpenAI\nOpenAI(base_url="https://openrouter.ai/api/v1").chat.completions.create(model="openai/gpt-5.4", ${ASKED})\n`,
      `from litellm import completion\ncompletion(model="openrouter/openai/gpt-5.4", ${ASKED})\n`,
      `import requests\nrequests.post("https://openrouter.ai/api/v1/chat/completions", json={"model": "openai/gpt-5.4", ${ASKED.replace('messages=', '"messages": ')}})\n`,
    ];
    for (const call of calls) {
      const { input, parts } = await partsOf(call);
      assert.deepEqual([parts.get('framing'), input.value, input.basis], [7, 8, 'estimated'], call);
    }
  });

  it('is Anthropic’s where its models answer', async () => {
    const { input } = await partsOf(`from litellm import completion\ncompletion(model="anthropic/claude-opus-4-5", ${ASKED})\n`);
    assert.match(input.why, /Anthropic doesn't publish its framing/);
  });
});

describe('a text that is no message', () => {
  it('has no framing: a picture’s description, what is spoken, what is continued', async () => {
    const calls = [
      'images.generate(model="gpt-image-1", prompt="A red fox")',
      'audio.speech.create(model="gpt-4o-mini-tts", voice="alloy", input="A red fox")',
      'completions.create(model="gpt-3.5-turbo-instruct", prompt="A red fox")',
    ];
    for (const call of calls) {
      const { input, parts } = await partsOf(`from openai import OpenAI\nOpenAI().${call}\n`);
      assert.deepEqual([parts.get('framing'), input.value], [undefined, 3], call);
    }
  });
});

describe('the system prompt that tools bring at Anthropic', () => {
  const call = (model: string) =>
    `import anthropic\nimport os\nanthropic.Anthropic().messages.create(model=${model}, max_tokens=9, tools=[{"name": "find"}], ${ASKED})\n`;

  it('is that of the model, by whichever of its names it is called', async () => {
    const [dated, plain] = await Promise.all(['"claude-opus-4-5-20251101"', '"claude-opus-4-5"'].map(model => partsOf(call(model))));
    assert.deepEqual(dated?.parts, plain?.parts);
    assert.doesNotMatch(dated?.input.why ?? '', /system prompt for tools is not known/);
  });

  it('is a band where the model is not in sight', async () => {
    const { input } = await partsOf(call('os.environ["MODEL"]'));
    assert.match(input.why, /system prompt for tools is not known for a model that isn’t in sight: 286–675 tokens on other models/);
  });
});

describe('a request that stands in what is passed on', () => {
  it('is open-ended, and not nothing', async () => {
    const { input, cap } = await partsOf(
      'from openai import OpenAI\n\ndef pass_on(request):\n    return OpenAI().chat.completions.create(**request.json())\n',
    );
    assert.deepEqual([input.basis, input.high], ['estimated', Number.POSITIVE_INFINITY]);
    assert.equal(cap, 'max_completion_tokens may be set where it is not in sight');
  });
});
