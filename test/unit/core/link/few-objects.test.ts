import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const source = `
import OpenAI from 'openai';
import { Ollama } from 'ollama';
interface Desk { ask(text: string): Promise<string>; }
class Near implements Desk {
  private readonly client = new OpenAI();
  async ask(text: string) {
    const answer = await this.client.responses.create({ model: 'gpt-5.4-mini', max_output_tokens: 200, input: text });
    return answer.output_text;
  }
}
class Local implements Desk {
  private readonly client = new Ollama();
  async ask(text: string) {
    const answer = await this.client.generate({ model: 'llama3.2', prompt: text, options: { num_predict: 100 } });
    return answer.response;
  }
}
const pick = (): Desk | null => (process.env.LOCAL ? new Local() : process.env.KEY ? new Near() : null);
const third = (desk: Desk, text: string) => desk.ask(text);
const second = (desk: Desk, text: string) => third(desk, text);
const first = (desk: Desk, text: string) => second(desk, text);
export async function run(text: string) {
  const desk = pick();
  if (!desk) return;
  await first(desk, text);
}
`;

describe('a call on one of a few objects', () => {
  it('is followed as deep as one through an interface (TypeScript)', async () => {
    const heads = (await sketchesOf({ 'run.ts': source }, 'run.ts')).filter(line => line.includes(' via first'));
    assert.deepEqual(heads, [
      'wrapper-call ollama-generate ? ? one of llama3.2, gpt-5.4-mini (constant) cap 200 via first > second > third > ask WRAPPER',
    ]);
  });
});
