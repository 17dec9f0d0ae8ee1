import assert from 'node:assert/strict';
import { agrees, compareAnswers } from '../../../../src/core/verify/agreement';
import { boundOf } from '../../../../src/core/verify/call-cost';
import { judgeMessages, readJudgement } from '../../../../src/core/verify/judge';
import type { TrialPlan } from '../../../../src/core/verify/trial-plan';
import { fillTrial, type Sample, type TrialRequest, type Wire } from '../../../../src/core/verify/trial-request';
import { askEndpoint } from '../../../../src/node/endpoint/ask-endpoint';
import { runTrial, type TrialJudge, type TrialOutcome, type TrialProgress } from '../../../../src/node/verify/run-trial';
import { type Asked, type Scripted, type WireServer, wireServer } from '../../../wire-server';
import { countTokens, modelOf } from './trial-parts';

const request = (model: string, wire: Wire = 'openai-chat'): TrialRequest => ({
  wire,
  provider: 'openai',
  model,
  messages: [
    { role: 'system', parts: ['Sort the ticket: billing, bug or other. One word.'] },
    { role: 'user', parts: [{ hole: 'ticket' }] },
  ],
  maxOutputTokens: 100,
  parameters: { temperature: 0 },
  fingerprint: 'a',
});

const PLAN: TrialPlan = {
  today: { request: request('gpt-4.1'), facts: modelOf('gpt-4.1') },
  changed: { request: request('gpt-4.1-mini', 'openai-responses'), facts: modelOf('gpt-4.1-mini') },
  holes: ['ticket'],
  notes: [],
  change: 'model',
};

interface Ran extends TrialOutcome {
  readonly asked: readonly Asked[];
  readonly mostAtOnce: number;
  readonly progress: readonly TrialProgress[];
}

