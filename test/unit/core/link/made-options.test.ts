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
      assert.match(sketch, /^call openai-chat openai \? may be in an options object \(unknown\) cap unknown.* \| user: \{.*unknown\}$/);
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
