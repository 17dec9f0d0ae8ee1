import assert from 'node:assert/strict';
import * as pipeline from '../../../src/core/pipeline';
import { createCatalogue } from '../../../src/core/prices/catalogue';
import type { Analysis } from '../../../src/core/quote/analysis';
import { isRefusal } from '../../../src/core/source/edit';
import { rememberCounts } from '../../../src/core/tokens/remember-counts';
import { TRIAL_OUTPUT_TOKENS } from '../../../src/core/verify/call-cost';
import type { TrialPlan } from '../../../src/core/verify/trial-plan';
import { fillTrial } from '../../../src/core/verify/trial-request';
import { loadCounters } from '../../../src/node/encodings';
import { WorkerSession } from '../../../src/node/worker-session';
import type { TrialAnswered, TrialChange, TrialQuestion } from '../../../src/protocol/trial';
import type { FromWorker, ToWorker } from '../../../src/protocol/worker';
import { grammarsWhenAsked } from '../grammars-when-asked';

const MAIN = 'file:///project/main.py';
const CODE = `from openai import OpenAI
client = OpenAI()

def answer(question):
    return client.chat.completions.create(
        model="gpt-4.1",
        messages=[{"role": "system", "content": "Sort the question. One word."}, {"role": "user", "content": question}],
    )
`;

describe('a trial that the worker plans', () => {
  const grammars = grammarsWhenAsked();
  const counters = rememberCounts(loadCounters());
  let posted: FromWorker[] = [];
  let session: WorkerSession;
  let requests = 0;
  const send = (message: ToWorker) => session.receive(message);

  beforeEach(() => {
    posted = [];
    session = new WorkerSession({
      pipeline,
      grammars,
      counters,
      gate: () => true,
      createCatalogue,
      now: () => new Date('2026-11-20'),
      post: message => posted.push(structuredClone(message)),
    });
    const settings = { severities: {}, ignore: {}, notCalls: [], promptFiles: [] };
    send({ type: 'configure', settings, userPrices: undefined, refreshedPrices: undefined, workspaceFiles: [], revision: 1 });
    send({ type: 'open', uri: MAIN, languageId: 'python', version: 1, chunk: CODE, first: true, last: true });
  });

  async function analysed(): Promise<Analysis> {
    await session.idle();
    const last = posted.flatMap(message => (message.type === 'analysis' ? [message.analysis] : [])).pop();
    return last ?? assert.fail('it was analysed');
  }

  async function answerTo(ask: TrialQuestion): Promise<TrialAnswered> {
    send({ type: 'trial', request: ++requests, uri: MAIN, ask });
    for (let waited = 0; waited < 1000; waited++) {
      const answer = posted.find(message => message.type === 'trial' && message.request === requests);
      if (answer?.type === 'trial') return answer.result;
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    return assert.fail('no answer');
  }

  async function ask(change: TrialChange, version = 1): Promise<TrialAnswered> {
    const [quote] = (await analysed()).quotes;
    assert.ok(quote);
    return answerTo({ about: 'plan', version, identity: quote.site.identity, change });
  }

  async function planOf(change: TrialChange): Promise<TrialPlan> {
    const answer = await ask(change);
    assert.ok('plan' in answer, JSON.stringify(answer));
    return answer.plan;
  }

  it('is of the same request to a model of the catalogue', async () => {
    const { today, changed, change, holes } = await planOf({ kind: 'model', model: 'openai/gpt-4.1-mini' });
    assert.deepEqual([today.request.model, changed.request.model, change], ['gpt-4.1', 'gpt-4.1-mini', 'model']);
    assert.deepEqual(today.request.messages, changed.request.messages);
    assert.deepEqual(holes, ['question']);
    assert.equal(changed.facts?.id, 'gpt-4.1-mini');
  });

  it('is of the request as a fix or edits would leave it, and nothing is edited', async () => {
    const start = CODE.indexOf('Sort the');
    const { today, changed, change } = await planOf({
      kind: 'edits',
      edits: [{ uri: MAIN, start, end: start + 8, newText: 'Class this' }],
    });
    assert.equal(change, 'request');
    assert.equal(fillTrial(today.request, {})[0]?.text, 'Sort the question. One word.');
    assert.equal(fillTrial(changed.request, {})[0]?.text, 'Class this question. One word.');
    const { findings } = await analysed();
    const fix = findings.flatMap(({ fixes }) => fixes).find(({ effect, questions }) => effect === 'parameters' && questions === undefined);
    assert.ok(fix, JSON.stringify(findings.map(({ rule }) => rule)));
    const plan = await planOf({ kind: 'fix', fixId: fix.id });
    assert.notDeepEqual(plan.changed.request, plan.today.request);
    assert.equal((await analysed()).version, 1);
  });

  it('is refused for another version, an unknown model, a fix that is gone and a change that changes nothing', async () => {
    const start = CODE.indexOf('client = ');
    const refusals = [
      await ask({ kind: 'model', model: 'openai/gpt-4.1-mini' }, 2),
      await ask({ kind: 'model', model: 'openai/no-such-model' }),
      await ask({ kind: 'fix', fixId: 'gone' }),
      await ask({ kind: 'edits', edits: [{ uri: MAIN, start, end: start, newText: '# a comment\n' }] }),
      await ask({ kind: 'edits', edits: [{ uri: MAIN, start: 0, end: CODE.length, newText: '' }] }),
    ];
    for (const refusal of refusals) assert.ok(isRefusal(refusal) && /\.$/.test(refusal.refused), JSON.stringify(refusal));
  });

  it('says what each call will cost, at worst as long as its answer may be', async () => {
    const plan = await planOf({ kind: 'model', model: 'openai/gpt-4.1-mini' });
    const samples = [{ question: 'Why?' }, { question: 'word '.repeat(1000) }];
    const answer = await answerTo({ about: 'bounds', plan, samples, judge: 'gpt-4.1' });
    assert.ok('bounds' in answer);
    const [short, long] = answer.bounds.today;
    assert.ok(short?.worstUsd !== undefined && long?.worstUsd !== undefined && short.expectedUsd !== undefined);
    // $8 a million for the answer.
    assert.ok(short.worstUsd > (TRIAL_OUTPUT_TOKENS * 8) / 1e6 && short.worstUsd < (TRIAL_OUTPUT_TOKENS * 8) / 1e6 + 0.001);
    assert.ok(short.expectedUsd < short.worstUsd);
    assert.ok(long.encodedTokens - short.encodedTokens > 900);
    assert.ok(Math.abs(long.worstUsd - short.worstUsd - ((long.encodedTokens - short.encodedTokens) * 2) / 1e6) < 1e-9);
    assert.ok((answer.bounds.changed[0]?.worstUsd ?? 1) < short.worstUsd);
    assert.equal(answer.judge?.facts?.id, 'gpt-4.1');
  });
});
