import assert from 'node:assert/strict';
import { sketchesOf, sketchesOfAll } from '../../link-project';

const heads = (lines: readonly string[] = []) => lines.filter(line => !line.startsWith(' '));

const ask = `
import anthropic
import openai

def client_for(model):
    return anthropic.Anthropic() if "claude" in model else openai.OpenAI()

def ask(text, client, model):
    if "claude" in model:
        return client.messages.create(model=model, max_tokens=900, messages=[{"role": "user", "content": text}])
    elif "gpt" in model:
        return client.chat.completions.create(model=model, max_completion_tokens=500, messages=[{"role": "user", "content": text}])
    elif model == "llama":
        return client.chat.completions.create(model="meta-llama/llama-3.3-70b-instruct", max_tokens=200, messages=[{"role": "user", "content": text}])
    else:
        return client.chat.completions.create(model=model, max_tokens=100, messages=[{"role": "user", "content": text}])
`;

describe('a call of a function that branches on what is passed', () => {
  it('sends what the branch sends that is taken by default', async () => {
    const main = `
import argparse
from ask import ask, client_for

parser = argparse.ArgumentParser()
parser.add_argument("--model", default="gpt-5.4-mini")
parser.add_argument("--free")
parser.add_argument("--text", default="Hello")
args = parser.parse_args()
client = client_for(args.model)
ask("One", client, args.model)
ask("Two", client, args.free)
ask(args.text, client, args.model)
ask("Three", client, "llama")

def again(text, model="gpt-5.4-nano"):
    return ask(text, client_for(model), model)

again("Four")
again("Five", "claude-haiku-4-5")
`;
    assert.deepEqual(heads((await sketchesOfAll({ 'ask.py': ask, 'main.py': main })).get('main.py')), [
      'wrapper-call openai-chat openai gpt-5.4-mini (default) cap 500 via ask',
      'wrapper-call openai-chat openai ? comes from the parameter args.free (unknown) cap 500 via ask',
      'wrapper-call openai-chat openai gpt-5.4-mini (default) cap 500 via ask',
      'wrapper-call openai-chat openai meta-llama/llama-3.3-70b-instruct (literal) cap 200 via ask',
      'wrapper-call openai-chat openai gpt-5.4-nano (default) cap 500 via ask WRAPPER',
      'wrapper-call openai-chat openai gpt-5.4-nano (constant) cap 500 via again > ask',
      'wrapper-call anthropic-messages anthropic claude-haiku-4-5 (constant) cap 900 via again > ask',
    ]);
  });

  it('takes what that branch states itself for a default, too (TypeScript)', async () => {
    const main = `
import OpenAI from 'openai';
import Anthropic from '@anthropic-ai/sdk';
async function ask(text: string, provider: string) {
  if (provider === 'openai') {
    return new OpenAI().responses.create({ model: 'gpt-5.4-mini', max_output_tokens: 300, input: text });
  }
  return new Anthropic().messages.create({ model: 'claude-haiku-4-5', max_tokens: 700, messages: [{ role: 'user', content: text }] });
}
export async function answer(text: string, provider = 'openai') {
  return ask(text, provider);
}
answer('One');
answer('Two', 'anthropic');
`;
    const lines = heads(await sketchesOf({ 'main.ts': main }, 'main.ts')).filter(line => line.includes('via'));
    assert.deepEqual(lines, [
      'wrapper-call openai-responses openai gpt-5.4-mini (default) cap 300 via ask WRAPPER',
      'wrapper-call openai-responses openai gpt-5.4-mini (literal) cap 300 via answer > ask',
      'wrapper-call anthropic-messages anthropic claude-haiku-4-5 (literal) cap 700 via answer > ask',
    ]);
  });
});
