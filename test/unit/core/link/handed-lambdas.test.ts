import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('a function without a name that a function of the project calls', () => {
  it('is passed what that one passes (Python)', async () => {
    const files = {
      'tries.py': `
MODELS = ["gpt-5.4", "gpt-5.4-mini"]

def with_models(ask):
    for model in MODELS:
        try:
            return ask(model)
        except Exception:
            print("next")

class Tries:
    def __init__(self, cap):
        self.cap = cap

    def run(self, ask):
        return ask(max_tokens=self.cap, messages=[{"role": "user", "content": "Good day."}])
`,
      'main.py': `
from litellm import completion
from tries import Tries, with_models

with_models(lambda model: completion(model=model, max_tokens=40, messages=[{"role": "user", "content": "Hello."}]))
Tries(60).run(lambda **more: completion(model="gpt-5.4", **more))
`,
    };
    assert.deepEqual(await sketchesOf(files, 'main.py'), [
      'call openai-chat openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap 40',
      '  user: Hello.',
      'call openai-chat openai gpt-5.4 (literal) cap 60',
      '  user: Good day.',
    ]);
  });

  it('is passed what that one passes (TypeScript)', async () => {
    const source = `
import OpenAI from 'openai';
const client = new OpenAI();
async function retried<T>(tries: number, ask: (more: object) => Promise<T>): Promise<T | undefined> {
  for (let left = tries; left > 0; left--) {
    try {
      return await ask({ temperature: 0, input: 'Good day.' });
    } catch {}
  }
}
export const greet = () => retried(3, more => client.responses.create({ model: 'gpt-5.4', max_output_tokens: 40, ...more }));
`;
    assert.deepEqual(await sketchesOf({ 'main.ts': source }, 'main.ts'), [
      'call openai-responses openai gpt-5.4 (literal) cap 40',
      '  user: Good day.',
    ]);
  });

  it('stays open where it is called elsewhere, or by a package (Python)', async () => {
    const source = `
from litellm import completion
from queues import later

def kept(ask):
    return {"ask": ask}

kept(lambda text: completion(model="gpt-5.4", messages=[{"role": "user", "content": text}]))
later(lambda text: completion(model="gpt-5.4", messages=[{"role": "user", "content": text}]))
`;
    assert.deepEqual(await sketchesOf({ 'main.py': source }, 'main.py'), [
      'call openai-chat openai gpt-5.4 (literal) cap absent',
      '  user: {text ~unknown}',
      'call openai-chat openai gpt-5.4 (literal) cap absent',
      '  user: {text ~unknown}',
    ]);
  });

  it('is said where it stands, and not where the function around it is called at once (TypeScript)', async () => {
    const source = `
import OpenAI from 'openai';
const client = new OpenAI();
const send = (model: string, input: string) => client.responses.create({ model, input });
export async function ask(model: string) {
  const answer = await (async () => {
    return send(model, 'One.');
  })();
  return answer;
}
ask('gpt-5.4');
`;
    const heads = (await sketchesOf({ 'ask.ts': source }, 'ask.ts')).filter(line => !line.startsWith(' '));
    assert.deepEqual(heads, [
      'call openai-responses openai ? comes from the parameter model (caller) cap absent WRAPPER',
      'wrapper-call openai-responses openai ? comes from the parameter model (caller) cap absent via send WRAPPER',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask > lambda > send',
    ]);
  });
});
