import assert from 'node:assert/strict';
import { linkProject, sketchesOf } from '../../link-project';

describe('bounds of caps', () => {
  it('are the smaller or the larger of the numbers (Python)', async () => {
    const main = `from openai import OpenAI
client = OpenAI()
LIMIT = 640

def ask(text, limit=2000):
    return client.responses.create(model="gpt-5.4", input=f"Sum up: {text}", max_output_tokens=min(limit, 800))

def fixed(text, size):
    client.responses.create(model="gpt-5.4", input="Hello", max_output_tokens=max(LIMIT, 100))
    client.responses.create(model="gpt-5.4", input="Hello", max_output_tokens=min(len(text), LIMIT))
    client.responses.create(model="gpt-5.4", input="Hello", max_output_tokens=min([LIMIT, 100]))
    ask("it", 50)
    ask("it", 5000)
    ask("it")
`;
    const found = await sketchesOf({ 'main.py': main }, 'main.py');
    assert.deepEqual(
      found.filter(line => !line.startsWith('  ')).map(line => /cap (\w+)/.exec(line)?.[1]),
      ['800', '640', '640', 'unknown', '50', '800', '800'],
    );
  });

  it('are the most that can be, where the rest is worked out while the program runs', async () => {
    const main = `import OpenAI from 'openai';
const client = new OpenAI();
const most = (short: boolean) => (short ? 400 : 900);
export class Chat {
  used = 0;
  async ask(text: string, limit: number) {
    await client.responses.create({ model: 'gpt-5.4', input: text, max_output_tokens: Math.min(8000, 200_000 - this.used) });
    await client.responses.create({ model: 'gpt-5.4', input: text, max_output_tokens: Math.max(1, Math.min(700, 9000 - text.length)) });
    await client.responses.create({ model: 'gpt-5.4', input: text, max_output_tokens: Math.min(most(this.used > 9), text.length) });
    await client.responses.create({ model: 'gpt-5.4', input: text, max_output_tokens: Math.max(700, text.length) });
    this.used += text.length;
  }
}
`;
    const found = await linkProject({ 'main.ts': main }, 'main.ts');
    assert.deepEqual(
      found.sites.map(({ outputCap }) => [outputCap.state, outputCap.value, outputCap.atMost]),
      [
        ['set', 8000, true],
        ['set', 700, true],
        ['set', 900, true],
        ['unknown', undefined, undefined],
      ],
    );
  });

  for (const [file, text] of Object.entries({
    'main.ts': `import OpenAI from 'openai';
const client = new OpenAI();
export const ask = (short: boolean) =>
  client.responses.create({ model: 'gpt-5.4', input: 'Hello', max_output_tokens: Math.min(short ? 90 : 5000, 800) });
`,
    'Main.java': `import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.responses.ResponseCreateParams;

class Main {
  private final OpenAIClient client = OpenAIOkHttpClient.fromEnv();

  void ask() {
    client.responses().create(ResponseCreateParams.builder().model("gpt-5.4").input("Hello").maxOutputTokens(Math.min(5000, 800)).build());
  }
}
`,
    'Main.cs': `using OpenAI.Chat;

class Main
{
    private readonly ChatClient client = new("gpt-5.4", "key");

    void Ask() => client.CompleteChat([new UserChatMessage("Hello")], new ChatCompletionOptions { MaxOutputTokenCount = Math.Min(5000, 800) });
}
`,
  }))
    it(`are read in ${file}`, async () => {
      const found = await sketchesOf({ [file]: text }, file);
      assert.match(found.find(line => line.startsWith('call')) ?? '', /cap 800$/);
    });

  it('are what the environment says, or else the default', async () => {
    const main = `import OpenAI from 'openai';
const client = new OpenAI();
const { env } = process;
const caps = { plus: +(env.CAP || 700), parsed: Number.parseInt(process.env.CAP ?? '600', 10), number: Number(process.env.CAP || 500) };
client.responses.create({ model: 'gpt-5.4', input: 'Hello', max_output_tokens: caps.plus });
client.responses.create({ model: 'gpt-5.4', input: 'Hello', max_output_tokens: caps.parsed });
client.responses.create({ model: 'gpt-5.4', input: 'Hello', max_output_tokens: caps.number });
client.responses.create({ model: 'gpt-5.4', input: 'Hello', max_output_tokens: +process.env.CAP });
`;
    const found = await sketchesOf({ 'main.ts': main }, 'main.ts');
    assert.deepEqual(
      found.filter(line => line.startsWith('call')).map(line => /cap (\w+)/.exec(line)?.[1]),
      ['700', '600', '500', 'unknown'],
    );
  });
});
