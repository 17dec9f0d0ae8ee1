import assert from 'node:assert/strict';
import * as pipeline from '../../../src/core/pipeline';
import type { Compared } from '../../../src/core/present/since-commit';
import { createCatalogue } from '../../../src/core/prices/catalogue';
import type { Analysis } from '../../../src/core/quote/analysis';
import type { Uri } from '../../../src/core/source/span';
import { loadCounters } from '../../../src/node/encodings';
import { WorkerSession } from '../../../src/node/worker-session';
import type { FromWorker, ToWorker } from '../../../src/protocol/worker';
import { grammarsWhenAsked } from '../grammars-when-asked';

const main = 'file:///nowhere/main.py';
const prompts = 'file:///nowhere/prompts.py';

const call = (content: string): string => `from openai import OpenAI
from prompts import RULES

client = OpenAI()


def answer():
    return client.chat.completions.create(
        model="gpt-4o",
        max_completion_tokens=100,
        messages=[{"role": "system", "content": ${content}}, {"role": "user", "content": "Hello"}],
    )
`;

describe('texts as committed', () => {
  const grammars = grammarsWhenAsked();
  const counters = loadCounters();
  let posted: FromWorker[];
  let session: WorkerSession;
  let version: number;

  beforeEach(async () => {
    posted = [];
    version = 0;
    const post = (message: FromWorker) => posted.push(structuredClone(message));
    session = new WorkerSession({
      pipeline,
      grammars,
      counters,
      gate: () => true,
      createCatalogue,
      now: () => new Date('2026-11-20'),
      post,
    });
    const settings = { severities: {}, ignore: {}, notCalls: [], promptFiles: [] };
    send({ type: 'configure', settings, userPrices: undefined, refreshedPrices: undefined, workspaceFiles: [], revision: 1 });
    open(prompts, 'RULES = "one two three"\n');
  });

  const send = (message: ToWorker) => session.receive(message);
  const open = (uri: Uri, chunk: string) =>
    send({ type: 'open', uri, languageId: 'python', version: ++version, chunk, first: true, last: true });

  async function tokensNow(): Promise<{ readonly identity: string; readonly tokens: number }> {
    await session.idle();
    const analyses = posted.flatMap(message => (message.type === 'analysis' && message.analysis.uri === main ? [message.analysis] : []));
    const last: Analysis | undefined = analyses[analyses.length - 1];
    const [quote] = last?.quotes ?? [];
    assert.ok(quote);
    return { identity: quote.site.identity, tokens: quote.inputTokens.value };
  }

  let requests = 0;
  async function committed(
    identity: string,
    commit: string,
    text?: string,
  ): Promise<{ readonly wantsText: boolean; readonly quote?: Compared }> {
    const request = ++requests;
    send({ type: 'committed', request, uri: main, commit, identity, ...(text === undefined ? {} : { text }) });
    for (let waited = 0; waited < 1000; waited++) {
      const answer = posted.find(message => message.type === 'committed' && message.request === request);
      if (answer?.type === 'committed') return answer;
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    assert.fail('no answer');
  }

  it('are asked for once for each commit, and quoted beside the document', async () => {
    open(main, call('"one two three four five"'));
    const now = await tokensNow();
    assert.deepEqual((await committed(now.identity, 'c1')).wantsText, true);
    const first = await committed(now.identity, 'c1', call('"one two"'));
    assert.equal(first.quote?.inputTokens.value, now.tokens - 3);
    assert.equal((await committed(now.identity, 'c1')).quote?.inputTokens.value, now.tokens - 3);
    assert.equal((await committed(now.identity, 'c2')).wantsText, true);
    assert.equal((await tokensNow()).tokens, now.tokens, 'the document keeps its own text');
  });

  it('say nothing of a request that was not there, nor of a file that has not changed', async () => {
    open(main, call('"one two"'));
    const { identity } = await tokensNow();
    assert.deepEqual((await committed(identity, 'c1', 'client = None\n')).quote, undefined);
    const same = await committed(identity, 'c2', call('"one two"'));
    assert.deepEqual([same.wantsText, same.quote], [false, undefined]);
  });

  it('rest on the other files as they are now', async () => {
    open(main, call('RULES'));
    const now = await tokensNow();
    const before = await committed(now.identity, 'c1', call('"intro " + RULES'));
    assert.equal(before.quote?.inputTokens.value, now.tokens + 1);
    open(prompts, 'RULES = "one two three four five six"\n');
    const later = await tokensNow();
    assert.equal(later.tokens, now.tokens + 3);
    assert.equal((await committed(now.identity, 'c1')).quote?.inputTokens.value, later.tokens + 1);
  });

  it('are forgotten when the document is closed', async () => {
    open(main, call('"one two three"'));
    const { identity } = await tokensNow();
    await committed(identity, 'c1', call('"one two"'));
    send({ type: 'close', uri: main });
    assert.equal((await committed(identity, 'c1')).wantsText, true);
  });
});
