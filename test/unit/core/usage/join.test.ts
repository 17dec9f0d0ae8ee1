import assert from 'node:assert/strict';
import { joinUsage, type UsageTarget } from '../../../../src/core/usage/join';
import { drift, measuredUsage } from '../../../../src/core/usage/measured';
import { createTally } from '../../../../src/core/usage/tally';
import type { UsageRecord } from '../../../../src/core/usage/usage-record';

const ANSWER: UsageTarget = {
  path: 'support/assistant.py',
  line: 40,
  endLine: 48,
  identity: 'Assistant.answer/openai-chat#0',
  symbol: 'Assistant.answer',
  models: ['gpt-4o'],
};
const TRIAGE: UsageTarget = {
  path: 'support/triage.py',
  line: 10,
  endLine: 14,
  identity: 'triage/openai-chat#0',
  symbol: 'triage',
  models: ['gpt-4o'],
  feature: 'support',
};
const REVIEW: UsageTarget = {
  path: 'review.py',
  line: 3,
  endLine: 9,
  identity: 'review/anthropic-messages#0',
  symbol: 'review',
  models: ['claude-sonnet-4-5'],
};

const record = (more: Partial<UsageRecord>): UsageRecord => ({
  requests: 1,
  model: 'gpt-4o-2024-08-06',
  inputTokens: 100,
  cacheReadTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 10,
  names: [],
  tags: [],
  ...more,
});

function joined(...records: readonly UsageRecord[]) {
  const tally = createTally();
  for (const each of records) tally.add(each);
  return joinUsage(tally.groups(), [ANSWER, TRIAGE, REVIEW]);
}

function whoMade(more: Partial<UsageRecord>): string {
  const { matches, unmatched } = joined(record(more));
  const [match] = matches;
  return match === undefined ? (unmatched[0]?.why ?? '') : `${match.target.symbol} by ${match.by}`;
}

describe('usage and calls', () => {
  it('belong together by the place in the code', () => {
    assert.equal(whoMade({ code: { file: '/srv/app/support/assistant.py', line: 44 } }), 'Assistant.answer by code location');
    assert.equal(whoMade({ code: { file: 'support\\assistant.py', function: 'answer' } }), 'Assistant.answer by code location');
    assert.equal(whoMade({ code: { function: 'support.triage.triage' } }), 'triage by code location');
  });

  it('belong together by a name or a tag that one call alone has', () => {
    assert.equal(whoMade({ names: ['ChatOpenAI', 'triage'] }), 'triage by name');
    assert.equal(whoMade({ tags: ['support'] }), 'triage by tag');
    assert.equal(whoMade({ names: ['assistant'] }), 'Assistant.answer by name');
  });

  it('belong together by a model that one call alone uses', () => {
    assert.equal(whoMade({ model: 'claude-sonnet-4-5-20250929' }), 'review by model');
    assert.equal(whoMade({ model: 'anthropic/claude-sonnet-4-5' }), 'review by model');
  });

  it('stay apart where several may be meant, or none', () => {
    assert.equal(whoMade({}), '2 calls use gpt-4o-2024-08-06, and nothing tells them apart');
    assert.equal(whoMade({ model: 'gpt-4o-mini' }), 'no call is known to use gpt-4o-mini');
    assert.equal(whoMade({ model: 'claude-sonnet-4-5-thinking' }), 'no call is known to use claude-sonnet-4-5-thinking');
    assert.equal(whoMade({ model: 'claude-sonnet-4-5', code: { file: 'support/assistant.py', line: 44 } }), 'review by model');
  });

  it('give averages of a call, which are measured', () => {
    const { matches } = joined(
      record({
        names: ['triage'],
        requests: 3,
        inputTokens: 600,
        cacheReadTokens: 300,
        outputTokens: 30,
        usd: 0.3,
        at: '2026-10-02T00:00:00.000Z',
      }),
      record({ names: ['triage'], requests: 1, inputTokens: 200, outputTokens: 50, usd: 0.1, at: '2026-10-01T00:00:00.000Z' }),
    );
    const usage = measuredUsage(matches);
    assert.equal(usage?.requests, 4);
    assert.deepEqual([usage.inputTokens.value, usage.outputTokens.value, usage.inputTokens.basis], [200, 20, 'measured']);
    assert.equal(usage.cacheReadShare, 300 / 800);
    assert.ok(usage.usd !== undefined && Math.abs(usage.usd.value - 0.1) < 1e-12);
    assert.deepEqual([usage.from, usage.to], ['2026-10-01T00:00:00.000Z', '2026-10-02T00:00:00.000Z']);
  });

  it('give no average where nobody says how many calls it were, and no money where a record has none', () => {
    assert.equal(measuredUsage(joined({ ...record({ names: ['triage'] }), requests: 0 }).matches), undefined);
    assert.equal(measuredUsage(joined(record({ names: ['triage'] })).matches)?.usd, undefined);
  });

  it('drift apart only outside of the estimate’s band', () => {
    const estimated = { value: 100, low: 90, high: 110, basis: 'estimated', why: '' } as const;
    const measured = (value: number) => ({ value, low: value, high: value, basis: 'measured', why: '' }) as const;
    assert.equal(drift(estimated, measured(95)), 0);
    assert.ok(Math.abs(drift(estimated, measured(165)) - 0.5) < 1e-12);
    assert.ok(Math.abs(drift(estimated, measured(45)) + 0.5) < 1e-12);
  });

  it('are held in bounded memory, and nothing of the sums is lost', () => {
    const tally = createTally(3);
    for (let index = 0; index < 10; index++) tally.add(record({ names: [`call ${index}`], model: 'gpt-4o' }));
    assert.equal(tally.ungrouped, 7);
    assert.equal(tally.groups().length, 4);
    assert.equal(
      tally.groups().reduce((sum, group) => sum + group.inputTokens, 0),
      1000,
    );
  });
});
