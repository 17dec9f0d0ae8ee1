import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('reading look-alikes', () => {
  it('look-alikes (Python)', async () => {
    const files = {
      'app/fake.py': `
class OpenAI:
    def __init__(self): self.chat = None
`,
      'app/use.py': `
from twilio.rest import Client
from unittest.mock import MagicMock
from .fake import OpenAI
import stripe
client = Client("a", "b")
client.messages.create(to="+1", from_="+2", body="Hi", model="x")
OpenAI().chat.completions.create(model="gpt-5.4", messages=[])
mock = MagicMock()
mock.chat.completions.create(model="gpt-5.4", messages=[])
stripe.Customer.create(model="x")
class Chat:
    def create(self, model, messages): pass
Chat().create(model="gpt-5.4", messages=[])
def f():
    """
    client = openai.OpenAI()
    client.chat.completions.create(model="gpt-5.4", messages=[])
    """
`,
    };
    assert.deepEqual(await sketchesOf(files, 'app/use.py'), []);
  });

  it('look-alikes (TypeScript)', async () => {
    const files = {
      'src/fake.ts': `
export class OpenAI { chat = { completions: { create: async (o: any) => o } } }
export default OpenAI;
`,
      'src/use.ts': `
import twilio from 'twilio';
import OpenAI from './fake';
import Stripe from 'stripe';
const client = twilio('a', 'b');
client.messages.create({ to: '+1', model: 'x', messages: [] });
new OpenAI().chat.completions.create({ model: 'gpt-5.4', messages: [] });
const openai = { chat: { completions: { create: jest.fn() } } };
openai.chat.completions.create({ model: 'gpt-5.4' });
prisma.messages.create({ data: {} });
// new OpenAI().chat.completions.create({ model: 'gpt-5.4' })
const s = 'openai.chat.completions.create({ model: "gpt-5.4" })';
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.ts'), []);
  });

  it('shadowed names (TypeScript)', async () => {
    const files = {
      'src/use.ts': `
import OpenAI from 'openai';
const openai = new OpenAI();
const model = 'gpt-5.4';
export function a(openai: Other) { return openai.responses.create({ model, input: 'x' }); }
export function b(model: string) { return openai.responses.create({ model, input: 'Say x.' }); }
export function c() { const model = 'gpt-5.4-nano'; { const model = 'gpt-5.4-mini'; return openai.responses.create({ model, input: 'Say x.' }); } }
`,
    };
    assert.deepEqual(await sketchesOf(files, 'src/use.ts'), [
      'call openai-responses openai ? comes from the parameter model (caller) cap absent WRAPPER',
      '  user: Say x.',
      'call openai-responses openai gpt-5.4-mini (constant) cap absent',
      '  user: Say x.',
    ]);
  });

  it('test doubles (Python)', async () => {
    const files = {
      'test_x.py': `
from unittest.mock import patch, MagicMock, AsyncMock
import openai
def test_a():
    client = MagicMock(spec=openai.OpenAI)
    client.chat.completions.create.return_value = 1
    client.chat.completions.create(model="m", messages=[])
@patch("app.client.chat.completions.create")
def test_b(create):
    create(model="m")
class FakeClient:
    class chat:
        class completions:
            @staticmethod
            def create(**kw): return kw
FakeClient().chat.completions.create(model="m", messages=[])
`,
    };
    assert.deepEqual(await sketchesOf(files, 'test_x.py'), []);
  });

  it('test doubles (TypeScript)', async () => {
    const files = {
      'engine.ts': `
import axios, { AxiosInstance } from 'axios';
export class Engine {
  config: any;
  client: AxiosInstance;
  constructor(config: any) { this.config = config; this.client = axios.create({}); }
  async ask(messages: any[]) {
    return this.client.post('http://localhost:11434/api/chat', { model: this.config.model ?? 'mistral', messages });
  }
}
`,
      'engine.test.ts': `
import { Engine } from './engine';
it('asks', async () => {
  const engine = new Engine({ model: 'qwen3:4b' });
  engine.client = { post: jest.fn() } as any;
  await engine.ask([{ role: 'user', content: 'Hi.' }]);
});
it('really asks', async () => {
  const engine = new Engine({ model: 'qwen3:4b' });
  engine.verbose = true;
  await engine.ask([{ role: 'user', content: 'Hi.' }]);
  engine.config = { model: 'llama3.3' };
  await engine.ask([{ role: 'user', content: 'Hi.' }]);
});
`,
    };
    assert.deepEqual(await sketchesOf(files, 'engine.test.ts'), [
      'wrapper-call ollama-chat ollama qwen3:4b (constant) cap absent via ask',
      '  user: Hi.',
      'wrapper-call ollama-chat ollama llama3.3 (constant) cap absent via ask',
      '  user: Hi.',
    ]);
  });

  it('mocked modules (TypeScript)', async () => {
    const files = {
      'llm.ts': `
import OpenAI from 'openai';
export const openai = new OpenAI();
export const ask = (model: string, input: string) => openai.responses.create({ model, input });
`,
      'speech.ts': `
import { generateText } from 'ai';
import { openai } from '@ai-sdk/openai';
export const say = (prompt: string) => generateText({ model: openai('gpt-5.4'), prompt });
`,
      'llm.test.ts': `
import { ask } from './llm';
import { say } from './speech';
vi.mock('openai', () => ({ default: class { responses = { create: vi.fn() } } }));
it('asks', async () => {
  await ask('gpt-5.4', 'Hi.');
  await say('Hi.');
});
`,
      'route.test.js': `
const { ask } = require('./llm');
jest.mock('./llm');
test('asks', () => ask('gpt-5.4', 'Hi.'));
`,
      'spied.test.ts': `
import { ask, openai } from './llm';
it('asks', async () => {
  jest.spyOn(openai.responses, 'create').mockResolvedValue({} as any);
  await ask('gpt-5.4', 'Hi.');
});
`,
      'fetch.test.ts': `
vi.stubGlobal('fetch', vi.fn());
await fetch('https://api.openai.com/v1/chat/completions', { method: 'POST', body: JSON.stringify({ model: 'gpt-5.4', messages: [] }) });
`,
    };
    assert.deepEqual(await sketchesOf(files, 'spied.test.ts'), []);
    assert.deepEqual(await sketchesOf(files, 'llm.test.ts'), [
      'wrapper-call vercel-ai openai gpt-5.4 (constant) cap absent via say',
      '  user: Hi.',
    ]);
    assert.deepEqual(await sketchesOf(files, 'route.test.js'), []);
    assert.deepEqual(await sketchesOf(files, 'fetch.test.ts'), []);
  });
});
