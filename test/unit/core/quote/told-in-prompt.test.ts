import assert from 'node:assert/strict';
import type { QuoteSettings } from '../../../../src/core/quote/settings';
import { analyseIn, DEFAULT_SETTINGS } from '../rules/fixture/project';

const PROJECT = 'file:///project/';

const PROMPT = `---
name: Reply
model:
  api: chat
  configuration:
    type: openai
    name: gpt-4o
---
system:
You answer questions about bicycles for the customers of a shop in three cities.
Never answer in more words than you need, and never speak of prices at all.
Speak of the weather if somebody asks about tyres, and of nothing else.
Never answer in more words than you need, and never speak of prices at all.
user:
{{question}}
`;

const LOADS = `import prompty
import prompty.openai


def ask(question):
    return prompty.execute("reply.prompty", inputs={"question": question})
`;

/** The rules that find something, in each file. */
async function found(files: Readonly<Record<string, string>>, settings: Partial<QuoteSettings> = {}) {
  const texts = new Map(Object.entries(files).map(([path, text]) => [PROJECT + path, text]));
  const all: Record<string, readonly string[]> = {};
  for (const path of Object.keys(files)) {
    const { analysis } = await analyseIn(texts, PROJECT + path, { ...DEFAULT_SETTINGS, ...settings });
    all[path] = analysis.findings.map(({ rule }) => rule).sort();
  }
  return all;
}

const OF_PROMPT = ['no-duplicate-instruction', 'no-retired-model', 'require-output-cap'];

describe('what a prompt file is told', () => {
  it('is not told again at the call that sends it', async () => {
    assert.deepEqual(await found({ 'ask.py': LOADS, 'reply.prompty': PROMPT }), { 'ask.py': [], 'reply.prompty': OF_PROMPT });
  });

  it('is not told again where the file calls its host by another name', async () => {
    const code = `import { genkit } from 'genkit';
import { googleAI } from '@genkit-ai/google-genai';
const ai = genkit({ plugins: [googleAI()], promptDir: './prompts' });
export const ask = (question: string) => ai.prompt('reply')({ question });
`;
    const prompt = '---\nmodel: googleai/gemini-1.5-flash-latest\n---\nAnswer briefly: {{question}}\n';
    const all = await found({ 'src/ask.ts': code, 'prompts/reply.prompt': prompt });
    assert.deepEqual(all, { 'src/ask.ts': [], 'prompts/reply.prompt': ['no-retired-model'] });
  });

  it('is told at the call where the file can’t know it, as it names no host', async () => {
    const open = PROMPT.replace('    type: openai\n', '');
    const { 'ask.py': atCall = [] } = await found({ 'ask.py': LOADS, 'reply.prompty': open });
    assert.ok(atCall.includes('no-retired-model'), atCall.join());
  });

  it('is told at the call where the code names another model', async () => {
    const open = PROMPT.replace('    name: gpt-4o\n', '');
    const chosen = LOADS.replace('inputs=', 'configuration={"model": "gpt-4"}, inputs=');
    const { 'ask.py': atCall = [] } = await found({ 'ask.py': chosen, 'reply.prompty': open });
    assert.ok(atCall.includes('no-duplicate-instruction'), atCall.join());
  });

  it('is told at the call where the file’s own finding is silenced', async () => {
    const settings = { ignore: { 'no-retired-model': ['**/*.prompty'] } };
    const all = await found({ 'ask.py': LOADS, 'reply.prompty': PROMPT }, settings);
    assert.deepEqual(all['reply.prompty'], ['no-duplicate-instruction', 'require-output-cap']);
    assert.deepEqual(all['ask.py'], ['no-retired-model']);
  });

  it('leaves what the code itself is told', async () => {
    const all = `import prompty
import prompty.openai

for question in open("questions").readlines():
    print(prompty.execute("reply.prompty", inputs={"question": question}))
`;
    assert.deepEqual((await found({ 'ask.py': all, 'reply.prompty': PROMPT }))['ask.py'], ['prefer-batch']);
  });
});
