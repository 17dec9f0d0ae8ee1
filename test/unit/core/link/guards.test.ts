import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const headsOf = async (main: string, source: string) => (await sketchesOf({ [main]: source }, main)).filter(line => !line.startsWith(' '));

describe('what is read behind a branch that goes no further', () => {
  it('is not the nothing that the branch rules out (Python)', async () => {
    const python = `
import sys
from openai import OpenAI

def given(text, base_url=None):
    if not base_url:
        raise ValueError("no address")
    return OpenAI(base_url=base_url).responses.create(model="gpt-5.4", input=text)

class Bot:
    def __init__(self, base_url: str | None = None, key=""):
        self.base_url = base_url
        if self.base_url is None or not key:
            print("no address")
            sys.exit(1)
        self.client = OpenAI(base_url=self.base_url, api_key=key)

    def say(self, text):
        return self.client.responses.create(model="gpt-5.4", input=text)
`;
    assert.deepEqual(await headsOf('bot.py', python), [
      'call openai-responses ? gpt-5.4 (literal) cap absent WRAPPER',
      'call openai-responses ? gpt-5.4 (literal) cap absent WRAPPER',
    ]);
  });

  it('is not the row that a table doesn’t have (TypeScript)', async () => {
    const typescript = `
import OpenAI from 'openai';
const URLS: Record<string, string | undefined> = { deepseek: 'https://api.deepseek.com', local: undefined };
export function ask(vendor: string, text: string) {
  const baseURL = URLS[vendor];
  if (!baseURL) throw new Error('unknown vendor');
  return new OpenAI({ baseURL }).responses.create({ model: 'gpt-5.4', input: text });
}
`;
    assert.deepEqual(await headsOf('ask.ts', typescript), ['call openai-responses deepseek gpt-5.4 (literal) cap absent WRAPPER']);
  });

  it('nor where the branch returns, or asks for a part (TypeScript, Python)', async () => {
    const typescript = `
import OpenAI from 'openai';
const URLS: Record<string, string | undefined> = { deepseek: 'https://api.deepseek.com', local: undefined };
const ROWS: Record<string, { baseURL?: string }> = { deepseek: { baseURL: 'https://api.deepseek.com' }, local: {} };
export async function asked(vendor: string, input: string) {
  if (!URLS[vendor]) return null;
  const baseURL = URLS[vendor];
  return new OpenAI({ baseURL }).responses.create({ model: 'gpt-5.4', input });
}
export async function found(vendor: string, input: string) {
  const row = ROWS[vendor];
  if (row.baseURL === undefined) return { error: 'unknown vendor' };
  return new OpenAI({ baseURL: row.baseURL }).responses.create({ model: 'gpt-5.4', input });
}
export async function other(vendor: string, input: string, second: string) {
  if (!URLS[second]) return null;
  return new OpenAI({ baseURL: URLS[vendor] }).responses.create({ model: 'gpt-5.4', input });
}
`;
    assert.deepEqual(await headsOf('ask.ts', typescript), [
      'call openai-responses deepseek gpt-5.4 (literal) cap absent WRAPPER',
      'call openai-responses deepseek gpt-5.4 (literal) cap absent WRAPPER',
      'call openai-responses openai gpt-5.4 (literal) cap absent WRAPPER',
    ]);
    const python = `
from openai import OpenAI
def given(text, base_url=None):
    if base_url is None:
        return None
    return OpenAI(base_url=base_url).responses.create(model="gpt-5.4", input=text)
`;
    assert.deepEqual(await headsOf('bot.py', python), ['call openai-responses ? gpt-5.4 (literal) cap absent WRAPPER']);
  });

  it('may be nothing where the branch goes on, stands elsewhere, or asks for something else (Python)', async () => {
    const python = `
from openai import OpenAI

def goes_on(text, base_url=None):
    if not base_url:
        print("as usual")
    return OpenAI(base_url=base_url).responses.create(model="gpt-5.4", input=text)

def elsewhere(text, base_url=None, checked=False):
    if checked:
        if not base_url:
            raise ValueError("no address")
    return OpenAI(base_url=base_url).responses.create(model="gpt-5.4", input=text)

def asks_both(text, base_url=None, key=None):
    if not base_url and not key:
        raise ValueError("neither")
    return OpenAI(base_url=base_url, api_key=key).responses.create(model="gpt-5.4", input=text)

def set_again(text, base_url=None):
    if not base_url:
        raise ValueError("no address")
    base_url = None
    return OpenAI(base_url=base_url).responses.create(model="gpt-5.4", input=text)
`;
    assert.deepEqual(
      (await headsOf('as_usual.py', python)).map(line => line.replace(' WRAPPER', '')),
      Array(4).fill('call openai-responses openai gpt-5.4 (literal) cap absent'),
    );
  });
});
