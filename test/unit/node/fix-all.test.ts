import assert from 'node:assert/strict';
import type { ChosenFix } from '../../../src/core/fixes/chosen-fix';
import { proposedFixes } from '../../../src/core/fixes/chosen-fix';
import * as pipeline from '../../../src/core/pipeline';
import { rowUsd } from '../../../src/core/present/saving-page';
import { createCatalogue } from '../../../src/core/prices/catalogue';
import type { Analysis } from '../../../src/core/quote/analysis';
import { isKnown } from '../../../src/core/quote/basis';
import { applyEdits, isRefusal, type Refusal } from '../../../src/core/source/edit';
import type { Uri } from '../../../src/core/source/span';
import { rememberCounts } from '../../../src/core/tokens/remember-counts';
import { loadCounters } from '../../../src/node/encodings';
import { WorkerSession } from '../../../src/node/worker-session';
import type { FixAllAnswer, FixAllQuestion } from '../../../src/protocol/fix-all';
import type { FromWorker, ToWorker } from '../../../src/protocol/worker';
import { grammarsWhenAsked } from '../grammars-when-asked';

const MAIN = 'file:///nowhere/main.py';
const PROMPTS = 'file:///nowhere/prompts.py';

const goods = Array.from({ length: 12 }, (_, index) => ({ name: `boots ${index}`, price: 89.5, sizes: [40, 41] }));
const PRETTY = JSON.stringify(goods, undefined, 4);
const MINIFIED = JSON.stringify(goods);

/** Pretty-printed data and spaces that say nothing, in one prompt: two fixes, one of which may touch the other. */
const main = (prompt: string, model = 'gpt-5.4') => `from openai import OpenAI
from prompts import SHARED

client = OpenAI()


def answer(question):
    return client.chat.completions.create(
        model="${model}",
        max_completion_tokens=400,
        messages=[{"role": "system", "content": ${prompt}}, {"role": "user", "content": question}],
    )
`;
const OWN = `"""You sell boots.      
${PRETTY}




${Array.from({ length: 40 }, (_, index) => `Size ${index} fits a foot of ${20 + index} cm.      \n`).join('')}"""`;

