import assert from 'node:assert/strict';
import { monthText } from '../../../../src/core/present/month';
import { numeralsOf } from '../../../../src/core/present/numerals';
import type { Quote } from '../../../../src/core/quote/analysis';
import { isKnown } from '../../../../src/core/quote/basis';
import { spendOfAll } from '../../../../src/core/spend/waterfall';
import { workloadOf } from '../../../../src/core/spend/workload-of-quote';
import type { WorkspaceFile } from '../../../../src/core/workspace-file/file-schema';
import { analyseIn, DEFAULT_SETTINGS } from '../rules/fixture/project';

const FOLDER = 'file:///project';
const FILE = `${FOLDER}/chat.py`;
const CODE = `from openai import OpenAI

def chat(question):
    return OpenAI().chat.completions.create(model="gpt-4.1", max_completion_tokens=400, messages=[
        {"role": "system", "content": "You are brief."},
        {"role": "user", "content": question},
    ])
`;
type Said = NonNullable<WorkspaceFile['calls']>[string];

async function quoteOf(said: Said): Promise<Quote> {
  const calls = { '**': { holes: { question: 50 }, outputTokens: 100, ...said } };
  const { analysis } = await analyseIn(new Map([[FILE, CODE]]), FILE, { ...DEFAULT_SETTINGS, stated: { folder: FOLDER, calls } });
  const [quote] = analysis.quotes;
  assert.ok(quote);
  return quote;
}

function meanUsd({ stated }: Quote): number {
  assert.ok(stated !== undefined && isKnown(stated.meanCallUsd));
  return stated.meanCallUsd.value;
}

/** gpt-4.1: $2 in and $8 out for a million tokens; it caches from 1,024 tokens, which nothing here reaches. */
function usd(inputTokens: number, outputTokens: number): number {
  return (inputTokens * 2 + outputTokens * 8) / 1e6;
}

describe('a call that is a turn of a conversation', () => {
  it('costs the mean of its turns, each of which sends those before it again', async () => {
    const alone = await quoteOf({});
    const input = alone.inputTokens.value;
    assert.ok(Math.abs(meanUsd(alone) - usd(input, 100)) < 1e-12);
    const chat = await quoteOf({ conversation: { turns: 4 } });
    const query = chat.parts.filter(({ label }) => !/^system/.test(label)).reduce((total, { tokens }) => total + tokens.value, 0);
    const turns = [0, 1, 2, 3].map(before => usd(input + before * (query + 100), 100));
    const mean = turns.reduce((total, each) => total + each, 0) / turns.length;
    assert.ok(Math.abs(meanUsd(chat) - mean) < 1e-12, `${meanUsd(chat)} is not ${mean}`);
    assert.match(chat.stated?.meanCallUsd.why ?? '', /mean of the 4 turns of a conversation/);
  });

  it('costs in a month what the estimator says, to the cent', async () => {
    const quote = await quoteOf({ conversation: { turns: 12 }, callsPerDay: [900, 1100] });
    const { today } = spendOfAll(
      [workloadOf(quote, 'chat.py')],
      () => ({}),
      () => undefined,
    );
    assert.ok(quote.stated?.usdPerMonth !== undefined && isKnown(quote.stated.usdPerMonth));
    const { low, value, high } = quote.stated.usdPerMonth;
    assert.deepEqual([low, value, high], [today.usd.low, today.usd.value, today.usd.high]);
    assert.ok(Math.abs(value - meanUsd(quote) * 30_000) < 0.01);
    assert.match(monthText(quote, numeralsOf()), /^\$[\d,]+–\$[\d,]+\/month$|^\$[\d,.]+\/month$/);
  });

  it('and a step of an agent, which also sends what its tools answered', async () => {
    const agent = await quoteOf({ agent: { steps: 3, resultTokens: 500 } });
    const input = (await quoteOf({})).inputTokens.value;
    const steps = [0, 1, 2].map(before => usd(input + before * 600, 100));
    assert.ok(Math.abs(meanUsd(agent) - steps.reduce((total, each) => total + each, 0) / 3) < 1e-12);
  });
});
