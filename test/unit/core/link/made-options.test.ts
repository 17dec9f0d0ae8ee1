import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const TS = `
import OpenAI from 'openai';
import { fromDesk, DeskOptions } from 'desk-kit';
import * as kit from 'desk-kit';
const client = new OpenAI();
`;

const PYTHON = `
import json
import requests
from openai import OpenAI
from google import genai
from google.genai import types
from desk_kit import from_desk
client = OpenAI()
URL = "https://api.openai.com/v1/chat/completions"
`;

/** The sketch of one call, in one line. */
async function read(main: string, text: string): Promise<string> {
  return (await sketchesOf({ [main]: text }, main)).map(line => line.trim()).join(' | ');
}

describe('options that a function of elsewhere gives', () => {
  for (const options of ['fromDesk(question)', 'kit.fromDesk(question)', 'JSON.parse(question)', 'await fromDesk({ question })'])
    it(`say nothing of what is absent: ${options}`, async () => {
      const sketch = await read(
        'a.ts',
        `${TS}export const ask = async (question: string) => client.chat.completions.create(${options});\n`,
      );
      assert.match(sketch, /^call openai-chat openai \? may be in .*\(\) \(unknown\) cap unknown.* \| user: \{.*unknown\}$/);
    });

  for (const options of ['fromDesk(question)', 'kit.fromDesk({ question })', 'JSON.parse(question)'])
    it(`nor where they are spread: ${options}`, async () => {
      const text = `export const ask = (question: string) => client.chat.completions.create({ model: 'gpt-5.4', ...${options} });\n`;
      const sketch = await read('a.ts', TS + text);
      assert.match(sketch, /^call openai-chat openai gpt-5\.4 \(default\) cap unknown.* \| user: \{.*unknown\}$/);
    });

  it('nor where they are the body of a request (TypeScript)', async () => {
    const text = `export const ask = (question: string) =>
  fetch('https://api.openai.com/v1/chat/completions', { method: 'POST', body: JSON.stringify(fromDesk(question)) });\n`;
    assert.match(
      await read('a.ts', TS + text),
      /^call openai-chat openai \? may be in body \(unknown\) cap unknown.* \| user: \{.*unknown\}$/,
    );
  });

  for (const body of ['json=from_desk(question)', 'json=json.loads(question)', 'data=json.dumps(from_desk(question))'])
    it(`nor where they are the body of a request (Python): ${body}`, async () => {
      const text = `def ask(question):\n    return requests.post(URL, ${body}).json()\n`;
      const sketch = await read('a.py', PYTHON + text);
      assert.match(sketch, /^call openai-chat openai \? may be in (?:json|data) \(unknown\) cap unknown.* \| user: \{.*unknown\}$/);
    });

  it('nor where they are the configuration of a call', async () => {
    const text = `def ask(question):
    return genai.Client().models.generate_content(model="gemini-3-flash", contents="Hello", config=from_desk(question))\n`;
    assert.match(await read('a.py', PYTHON + text), /^call google-genai google gemini-3-flash \(literal\) cap unknown/);
  });

  it('hold what is told to a class that only holds named values', async () => {
    const text = `def ask(question):
    return genai.Client().models.generate_content(
        model="gemini-3-flash", contents="Hello", config=types.GenerateContentConfig(temperature=0))\n`;
    assert.match(await read('a.py', PYTHON + text), /^call google-genai google gemini-3-flash \(literal\) cap absent/);
    const made = `export const ask = () => client.chat.completions.create(new DeskOptions({ model: 'gpt-5.4', messages: [] }));\n`;
    assert.match(await read('a.ts', TS + made), /^call openai-chat openai gpt-5\.4 \((?:literal|constant)\) cap absent/);
  });
});

