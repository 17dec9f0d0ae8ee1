import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function heads(source: string, file: string): Promise<readonly string[]> {
  return (await sketchesOf({ [file]: source }, file)).filter(line => !line.startsWith(' '));
}

describe('requests to an address that is not in sight', () => {
  it('call a model where the body is a conversation for one (Python)', async () => {
    const source = `
import json, os
from dataclasses import dataclass
import httpx, requests

@dataclass
class Target:
    url: str
    model: str = "gpt-5.4-mini"

def ask(target: Target, rules, question):
    data = {"model": target.model, "messages": [{"role": "system", "content": rules}, {"role": "user", "content": question}]}
    return requests.post(target.url, json=data, timeout=3)

def known(question):
    return ask(Target("https://api.openai.com/v1/chat/completions"), "Be brief.", question)

def somewhere(question):
    return ask(Target(os.environ["URL"], model="gpt-5.4"), "Be brief.", question)

class Mood:
    def __init__(self, target: Target | None = None):
        self.target = target

    def read(self):
        return ask(self.target, "Be brief.", "How is it?")

class Eyes:
    def __init__(self, endpoint):
        self.endpoint = endpoint

    def look(self):
        payload = {"messages": [{"role": "user", "content": [{"type": "text", "text": "What is this?"}]}], "max_tokens": 800}
        return requests.post(self.endpoint, json=payload)

def literal(url, question):
    return httpx.post(url, content=json.dumps({"model": "gpt-5.4", "messages": [{"role": "user", "content": question}]}))

def use():
    return literal("https://api.openai.com/v1/chat/completions", "Hi")

class Server:
    def __init__(self, url, model):
        self.url = url
        self.model = model

    def chat(self, messages, limit=500):
        payload = {"model": self.model, "messages": messages, "max_tokens": limit}
        return requests.post(self.url + os.environ["ROUTE"], json=payload)

def served(question):
    return Server("http://10.0.0.1", "gpt-5.4").chat([{"role": "user", "content": question}], 70)

def claude(question):
    headers = {"anthropic-version": "2023-06-01"}
    body = {"model": "claude-sonnet-5", "max_tokens": 300, "messages": [{"role": "user", "content": question}]}
    return requests.post(os.environ["URL"], headers=headers, json=body)
`;
    assert.deepEqual(await heads(source, 'ask.py'), [
      'call openai-chat ? ? comes from the parameter target.model (caller) cap absent WRAPPER',
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap absent via ask',
      'wrapper-call openai-chat ? gpt-5.4 (constant) cap absent via ask',
      'wrapper-call openai-chat ? ? comes from the parameter target.model (caller) cap absent via ask WRAPPER',
      'call openai-chat ? ? comes from the parameter endpoint (caller) cap 800 WRAPPER',
      'call openai-chat ? gpt-5.4 (constant) cap absent WRAPPER',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap absent via literal',
      'call openai-chat ? gpt-5.4 (default) cap 500 WRAPPER',
      'wrapper-call openai-chat ? gpt-5.4 (constant) cap 70 via chat WRAPPER',
      'call anthropic-messages ? claude-sonnet-5 (constant) cap 300 WRAPPER',
    ]);
  });

  it('and in TypeScript', async () => {
    const source = `
export async function ask(question: string) {
  const messages = [{ role: 'system', content: 'Be brief.' }, { role: 'user', content: question }];
  return fetch(process.env.LLM_URL!, { method: 'POST', body: JSON.stringify({ model: 'gpt-5.4', max_tokens: 90, messages }) });
}
`;
    assert.deepEqual(await heads(source, 'ask.ts'), ['call openai-chat ? gpt-5.4 (constant) cap 90']);
  });

  it('say nothing of a model where the address or the body says something else', async () => {
    const source = `
import os, requests

def own(question):
    return requests.post(f"{os.environ['BACKEND']}/ask", json={"model": "gpt-5.4", "messages": [{"role": "user", "content": question}]})

def text(url, body):
    return requests.post(url, json={"messages": [{"to": "1", "content": body}], "model": "sms"})

def keep(url, body):
    return requests.post(url, json={"messages": [{"role": "user", "content": body}], "session": "1"})

def names(url):
    return requests.post(url, json={"messages": ["Hi."], "model": "sms", "stream": True})

def read(url):
    return requests.get(url)
`;
    assert.deepEqual(await heads(source, 'own.py'), []);
  });

  it('ask no model that nothing names where the body has a field of a server of the project', async () => {
    const source = (field: string) => `
export async function ask(question: string, url: string, route: string, approach: string) {
  const messages = [{ role: 'user', content: question }];
  return fetch(\`\${url}/\${route}\`, { method: 'POST', body: JSON.stringify({ messages, ${field}stream: route === 'chat' }) });
}
`;
    assert.deepEqual(await heads(source('context: { approach }, '), 'ask.ts'), []);
    assert.deepEqual(await heads(source('temperature: 0.2, '), 'ask.ts'), [
      'call openai-chat ? ? comes from the parameter url (caller) cap absent WRAPPER',
    ]);
    const posted = `
import axios from 'axios';
export const ask = (url: string, question: string, chatId: string) =>
  axios.post(url, { messages: [{ role: 'user', content: question }], chatId, stream: true }, { timeout: 3000 });
export const complete = (url: string, question: string) =>
  axios.post(url, { messages: [{ role: 'user', content: question }], max_tokens: 70, stream: true }, { timeout: 3000 });
`;
    assert.deepEqual(await heads(posted, 'ask.ts'), ['call openai-chat ? ? comes from the parameter url (caller) cap 70 WRAPPER']);
  });

  it('take no model from an address that is passed by default, and ask none where that is no API and nothing names one (Python)', async () => {
    const source = (url: string, model: string) => `
import requests

def ask(question, target="${url}"):
    body = {${model}"messages": [{"role": "user", "content": question}], "stream": False}
    return requests.post(target, json=body)
`;
    assert.deepEqual(await heads(source('http://localhost:8000/chat', ''), 'ask.py'), []);
    assert.deepEqual(await heads(source('http://localhost:8000/chat', '"model": "gpt-5.4", '), 'ask.py'), [
      'call openai-chat ? gpt-5.4 (constant) cap absent WRAPPER',
    ]);
    assert.deepEqual(await heads(source('http://localhost:8000/v1/chat/completions', ''), 'ask.py'), [
      'call openai-chat ? ? comes from the parameter target (caller) cap absent WRAPPER',
    ]);
  });
});
