import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function heads(files: Readonly<Record<string, string>>, main: string): Promise<readonly string[]> {
  return (await sketchesOf(files, main)).filter(line => !line.startsWith(' '));
}

const clients = `
import anthropic
import openai
def client_for(model):
    if "claude" in model and not model.startswith("bedrock"):
        return anthropic.Anthropic(), model
    elif model.startswith("bedrock/"):
        return anthropic.AnthropicBedrock(), model.split("/")[-1]
    elif "gpt" in model:
        return openai.OpenAI(), model
    elif model == "big":
        return openai.OpenAI(base_url="https://openrouter.ai/api/v1"), "meta-llama/llama-3.3-70b-instruct"
    raise ValueError(model)
def answer(text, client, model):
    if "claude" in model:
        return client.messages.create(model=model, max_tokens=500, messages=[{"role": "user", "content": text}])
    return client.chat.completions.create(model=model, max_tokens=500, messages=[{"role": "user", "content": text}])
`;

describe('a test on a part of a text', () => {
  it('is decided where the text is known (TypeScript)', async () => {
    const ts = `
import OpenAI from 'openai';
const client = new OpenAI();
const pick = (name: string) => (name.startsWith('big-') || name.includes('max') ? 'gpt-5.4' : name.endsWith('-tiny') ? 'gpt-5.4-nano' : 'gpt-5.4-mini');
client.responses.create({ model: pick('big-one'), input: 'One' });
client.responses.create({ model: pick('very-max-one'), input: 'Two' });
client.responses.create({ model: pick('a-tiny'), input: 'Three' });
client.responses.create({ model: pick('other'), input: 'Four' });
`;
    assert.deepEqual(
      (await heads({ 'main.ts': ts }, 'main.ts')).map(line => line.split(' ')[3]),
      ['gpt-5.4', 'gpt-5.4', 'gpt-5.4-nano', 'gpt-5.4-mini'],
    );
  });
});

describe('what a function gives that branches on a text which may be passed', () => {
  it('is what it gives for the default (Python)', async () => {
    const files = {
      'clients.py': clients,
      'main.py': `
import argparse
from clients import answer, client_for
parser = argparse.ArgumentParser()
parser.add_argument("--model", default="claude-sonnet-5")
parser.add_argument("--other", default="bedrock/anthropic.claude-haiku-4-5")
parser.add_argument("--free")
args = parser.parse_args()
client, name = client_for(args.model)
answer("One", client, name)
second, second_name = client_for(args.other)
answer("Two", second, second_name)
third, third_name = client_for(args.free)
answer("Three", third, third_name)
fourth, fourth_name = client_for("gpt-5.4")
answer("Four", fourth, fourth_name)
`,
    };
    assert.deepEqual(await heads(files, 'main.py'), [
      'wrapper-call anthropic-messages anthropic claude-sonnet-5 (default) cap 500 via answer',
      'wrapper-call anthropic-messages aws anthropic.claude-haiku-4-5 (default) cap 500 via answer',
      'wrapper-call anthropic-messages ? ? depends on model.split()[-1] (computed while the program runs) (unknown) cap 500 via answer',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 500 via answer',
    ]);
  });
});
