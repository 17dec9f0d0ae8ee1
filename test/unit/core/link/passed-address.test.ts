import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('functions that ask whatever address they are passed', () => {
  it('call a model where a caller passes the address of one (TypeScript)', async () => {
    const files = {
      'retrying.ts': `
async function withTimeout(resource: string, options: RequestInit, timeout: number) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), timeout);
  return fetch(resource, { ...options, signal: controller.signal });
}
export async function retrying(url: string, options: RequestInit) {
  for (let attempt = 0; attempt < 3; attempt++) {
    const response = await withTimeout(url, options, 1000);
    if (response.ok) return response.json();
  }
}
`,
      'use.ts': `
import { retrying } from './retrying';
export async function ask(base: string) {
  const body = { model: 'claude-sonnet-5', max_tokens: 300, messages: [{ role: 'user', content: 'Hi.' }] };
  return retrying(\`\${base}/v1/messages\`, { method: 'POST', body: JSON.stringify(body) });
}
export const users = () => retrying('/api/users', { method: 'POST', body: JSON.stringify({ name: 'A' }) });
`,
    };
    assert.deepEqual(await sketchesOf(files, 'retrying.ts'), []);
    assert.deepEqual(await sketchesOf(files, 'use.ts'), [
      'wrapper-call anthropic-messages ? claude-sonnet-5 (constant) cap 300 via retrying > withTimeout',
      '  user: Hi.',
    ]);
  });

  it('or the end of it (Python)', async () => {
    const source = `
import requests
API = "https://api.openai.com/v1"
def post(path, payload):
    return requests.post(f"{API}{path}", json=payload, timeout=10).json()
def ask():
    return post("/chat/completions", {"model": "gpt-5.4", "messages": [{"role": "user", "content": "Hi."}]})
def files():
    return post("/files", {"purpose": "batch"})
`;
    assert.deepEqual(await sketchesOf({ 'use.py': source }, 'use.py'), [
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap absent via post',
      '  user: Hi.',
    ]);
  });

  it('and complete where it lacks its end (TypeScript)', async () => {
    const source = `
export async function ask(url: string, settings: Settings, text: string) {
  if (!url.endsWith('/chat/completions')) {
    if (!url.endsWith('/')) url += '/';
    url += 'chat/completions';
  }
  const messages = [{ role: 'user', content: text }];
  return fetch(url, { method: 'POST', body: JSON.stringify({ messages, ...settings }) });
}
export const hello = () => ask(desk.url, { model: 'gpt-5.4', max_completion_tokens: 90 }, 'Hi.');
`;
    assert.deepEqual(await sketchesOf({ 'use.ts': source }, 'use.ts'), [
      'call openai-chat ? ? comes from the parameter settings (caller) cap unknown WRAPPER',
      '  user: {text ~unknown}',
      'wrapper-call openai-chat ? gpt-5.4 (constant) cap 90 via ask',
      '  user: Hi.',
    ]);
  });

  it('also by a function that callers may pass and hardly any does (TypeScript)', async () => {
    const send = 'send?: (url: string, init: RequestInit) => Promise<Response>';
    const source = `
interface Options extends RequestInit { onText(text: string): void; ${send} }
async function through(url: string, init: RequestInit) { return window.fetch(url, init); }
const own = () => (isDesktop() ? through : globalThis.fetch);
async function listen(url: string, options: Options) {
  const { onText, send = own(), ...init } = options;
  onText(await (await send(url, init)).text());
}
async function plainly(url: string, init: RequestInit, send = fetch) { return send(url, init); }
const body = JSON.stringify({ model: 'gpt-5.4-mini', messages: [{ role: 'user', content: 'Hi.' }] });
const url = 'https://api.openai.com/v1/chat/completions';
export const heard = () => listen(url, { method: 'POST', body, onText: text => show(text) });
export const plain = () => plainly(url, { method: 'POST', body });
`;
    assert.deepEqual(await sketchesOf({ 'use.ts': source }, 'use.ts'), [
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap absent via listen',
      '  user: Hi.',
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap absent via plainly',
      '  user: Hi.',
    ]);
  });
});
