import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const headsOf = async (main: string, source: string) => (await sketchesOf({ [main]: source }, main)).filter(line => !line.startsWith(' '));

describe('a variable of a module that is set anew between the calls that the module makes', () => {
  it('is for each call what it is by then, client and text (Python)', async () => {
    const python = `
from openai import OpenAI

client = OpenAI()
tone = "Be kind."

def ask(question, model="gpt-5.4-mini"):
    return client.chat.completions.create(model=model, messages=[{"role": "system", "content": tone}, {"role": "user", "content": question}])

def twice(question):
    return ask(question), ask("Again: " + question)

ask("Why?")
twice("How?")
tone = "Be curt."
client = OpenAI(base_url="https://api.groq.com/openai/v1")
ask("When?", "llama-3.3-70b-versatile")
`;
    const sketches = await sketchesOf({ 'ask.py': python }, 'ask.py');
    const kind = '  system system: Be kind.';
    assert.deepEqual(sketches, [
      'call openai-chat openai gpt-5.4-mini (default) cap absent WRAPPER',
      '  system system: [Be kind. | Be curt.]',
      '  user: {question ~call}',
      ...['wrapper-call openai-chat openai gpt-5.4-mini (constant) cap absent via ask', kind, '  user: {question ~call}'],
      ...['wrapper-call openai-chat openai gpt-5.4-mini (constant) cap absent via ask', kind, '  user: Again: {question ~call}'],
      ...['wrapper-call openai-chat openai gpt-5.4-mini (constant) cap absent via ask', kind, '  user: Why?'],
      'wrapper-call openai-chat groq llama-3.3-70b-versatile (constant) cap absent via ask',
      '  system system: Be curt.',
      '  user: When?',
    ]);
  });

  it('is any of what it is where several call the function, and what comes first where it has no value yet (Python)', async () => {
    const python = `
from openai import OpenAI

client = None
model = "gpt-5.4"

def ask(question):
    return client.responses.create(model=model, input=question)

def main():
    return ask("Why?")

if __name__ == "__main__":
    main()

client = OpenAI()
ask("How?")
for each in range(2):
    model = "gpt-5.4-mini"
ask("When?")
model = "gpt-5.4-nano"
`;
    assert.deepEqual(await headsOf('ask.py', python), [
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini, gpt-5.4-nano (constant) cap absent WRAPPER',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
      'wrapper-call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent via ask',
    ]);
  });

  it('is what it was before the call that sets it (Python)', async () => {
    const python = `
from openai import OpenAI

model = "gpt-5.4"

def ask(question):
    return OpenAI().responses.create(model=model, input=question).output_text

class Bot:
    def __init__(self, question):
        self.question = question

    def ask(self):
        return OpenAI().responses.create(model=model, input=self.question).output_text

model = ask("Which model is best?")
first = Bot("Why?").ask()
model = "gpt-5.4-nano"
second = Bot("How?").ask()
`;
    assert.deepEqual(await headsOf('ask.py', python), [
      'call openai-responses openai gpt-5.4 (constant) cap absent WRAPPER',
      'call openai-responses openai gpt-5.4-nano (constant) cap absent WRAPPER',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
      'wrapper-call openai-responses openai ? depends on model (computed while the program runs) (unknown) cap absent via ask',
      'wrapper-call openai-responses openai gpt-5.4-nano (constant) cap absent via ask',
    ]);
  });

  it('is what the program’s own run sets, not the None that stands there before (Python)', async () => {
    const python = `
import argparse
from openai import OpenAI

client = OpenAI()
args = None

def ask(question):
    return client.responses.create(model=args.model, input=question, max_output_tokens=args.most)

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", default="gpt-5.4-mini")
    parser.add_argument("--most", type=int, default=300)
    args = parser.parse_args()
    ask("Why?")
`;
    assert.deepEqual(await headsOf('ask.py', python), [
      'call openai-responses openai gpt-5.4-mini (default) cap 300 WRAPPER',
      'wrapper-call openai-responses openai gpt-5.4-mini (default) cap 300 via ask',
    ]);
  });

  it('is what comes last in JavaScript, where a call may go on after all that stands below it', async () => {
    const javascript = `
import OpenAI from 'openai';
let model = 'gpt-5.4';
const client = new OpenAI();
async function ask(question) {
  await new Promise(done => setTimeout(done, 10));
  return client.responses.create({ model, input: question });
}
ask('Why?');
model = 'gpt-5.4-mini';
`;
    assert.deepEqual(await headsOf('ask.js', javascript), [
      'call openai-responses openai gpt-5.4-mini (constant) cap absent WRAPPER',
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap absent via ask',
    ]);
  });
});
