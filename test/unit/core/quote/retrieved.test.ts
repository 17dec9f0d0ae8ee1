import assert from 'node:assert/strict';
import { workloadOf } from '../../../../src/core/spend/workload-of-quote';
import type { WorkspaceFile } from '../../../../src/core/workspace-file/file-schema';
import { analyseIn, DEFAULT_SETTINGS } from '../rules/fixture/project';

const FOLDER = 'file:///project';
const FILE = `${FOLDER}/ask.py`;
const code = (content: string) => `from openai import OpenAI

def ask(documents, question):
    return OpenAI().chat.completions.create(model="gpt-4.1", max_completion_tokens=400, messages=[
        {"role": "system", "content": "Answer by the sources."},
        {"role": "user", "content": ${content}},
    ])
`;

async function workload(content: string, holes?: Readonly<Record<string, number>>) {
  const file: WorkspaceFile = holes === undefined ? {} : { calls: { '**': { holes: { ...holes } } } };
  const { analysis } = await analyseIn(new Map([[FILE, code(content)]]), FILE, {
    ...DEFAULT_SETTINGS,
    stated: { folder: FOLDER, ...file },
  });
  const [quote] = analysis.quotes;
  assert.ok(quote);
  return { ...workloadOf(quote, 'ask.py'), quote };
}

describe('what is retrieved for a call', () => {
  it('is a part of its own, and the parts are still the whole', async () => {
    const { tokens, quote } = await workload('f"Sources: {documents} Question: {question}"', { documents: 3000, question: 40 });
    assert.equal(tokens.retrieved.value, 3000);
    assert.ok(tokens.query.value > 40 && tokens.query.value < 60, String(tokens.query.value));
    const whole = tokens.tools.value + tokens.system.value + tokens.history.value + tokens.retrieved.value + tokens.query.value;
    assert.equal(whole, quote.inputTokens.value);
  });

  it('is what nobody knows the size of, and the question is not, where only that is stated', async () => {
    const { tokens } = await workload('f"Sources: {documents} Question: {question}"', { question: 40 });
    assert.equal(tokens.retrieved.high, Number.POSITIVE_INFINITY);
    assert.ok(Number.isFinite(tokens.query.high));
  });

  it('is nothing where nothing is named like it', async () => {
    assert.equal((await workload('f"Question: {question}"')).tokens.retrieved.high, 0);
  });
});
