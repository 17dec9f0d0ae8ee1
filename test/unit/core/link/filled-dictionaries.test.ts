import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function heads(source: string): Promise<readonly string[]> {
  return (await sketchesOf({ 'ask.py': source }, 'ask.py')).filter(line => !line.startsWith(' '));
}

const source = (settings: string, filter: string) => `
from openai import OpenAI

class Desk:
    def __init__(self, model="gpt-5.4-mini", limit=600):
        self.model = model
        self.limit = limit

    def ask(self, text):
        return OpenAI().responses.create(model=self.model, input=text, max_output_tokens=self.limit)

def main(text, other):
    settings = ${settings}
    given = {key: value for key, value in settings.items()${filter}}
    return Desk(**given).ask(text)
`;

describe('dictionaries of which a comprehension takes what is there (Python)', () => {
  it('leave the default of what is None in them', async () => {
    const [, call] = await heads(source('{"model": None, "limit": 70}', ' if value is not None'));
    assert.match(call ?? '', /^wrapper-call openai-responses openai gpt-5\.4-mini \(\w+\) cap 70 /);
    const [, every] = await heads(source('{"model": "gpt-5.4", "limit": None}', ' if value'));
    assert.match(every ?? '', /^wrapper-call openai-responses openai gpt-5\.4 \(\w+\) cap 600 /);
  });

  it('may leave it where one of several values is None', async () => {
    const [, call] = await heads(source('{"model": "gpt-5.4" if other else None}', ' if value is not None'));
    assert.match(call ?? '', /one of gpt-5\.4(-mini)?, gpt-5\.4(-mini)? /);
  });

  it('pass None where nothing is taken out', async () => {
    const [, call] = await heads(source('{"model": None, "limit": 70}', ''));
    assert.match(call ?? '', /openai \? not stated \(absent\) cap 70 /);
  });
});