describe('fixes made together', () => {
  const grammars = grammarsWhenAsked();
  const counters = rememberCounts(loadCounters());
  const texts = new Map<Uri, string>();
  const versions = new Map<Uri, number>();
  let posted: FromWorker[] = [];
  let session: WorkerSession;
  let requests = 0;

  const send = (message: ToWorker) => session.receive(message);
  const open = (uri: Uri, chunk: string) => {
    versions.set(uri, (versions.get(uri) ?? 0) + 1);
    texts.set(uri, chunk);
    send({ type: 'open', uri, languageId: 'python', version: versions.get(uri) ?? 0, chunk, first: true, last: true });
  };

  beforeEach(() => {
    posted = [];
    texts.clear();
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
  });

  async function analysisOf(uri: Uri): Promise<Analysis> {
    await session.idle();
    const last = posted.flatMap(message => (message.type === 'analysis' && message.analysis.uri === uri ? [message.analysis] : [])).pop();
    return last ?? assert.fail(`${uri} was analysed`);
  }

  async function answerTo(request: number): Promise<FixAllAnswer | Refusal> {
    for (let waited = 0; waited < 1000; waited++) {
      const answer = posted.find(message => message.type === 'fix-all' && message.request === request);
      if (answer?.type === 'fix-all') return answer.result;
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    return assert.fail('no answer');
  }

  function ask(wanted: FixAllQuestion['wanted'], uris: readonly Uri[] = [MAIN], onlyInDocuments = false): number {
    const documents = uris.map(uri => ({ uri, version: versions.get(uri) ?? 0 }));
    send({ type: 'fix-all', request: ++requests, ask: { documents, wanted, onlyInDocuments } });
    return requests;
  }

  async function made(request: number): Promise<FixAllAnswer> {
    const answer = await answerTo(request);
    assert.ok(!isRefusal(answer), JSON.stringify(answer));
    return answer;
  }

  const fixed = (uri: Uri, { edits }: FixAllAnswer) =>
    applyEdits(
      texts.get(uri) ?? '',
      edits.filter(edit => edit.uri === uri),
    );

  async function harmlessIn(uri: Uri): Promise<number> {
    const { findings } = await analysisOf(uri);
    return findings.flatMap(({ fixes }) => fixes).filter(({ effect }) => effect === 'whitespace').length;
  }

  it('leave no harmless fix, and change nothing but white space', async () => {
    open(PROMPTS, 'SHARED = ""\n');
    open(MAIN, main(OWN));
    assert.ok((await harmlessIn(MAIN)) >= 2);
    const answer = await made(ask('harmless'));
    const text = fixed(MAIN, answer);
    assert.ok(answer.titles.length >= 2 && text.includes(MINIFIED), text);
    assert.equal(text.replace(/\s+/g, ''), main(OWN).replace(/\s+/g, ''));
    assert.deepEqual(answer.versions, { [MAIN]: versions.get(MAIN) });
    open(MAIN, text);
    assert.equal(await harmlessIn(MAIN), 0);
    assert.deepEqual((await made(ask('harmless'))).edits, []);
  });

  it('change a prompt that two calls of two files share only once, and not at all when it stands elsewhere', async () => {
    const other = 'file:///nowhere/other.py';
    open(PROMPTS, `SHARED = """${OWN.slice(3)}\n`);
    open(MAIN, main('SHARED'));
    open(other, main('SHARED'));
    await analysisOf(other);
    assert.deepEqual((await made(ask('harmless', [MAIN], true))).edits, []);
    const answer = await made(ask('harmless', [MAIN, other]));
    assert.deepEqual([...new Set(answer.edits.map(({ uri }) => uri))], [PROMPTS]);
    assert.ok(fixed(PROMPTS, answer).includes(MINIFIED));
  });

  it('are made as they are chosen, and named', async () => {
    open(PROMPTS, 'SHARED = ""\n');
    open(MAIN, main(OWN, 'gpt-5.4').replace('        max_completion_tokens=400,\n', ''));
    const proposed = proposedFixes(await analysisOf(MAIN));
    const cap = proposed.find(({ finding }) => finding.rule === 'require-output-cap') ?? assert.fail('no cap');
    const json = proposed.find(({ finding }) => finding.rule === 'no-embedded-bulk') ?? assert.fail('no JSON');
    const one = await made(ask([cap.chosen]));
    assert.deepEqual(one.titles, [cap.fix.title]);
    assert.ok(fixed(MAIN, one).includes(PRETTY));
    const both = await made(ask([cap.chosen, json.chosen]));
    assert.equal(both.titles.length, 2);
    assert.ok(fixed(MAIN, both).includes(MINIFIED) && /max_completion_tokens=\d+/.test(fixed(MAIN, both)));
    const gone: ChosenFix = { ...cap.chosen, site: 'not there' };
    const none = await made(ask([gone]));
    assert.deepEqual([none.titles, none.edits], [[], []]);
  });

  it('are explained: what is charged before and after adds up, to what the finding says', async () => {
    open(PROMPTS, 'SHARED = ""\n');
    open(MAIN, main(OWN));
    const proposed = proposedFixes(await analysisOf(MAIN)).find(({ finding }) => finding.rule === 'no-embedded-bulk');
    assert.ok(proposed?.finding.saving && isKnown(proposed.finding.saving));
    const request = ++requests;
    send({ type: 'explain-saving', request, chosen: proposed.chosen, version: versions.get(MAIN) ?? 0 });
    for (let waited = 0; waited < 500 && !posted.some(({ type }) => type === 'explain-saving'); waited++)
      await new Promise(resolve => setTimeout(resolve, 10));
    const answer = posted.find(message => message.type === 'explain-saving' && message.request === request);
    assert.ok(answer?.type === 'explain-saving' && !isRefusal(answer.result), JSON.stringify(answer));
    const [explained, ...more] = answer.result.requests;
    assert.ok(explained !== undefined && more.length === 0);
    for (const { usd, charges } of [explained.before, explained.after]) {
      const total = charges.reduce((sum, charge) => sum + rowUsd(charge), 0);
      assert.ok(Math.abs(total - usd.value * 1000) < 1e-9, `${total} for 1,000 calls, ${usd.value} for one`);
    }
    assert.ok(Math.abs(answer.result.saving.value - proposed.finding.saving.value) < 1e-12);
  });

  it('are refused for an older version, and when the text changes while they are made', async () => {
    open(PROMPTS, 'SHARED = ""\n');
    open(MAIN, main(OWN));
    await analysisOf(MAIN);
    send({
      type: 'fix-all',
      request: ++requests,
      ask: { documents: [{ uri: MAIN, version: 0 }], wanted: 'harmless', onlyInDocuments: false },
    });
    assert.match(JSON.stringify(await answerTo(requests)), /changed meanwhile/);
    const request = ask('harmless');
    open(MAIN, `# A line more\n${main(OWN)}`);
    assert.match(JSON.stringify(await answerTo(request)), /changed meanwhile/);
  });

  it('end when nobody waits for them', async () => {
    open(PROMPTS, 'SHARED = ""\n');
    open(MAIN, main(OWN));
    await analysisOf(MAIN);
    const request = ask('harmless');
    send({ type: 'cancel', of: request });
    assert.ok(isRefusal(await answerTo(request)));
  });
});
