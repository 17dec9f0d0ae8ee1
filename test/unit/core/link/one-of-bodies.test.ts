import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const source = `
import { GoogleGenAI } from '@google/genai';
function bodyOf(model, messages, cap) {
  const body = { model, messages };
  if (/^gpt-5/.test(model)) {
    body.max_completion_tokens = cap ?? 4096;
    return body;
  }
  body.max_tokens = cap ?? 2048;
  return body;
}
export function send(env) {
  const body = bodyOf('gpt-5.4', [{ role: 'user', content: 'Hi.' }], 300);
  return fetch('https://api.openai.com/v1/chat/completions', { method: 'POST', body: JSON.stringify(body) });
}
export function either(short) {
  const messages = [{ role: 'user', content: 'Hi.' }];
  const body = short ? { model: 'gpt-5.4-mini', messages, max_tokens: 5 } : { model: 'gpt-5.4', messages, max_tokens: 50 };
  return fetch('https://api.openai.com/v1/chat/completions', { method: 'POST', body: JSON.stringify(body) });
}
export function ask(short) {
  const config = short ? { maxOutputTokens: 20 } : { maxOutputTokens: 200, temperature: 0 };
  return new GoogleGenAI({}).models.generateContent({ model: 'gemini-3-flash', contents: 'Hi.', config });
}
`;

describe('bodies and options of which one is sent', () => {
  it('say what each of them says (JavaScript)', async () => {
    const sketches = await sketchesOf({ 'use.js': source }, 'use.js');
    assert.deepEqual(sketches, [
      'call openai-chat openai gpt-5.4 (constant) cap unknown',
      '  user: Hi.',
      'call openai-chat openai ? one of gpt-5.4-mini, gpt-5.4 (constant) cap 50 WRAPPER',
      '  user: Hi.',
      'call google-genai google gemini-3-flash (literal) cap 200 WRAPPER',
      '  user: Hi.',
    ]);
  });

  it('are of an unknown model where one of them states none, and where not all that is in them was read (Python)', async () => {
    const files = {
      'use.py': `
import requests
from openai import OpenAI
client = OpenAI()
URL = "https://api.openai.com/v1/chat/completions"
def ask(prompt, stored):
    if stored:
        return client.responses.create(prompt={"id": "pmpt_1"}, input=prompt)
    return client.responses.create(model="gpt-5.4", input=prompt)
def either(prompt, short):
    if short:
        return client.responses.create(input=prompt)
    return client.responses.create(model="gpt-5.4", input=prompt)
def post(args=None):
    body = args.copy()
    body["messages"] = [{"role": "user", "content": "Hi."}]
    return requests.post(URL, json=body)
def bare():
    return requests.post(URL, json={"messages": [{"role": "user", "content": "Hi."}]})
ask("One.", input())
either("Two.", input())
`,
    };
    const models = (await sketchesOf(files, 'use.py')).filter(line => !line.startsWith(' '));
    assert.deepEqual(models.slice(4), [
      'call openai-chat openai ? may be in json (unknown) cap unknown',
      'call openai-chat openai ? not stated (absent) cap absent',
      'wrapper-call openai-responses openai ? may be in prompt (unknown) cap unknown via ask',
      'wrapper-call openai-responses openai ? one of the calls that it may be states none (unknown) cap absent via either',
    ]);
  });
});