describe('a run of two requests on samples', function () {
  this.timeout(60_000);
  let server: WireServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  async function run(
    script: (asked: Asked, nth: number) => Scripted,
    {
      count = 10,
      limitUsd = 1,
      concurrency = 4,
      signal = new AbortController().signal,
      judge,
      timeoutMs = 2000,
    }: {
      count?: number;
      limitUsd?: number;
      concurrency?: number;
      signal?: AbortSignal;
      judge?: TrialJudge;
      timeoutMs?: number;
    } = {},
  ): Promise<Ran> {
    const started = await wireServer(script);
    server = started;
    const samples: readonly Sample[] = Array.from({ length: count }, (_, index) => ({ ticket: `Ticket ${index}` }));
    const boundsOf = ({ request, facts }: TrialPlan['today']) => samples.map(sample => boundOf(request, sample, facts, countTokens));
    const progress: TrialProgress[] = [];
    const outcome = await runTrial({
      plan: PLAN,
      samples,
      bounds: { today: boundsOf(PLAN.today), changed: boundsOf(PLAN.changed) },
      limitUsd,
      concurrency,
      ask(role, messages, ending) {
        const { request } = role === 'judge' ? PLAN.today : PLAN[role];
        return askEndpoint({
          ...request,
          messages,
          model: role === 'judge' ? 'judge' : request.model,
          baseUrl: `http://${started.host}/v1`,
          key: 'secret',
          capsCompletion: true,
          streams: false,
          timeoutMs,
          signal: ending,
        });
      },
      ...(judge === undefined ? {} : { judge }),
      signal,
      onProgress: each => progress.push(each),
    });
    return { ...outcome, asked: started.asked, mostAtOnce: started.mostAtOnce, progress };
  }

  /** gpt-4.1: $2 in, $0.5 cached, $8 out a million; mini: $0.4, $0.1, $1.6. */
  const usage = { input: 1000, cached: 400, output: 20 };
  const usdOfPair = (600 * 2 + 400 * 0.5 + 20 * 8 + 600 * 0.4 + 400 * 0.1 + 20 * 1.6) / 1e6;

  it('asks both the same, and counts what was billed, the cached at its price', async () => {
    const { pairs, spentUsd, isAtMost, asked, stopped, progress } = await run(({ model }) => ({
      text: model === 'gpt-4.1' ? 'billing' : 'bug',
      ...usage,
    }));
    assert.equal(pairs.length, 10);
    assert.equal(stopped, undefined);
    assert.equal(isAtMost, false);
    assert.equal(asked.length, 20);
    for (const { today, changed, sample } of pairs) {
      assert.equal('text' in today && today.text, 'billing');
      assert.equal('text' in changed && changed.text, 'bug');
      const [one, other] = asked.filter(({ user }) => user === `Ticket ${sample}`);
      assert.ok(one !== undefined && other !== undefined && one.model !== other.model);
    }
    assert.ok(Math.abs(spentUsd - 10 * usdOfPair) < 1e-9, `${spentUsd}`);
    assert.deepEqual(
      progress.map(({ done }) => done),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    );
  });

  it('never has more under way than it may', async () => {
    const { mostAtOnce } = await run(() => ({ text: 'x', delayMs: 20 }), { concurrency: 3 });
    assert.ok(mostAtOnce <= 3 && mostAtOnce > 1, `${mostAtOnce}`);
  });

  for (const limitUsd of [0, 0.001, 0.003, 0.005])
    it(`spends no more than $${limitUsd}, what is under way at its worst included`, async () => {
      // Answers as long as they may be: the worst case comes true.
      let under = 0;
      const worst = { today: 0, changed: 0 };
      const { pairs, spentUsd, stopped, asked } = await run(
        ({ model }) => {
          under++;
          worst[model === 'gpt-4.1' ? 'today' : 'changed']++;
          return { text: 'x', input: 40, output: 100, delayMs: 10 };
        },
        { limitUsd, count: 40, concurrency: 8 },
      );
      assert.ok(spentUsd <= limitUsd, `${spentUsd}`);
      assert.equal(under, asked.length);
      assert.ok(pairs.length < 40);
      assert.match(stopped ?? '', /limit/);
      if (limitUsd > 0.002) assert.ok(pairs.length > 0);
    });

  it('counts a call at its worst where nobody says what it cost', async () => {
    const { spentUsd, isAtMost, progress } = await run(() => ({ text: 'x', withoutUsage: true }), { count: 1 });
    assert.ok(isAtMost && progress.every(each => each.isAtMost));
    const [today, changed] = [PLAN.today, PLAN.changed].map(
      side => boundOf(side.request, { ticket: 'Ticket 0' }, side.facts, countTokens).worstUsd,
    );
    assert.equal(spentUsd, (today ?? 0) + (changed ?? 0));
  });

  it('slows down where it is asked to, waits as long as told, and asks again', async () => {
    const refused = new Map<string, number>();
    const begun = performance.now();
    const { pairs, stopped, asked, spentUsd } = await run(
      ({ user, model }) => {
        const key = `${user} ${model}`;
        const times = refused.get(key) ?? 0;
        refused.set(key, times + 1);
        return times === 0 ? { status: 429, message: 'Rate limit', headers: { 'retry-after': '0.3' } } : { text: 'x', ...usage };
      },
      { count: 3 },
    );
    assert.equal(pairs.length, 3);
    assert.equal(stopped, undefined);
    assert.equal(asked.length, 12);
    assert.ok(performance.now() - begun >= 300);
    assert.ok(Math.abs(spentUsd - 3 * usdOfPair) < 1e-9, 'what was refused is free');
  });

  it('does not wait for longer than anybody would', async () => {
    const { pairs, stopped } = await run(() => ({ status: 429, message: 'Come back tomorrow', headers: { 'retry-after': '86400' } }));
    assert.match(stopped ?? '', /Come back tomorrow/);
    assert.ok(pairs.length <= 4);
  });

  for (const [what, scripted, says] of [
    ['the key is wrong', { status: 401, message: 'no' }, /refused the key/],
    ['the model is not there', { status: 404, message: 'no' }, /knows no such address or model/],
    ['the money is used up', { status: 429, message: 'quota', code: 'insufficient_quota' }, /used up/],
  ] as const)
    it(`ends at once when ${what}, and keeps what it has`, async () => {
      const { pairs, stopped, asked } = await run((_, nth) => (nth < 8 ? { text: 'x', ...usage } : scripted), {
        count: 50,
        concurrency: 2,
      });
      assert.match(stopped ?? '', says);
      assert.ok(asked.length <= 12, `${asked.length}`);
      assert.ok(pairs.filter(({ today, changed }) => 'text' in today && 'text' in changed).length >= 3);
    });

  for (const [what, scripted] of [
    ['has a fault', { status: 500, message: 'oops' }],
    ['hangs up', 'hangs up'],
    ['answers nonsense', 'nonsense'],
    ['breaks off', 'broken off'],
    ['is too slow', 'slow'],
  ] as const)
    it(`gives up after a few failures where the host ${what}, and counts them at their worst`, async () => {
      const { pairs, stopped, asked, spentUsd } = await run(() => scripted, { count: 50, concurrency: 2, timeoutMs: 200 });
      assert.match(stopped ?? '', /^3 calls in a row failed/);
      assert.ok(asked.length <= 12, `${asked.length}`);
      assert.ok(pairs.every(({ today, changed }) => 'failed' in today || 'failed' in changed));
      assert.ok(spentUsd > 0);
    });

  it('ends where only the other model fails each time, instead of paying for the one', async () => {
    const { stopped, asked } = await run(
      ({ model }) => (model === 'gpt-4.1' ? { text: 'x' } : { status: 400, message: 'no temperature' }),
      { count: 50, concurrency: 1 },
    );
    assert.match(stopped ?? '', /no temperature/);
    assert.ok(asked.length <= 8);
  });

  it('keeps empty, refused and cut answers as such, and goes on', async () => {
    const { pairs, stopped } = await run(
      ({ model, user }) => {
        if (model === 'gpt-4.1') return { text: 'x', ...usage };
        const ended = user.endsWith('1') ? 'cut' : user.endsWith('2') ? 'refused' : 'complete';
        return { text: user.endsWith('3') ? '' : 'x', ended, ...usage };
      },
      { count: 5 },
    );
    assert.equal(stopped, undefined);
    assert.deepEqual(
      pairs.map(({ changed }) => ('none' in changed ? changed.none : 'text' in changed ? 'text' : 'failed')),
      ['text', 'cut', 'refused', 'empty', 'text'],
    );
    assert.ok(
      pairs.every(({ changed }) => 'usd' in changed && (changed.usd ?? 0) > 0),
      'they are billed',
    );
  });

  it('can be cancelled, and keeps what it has', async () => {
    const cancelling = new AbortController();
    const { pairs, stopped, asked } = await run(
      (_, nth) => {
        if (nth === 9) setTimeout(() => cancelling.abort(), 10);
        return nth < 8 ? { text: 'x', ...usage } : 'slow';
      },
      { count: 50, concurrency: 2, signal: cancelling.signal },
    );
    assert.equal(stopped, 'It was cancelled.');
    assert.ok(pairs.length >= 3 && pairs.length <= 5, `${pairs.length}`);
    assert.ok(asked.length <= 12);
  });

  it('asks a judge about answers that differ, within the limit', async () => {
    const judge: TrialJudge = {
      messages: (sample, today, changed) =>
        agrees(compareAnswers(today, changed), 'judge') === true
          ? undefined
          : judgeMessages(fillTrial(PLAN.today.request, { ticket: `Ticket ${sample}` }), { today, changed }, 'as good'),
      bound: async () => ({ encodedTokens: 100, worstUsd: 0.0001 }),
      usd: () => 0.00005,
      read: readJudgement,
    };
    const { pairs, asked } = await run(
      ({ model, user }) => {
        if (model === 'judge') return { text: user.includes('Ticket 1') ? 'No.' : 'Yes', input: 50, output: 1 };
        return { text: model === 'gpt-4.1' || user === 'Ticket 0' ? 'the same' : 'another' };
      },
      { count: 3, judge },
    );
    assert.deepEqual(
      pairs.map(({ judged }) => judged),
      [undefined, false, true],
    );
    assert.equal(asked.filter(({ model }) => model === 'judge').length, 2);
  });
});
