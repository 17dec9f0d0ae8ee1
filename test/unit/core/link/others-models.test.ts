import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('a model that branches set to models of several providers', () => {
  it('is the one of the provider that is asked', async () => {
    const source = `
import os
from anthropic import Anthropic
from openai import OpenAI

class Desk:
    def __init__(self, kind):
        if kind == "openai":
            self.client = OpenAI()
            self.model = "gpt-5.4"
        elif kind == "small":
            self.client = OpenAI()
            self.model = "gpt-5.4-mini"
        else:
            self.client = Anthropic()
            self.model = "claude-sonnet-5"

    def ask_openai(self):
        return self.client.chat.completions.create(model=self.model, messages=[{"role": "user", "content": "Hi."}])

    def ask_anthropic(self):
        return self.client.messages.create(model=self.model, max_tokens=300, messages=[{"role": "user", "content": "Hi."}])

def anywhere(fast):
    client = OpenAI(base_url=os.environ["BASE"])
    model = "gpt-5.4" if fast else "claude-sonnet-5"
    return client.chat.completions.create(model=model, messages=[{"role": "user", "content": "Hi."}])
`;
    const heads = (await sketchesOf({ 'desk.py': source }, 'desk.py')).filter(line => !line.startsWith(' '));
    assert.deepEqual(heads, [
      'call openai-chat openai ? one of gpt-5.4, gpt-5.4-mini (constant) cap absent WRAPPER',
      'call anthropic-messages anthropic claude-sonnet-5 (constant) cap 300 WRAPPER',
      'call openai-chat ? ? one of gpt-5.4, claude-sonnet-5 (constant) cap absent WRAPPER',
    ]);
  });

  it('is the own one, where makers name models alike', async () => {
    const source = `
from google import genai
from openai import OpenAI

def embed(client: genai.Client, text, model="text-embedding-004"):
    return client.models.embed_content(model=model, contents=text)

def embed_there(client: OpenAI, text, model="text-embedding-004"):
    return client.embeddings.create(model=model, input=text)
`;
    const heads = (await sketchesOf({ 'embed.py': source }, 'embed.py')).filter(line => !line.startsWith(' '));
    assert.deepEqual(heads, [
      'call google-genai-embeddings google text-embedding-004 (default) cap unsupported WRAPPER',
      "call openai-embeddings openai ? its default, text-embedding-004, is another provider's (unknown) cap unsupported WRAPPER",
    ]);
  });

  it('is not known, where what is set at deployment is by default another’s', async () => {
    const source = `
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

export async function ask(content: string) {
  const model = process.env.MODEL || 'gpt-5.4-mini';
  const messages = [{ role: 'user' as const, content }];
  if (!/^gpt/.test(model)) return new Anthropic().messages.create({ model, max_tokens: 90, messages });
  return new OpenAI().chat.completions.create({ model, messages });
}
`;
    const heads = (await sketchesOf({ 'ask.ts': source }, 'ask.ts')).filter(line => !line.startsWith(' '));
    assert.deepEqual(heads, [
      "call anthropic-messages anthropic ? its default, gpt-5.4-mini, is another provider's (unknown) cap 90 WRAPPER",
      'call openai-chat openai gpt-5.4-mini (environment) cap absent WRAPPER',
    ]);
  });

  it('hangs on which provider is asked, where each has a client of its own', async () => {
    const source = `
import { anthropic } from '@ai-sdk/anthropic';
import { google } from '@ai-sdk/google';
import { generateText } from 'ai';

export async function ask(prompt: string, model = 'openai/gpt-oss-20b') {
  const asked = model.startsWith('anthropic/') ? anthropic(model) : google(model);
  return generateText({ model: asked, prompt });
}
`;
    const heads = (await sketchesOf({ 'ask.ts': source }, 'ask.ts')).filter(line => !line.startsWith(' '));
    assert.deepEqual(heads, ['call vercel-ai ? ? hangs on which provider is asked (caller) cap absent WRAPPER']);
  });
});
