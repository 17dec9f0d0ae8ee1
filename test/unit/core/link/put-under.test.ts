import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const headsOf = async (main: string, source: string) => (await sketchesOf({ [main]: source }, main)).filter(line => !line.startsWith(' '));

describe('tables in which a function keeps what it makes of a key', () => {
  it('hold what is made of the key that is asked for (Python)', async () => {
    const python = `
from openai import OpenAI

URLS = {"openai": "https://api.openai.com/v1", "groq": "https://api.groq.com/openai/v1"}
MODELS = {"openai": "gpt-5.4", "groq": "llama-3.3-70b-versatile"}
clients = {}

def client_for(vendor):
    if vendor not in clients:
        clients[vendor] = OpenAI(base_url=URLS[vendor])
    return clients[vendor]

def quick(text):
    return client_for("groq").chat.completions.create(model=MODELS["groq"], messages=[{"role": "user", "content": text}])

class Pool:
    def __init__(self):
        self.clients = {}

    def client(self, vendor):
        if vendor in self.clients:
            return self.clients.get(vendor)
        self.clients[vendor] = OpenAI(base_url=URLS[vendor])
        return self.clients[vendor]

    def ask(self, vendor, text):
        return self.client(vendor).chat.completions.create(model=MODELS[vendor], messages=[{"role": "user", "content": text}])

Pool().ask("groq", "Hello.")
`;
    assert.deepEqual(await headsOf('pool.py', python), [
      'call openai-chat groq llama-3.3-70b-versatile (constant) cap absent WRAPPER',
      'call openai-chat ? ? one of gpt-5.4, llama-3.3-70b-versatile (constant) cap absent WRAPPER',
      'wrapper-call openai-chat groq llama-3.3-70b-versatile (constant) cap absent via ask',
    ]);
  });

  it('hold what is made of the key that is asked for (TypeScript)', async () => {
    const typescript = `
import OpenAI from 'openai';
const URLS: Record<string, string> = { openai: 'https://api.openai.com/v1', groq: 'https://api.groq.com/openai/v1' };
const clients: Record<string, OpenAI> = {};
function clientFor(vendor: string) {
  if (!clients[vendor]) clients[vendor] = new OpenAI({ baseURL: URLS[vendor] });
  return clients[vendor];
}
export const quick = (content: string) =>
  clientFor('groq').chat.completions.create({ model: 'llama-3.3-70b-versatile', messages: [{ role: 'user', content }] });
`;
    assert.deepEqual(await headsOf('pool.ts', typescript), ['call openai-chat groq llama-3.3-70b-versatile (literal) cap absent WRAPPER']);
  });

  it('hold it still where code takes things out (Python)', async () => {
    const python = `
from openai import OpenAI

class Pool:
    def __init__(self):
        self.clients = {}

    def client(self, key):
        kept = (key, "eu")
        if kept not in self.clients:
            self.clients[kept] = OpenAI(api_key=key)
        return self.clients[kept]

    def ask(self, key, text):
        return self.client(key).chat.completions.create(model="gpt-5.4-mini", messages=[{"role": "user", "content": text}])

    def forget(self, key):
        self.clients.pop(key, None)

    def close(self):
        for client in list(self.clients.values()):
            client.close()
        self.clients.clear()
`;
    assert.deepEqual(await headsOf('pool.py', python), ['call openai-chat openai gpt-5.4-mini (literal) cap absent WRAPPER']);
  });

  it('hold it still where code takes things out (TypeScript)', async () => {
    const typescript = `
import OpenAI from 'openai';
const clients: Record<string, OpenAI> = {};
function clientFor(key: string) {
  if (!clients[key]) clients[key] = new OpenAI({ apiKey: key });
  return clients[key];
}
export function forget(key: string) { delete clients[key]; }
export const quick = (key: string, content: string) =>
  clientFor(key).chat.completions.create({ model: 'gpt-5.4-mini', messages: [{ role: 'user', content }] });
`;
    assert.deepEqual(await headsOf('pool.ts', typescript), ['call openai-chat openai gpt-5.4-mini (literal) cap absent WRAPPER']);
  });

  it('may hold anything under another key, or where more is put there (Python)', async () => {
    const python = `
from openai import OpenAI
from elsewhere import vendor_of

URLS = {"openai": "https://api.openai.com/v1", "groq": "https://api.groq.com/openai/v1"}
urls = {}
more = {}

def url_for(vendor):
    urls[vendor] = URLS[vendor]
    vendor = vendor_of(vendor)
    return urls[vendor]

def any_for(vendor, other):
    more[vendor] = URLS[vendor]
    more[other] = "http://localhost:8000"
    return more[vendor]

def ask(text):
    OpenAI(base_url=url_for("groq")).responses.create(model="gpt-5.4", input=text)
    OpenAI(base_url=any_for("groq", vendor_of(text))).responses.create(model="gpt-5.4", input=text)
    OpenAI(base_url=any_for("groq", "x")).responses.create(model="gpt-5.4", input=text)
`;
    assert.deepEqual(
      (await headsOf('ask.py', python)).map(line => line.replace(' WRAPPER', '')),
      [
        'call openai-responses ? gpt-5.4 (literal) cap absent',
        'call openai-responses ? gpt-5.4 (literal) cap absent',
        // What is put there last is put under another key.
        'call openai-responses groq gpt-5.4 (literal) cap absent',
      ],
    );
  });
});