describe('what is handed to a call and is not in sight', () => {
  const JAVA = (argument: string, of = '') => `package com.acme;
import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.MessageCreateParams;
import com.acme.other.Settings;
class Desk {
  private final AnthropicClient client = AnthropicOkHttpClient.fromEnv();
  Object ask(${of}) { return client.messages().create(${argument}); }
}
`;
  for (const [argument, of] of [
    ['params', 'MessageCreateParams params'],
    ['Settings.forDesk(1)', ''],
    ['this.settings.forDesk(1)', ''],
  ])
    it(`leaves model, cap and text open (Java): ${argument}`, async () => {
      const sketch = await read('Desk.java', JAVA(argument ?? '', of));
      assert.match(sketch, /^call anthropic-messages anthropic \? .* cap unknown.* \| user: \{.*unknown\}$/);
    });

  it('leaves the cap open where a static method gives the options (C#)', async () => {
    const text = `using OpenAI.Chat;
using Acme;
class Desk {
  ChatClient client = new("gpt-5.4", "key");
  object Ask(string q) => client.CompleteChat([new UserChatMessage("Hi.")], Settings.For(q));
}
`;
    assert.match(await read('Desk.cs', text), /call openai-chat openai gpt-5\.4 \(default\) cap unknown \| user: Hi\.$/);
  });

  it('leaves the cap open where a function gives an option (Go)', async () => {
    const text = `package main

import (
	"context"
	"acme/desk"
	"github.com/tmc/langchaingo/llms"
	"github.com/tmc/langchaingo/llms/openai"
)

func ask(ctx context.Context) {
	llm, _ := openai.New(openai.WithModel("gpt-5.4"))
	llms.GenerateFromSinglePrompt(ctx, llm, "Hi.", desk.Option())
}
`;
    assert.match(await read('main.go', text), /call langchain-chat openai gpt-5\.4 \(default\) cap unknown \| user: Hi\.$/);
  });

  for (const [what, text, expected] of [
    [
      'Ollama',
      "import ollama from 'ollama';\nexport const ask = (request: any) => ollama.chat(request);\n",
      'call ollama-chat ollama ? may be in request (unknown) cap unknown WRAPPER | user: {request ~unknown}',
    ],
    [
      'fetch',
      "export const ask = (init: RequestInit) => fetch('https://api.openai.com/v1/chat/completions', init);\n",
      'call openai-chat openai ? may be in init (unknown) cap unknown WRAPPER | user: {init ~unknown}',
    ],
    [
      'settings within settings',
      "import { Agent } from '@mastra/core/agent';\nimport { settings } from 'desk-kit';\nexport const ask = (agent: Agent) => agent.generate('Hi.', { modelSettings: settings() });\n",
      'call mastra ? ? comes from the parameter agent (caller) cap unknown WRAPPER | system system: {Agent ~unknown} | user: Hi.',
    ],
  ] as const)
    it(`leaves open what it may say (TypeScript): ${what}`, async () => assert.equal(await read('a.ts', text), expected));

  it('leaves the model of a store open (Python)', async () => {
    const text =
      'from langchain_community.vectorstores import FAISS\ndef keep(embeddings):\n    return FAISS.from_texts(["A lamp."], embeddings)\n';
    assert.equal(
      await read('a.py', text),
      'call langchain-embeddings ? ? may be in embeddings (unknown) cap unsupported WRAPPER | user: A lamp.',
    );
  });

  it('may be anybody who speaks OpenAI’s protocol (Pydantic AI)', async () => {
    const text =
      'from pydantic_ai import Agent\nfrom pydantic_ai.models.openai import OpenAIModel\nfrom desk_kit import provider\n' +
      'agent = Agent(OpenAIModel("deepseek-chat", provider=provider()))\nagent.run_sync("Hi.")\n';
    assert.match(await read('a.py', text), /call pydantic-ai \? deepseek-chat \(constant\) cap unknown/);
  });

  it('may have instructions: an agent, and a config', async () => {
    const agents = 'from agents import Agent, Runner\nasync def ask(agent: Agent):\n    return await Runner.run(agent, "Hi.")\n';
    assert.match(await read('a.py', agents), /\| system system: \{Agent ~unknown\} \| user: Hi\.$/);
    const config = `def ask(config):\n    return genai.Client().models.generate_content(model="gemini-3-flash", contents="Hi.", config=config)\n`;
    assert.match(await read('a.py', PYTHON + config), /\| system system: \{config ~unknown\} \| user: Hi\.$/);
  });
});
