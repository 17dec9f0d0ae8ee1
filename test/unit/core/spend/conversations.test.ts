import assert from 'node:assert/strict';
import { exactly } from '../../../../src/core/quote/basis';
import { turnCurve } from '../../../../src/core/spend/curves';
import type { Levers } from '../../../../src/core/spend/scenario';
import { spendOfAll } from '../../../../src/core/spend/waterfall';
import type { Workload } from '../../../../src/core/spend/workload';
import { find, workload } from './given';

const SYSTEM = 2000;
const QUERY = 100;
const OUTPUT = 300;
const TURNS = 20;

function chat(rest: Partial<Workload> = {}): Workload {
  return workload(
    { system: SYSTEM, query: QUERY, output: OUTPUT },
    { conversation: { turns: TURNS }, callsPerMonth: exactly(TURNS), ...rest },
  );
}

/** One conversation a month, so that the month's money is the conversation's. */
function usd(calls: Workload, levers: Levers = {}): number {
  return spendOfAll([calls], () => levers, find).after.usd.value;
}

function isClose(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);
}

/** The conversation played message by message, with claude-sonnet-5-5's prices of 2026-11-20. */
function played(remembered: (before: readonly number[], turn: number) => readonly number[]): number {
  const said: number[] = [];
  let dollars = 0;
  for (let turn = 1; turn <= TURNS; turn++) {
    const sent = [SYSTEM, ...remembered(said, turn), QUERY];
    for (const message of sent) dollars += message * 0.000002;
    dollars += OUTPUT * 0.00001;
    said.push(QUERY + OUTPUT);
  }
  return dollars;
}

describe('spend of conversations', () => {
  it('sends all turns again where nothing controls the history', () => {
    isClose(
      usd(chat()),
      played(said => said),
    );
  });

  it('doubles what is stale from turn 10 to turn 20', () => {
    const curve = turnCurve(chat(), {}, find) ?? [];
    const stale = (turn: number) => (curve[turn - 1]?.value ?? 0) - (curve[0]?.value ?? 0);
    isClose(stale(10), 9 * 400 * 0.000002);
    assert.equal(curve.length, TURNS);
    assert.equal((stale(20) / stale(10)).toFixed(1), '2.1');
  });

  it('sends the last turns of a window', () => {
    isClose(
      usd(chat(), { history: { strategy: 'window', turns: 3 } }),
      played(said => said.slice(-3)),
    );
  });

  it('sends a summary and the turns since, and pays the calls that write the summaries', () => {
    const summaries = 1; // of turns 1 to 10; the conversation ends before another is needed
    const written = summaries * (10 * 400 * 0.000002 + 200 * 0.00001);
    const history: Levers['history'] = { strategy: 'summary', everyTurns: 10, summaryTokens: 200 };
    const expected = played(said => (said.length < 10 ? said : [200, ...said.slice(Math.floor(said.length / 10) * 10)]));
    isClose(usd(chat(), { history }), expected + written);
    isClose(spendOfAll([chat()], () => ({ history }), find).after.parts.summaries.value, written);
  });

  it('reads the summary before it when it writes the next', () => {
    const history: Levers['history'] = { strategy: 'summary', everyTurns: 5, summaryTokens: 200 };
    const written = 5 * 400 * 3 * 0.000002 + 2 * 200 * 0.000002 + 3 * 200 * 0.00001;
    isClose(spendOfAll([chat()], () => ({ history }), find).after.parts.summaries.value, written);
  });

  it('takes 80% off the history of turn 20 with a summary of 200 tokens and the last 3 turns', () => {
    const long = chat({ conversation: { turns: 21 } });
    const history: Levers['history'] = { strategy: 'summary', everyTurns: 20, summaryTokens: 200, keepTurns: 3 };
    const stale = (levers: Levers) => {
      const curve = spendOfAll([{ ...long, callsPerMonth: exactly(1) }], () => levers, find).after.parts.history.value;
      return curve;
    };
    assert.ok(stale({ history }) < stale({}));
    // Turn 21 alone: 200 + 3 × 400 tokens instead of 20 × 400.
    assert.ok(1 - 1400 / 8000 > 0.8);
    const last = (levers: Levers) => (turnCurve(long, levers, find)?.[20]?.value ?? 0) - (SYSTEM + QUERY) * 0.000002 - OUTPUT * 0.00001;
    isClose(last({}), 8000 * 0.000002);
    isClose(last({ history }), 1400 * 0.000002 + (8000 * 0.000002 + 200 * 0.00001));
  });

  it('sends the turns that matter, and pays for finding them', () => {
    const history: Levers['history'] = { strategy: 'retrieval', turns: 2, lookupUsdPerThousandCalls: 0.5 };
    isClose(usd(chat(), { history }), played(said => said.slice(0, 2)) + TURNS * 0.0005);
  });

  it('lets the context of an agent grow by each answer and its tools’ results', () => {
    const agent = workload(
      { system: 1000, tools: 1500, query: 50, output: 100 },
      { agent: { steps: 3, resultTokens: 900 }, callsPerMonth: exactly(3) },
    );
    const sent = 2550 + (2550 + 1000) + (2550 + 2000);
    isClose(usd(agent), sent * 0.000002 + 300 * 0.00001);
  });

  it('reads what the step before sent, where an agent caches its whole conversation', () => {
    const agent = workload(
      { system: 1000, tools: 1500, query: 50, output: 100 },
      { agent: { steps: 3, resultTokens: 900 }, callsPerMonth: exactly(3) },
    );
    // First: all is written. Then 2,550 are read and 1,000 written; then 3,550 read and 1,000 written.
    const first = 2550 * 0.0000025 + 300 * 0.00001;
    const cached = first + (2550 + 3550) * 0.0000001 + 2000 * 0.0000025;
    // Every step is found, as `hitRate` says; the first finds the prefix of the run before.
    const prefixFound = 2500 * (0.0000025 - 0.0000001);
    isClose(usd(agent, { caching: { covers: 'conversation', hitRate: 1 } }), cached - prefixFound);
  });

  it('loses the cached history with every turn that a full window drops', () => {
    const levers = (turns: number): Levers => ({ history: { strategy: 'window', turns }, caching: { covers: 'conversation', hitRate: 1 } });
    const dropping = spendOfAll([chat()], () => levers(5), find).after.parts.history.value;
    // From turn 7 on each turn writes all 5 × 400 tokens anew. Until then a turn reads the history of the turn before and its question.
    const growing = [0, 1, 2, 3, 4, 5].reduce((total, earlier) => {
      const read = earlier === 0 ? 0 : (earlier - 1) * 400 + QUERY;
      return total + read * 0.0000001 + (earlier * 400 - read) * 0.0000025;
    }, 0);
    isClose(dropping, growing + 14 * 2000 * 0.0000025);
  });

  it('caches no conversation whose instructions change with each call', () => {
    const broken = chat({ steadyInConversation: false });
    const levers: Levers = { caching: { covers: 'conversation', hitRate: 1 } };
    isClose(
      spendOfAll([broken], () => levers, find).after.parts.history.value,
      spendOfAll([broken], () => ({}), find).today.parts.history.value,
    );
  });

  it('leaves a history alone that nobody stated the turns of, and says what it would need', () => {
    const result = spendOfAll([workload({ history: 5000 })], () => ({ history: { strategy: 'window', turns: 3 } }), find);
    assert.equal(result.steps.length, 0);
    assert.match(result.priced[0]?.notes.join() ?? '', /state how many turns/);
  });
});
