import assert from 'node:assert/strict';
import { pythonSample } from '../../../scripts/bench/python-sample';
import { createPromptReader } from '../../../src/core/compression/prompt-reader';
import * as pipeline from '../../../src/core/pipeline';
import { createCatalogue } from '../../../src/core/prices/catalogue';
import type { Analysis } from '../../../src/core/quote/analysis';
import { deltaBetween } from '../../../src/core/quote/analysis-delta';
import type { QuoteEnvironment } from '../../../src/core/quote/environment';
import { MovedCall, MovedScope } from '../../../src/core/source/moved-later';
import { rememberCounts } from '../../../src/core/tokens/remember-counts';
import { DocumentStore } from '../../../src/node/document-store';
import { loadCounters } from '../../../src/node/encodings';
import { createEnvironments } from '../../../src/node/environments';
import { grammarsWhenAsked } from '../grammars-when-asked';

const uri = 'file:///project/support.py';

/** What an edit costs in operations: times say too little on a machine that does other things. */
describe('an edit in a file of 2,000 lines with 20 calls', () => {
  const grammars = grammarsWhenAsked();
  const counters = rememberCounts(loadCounters());
  const { text, editAt, callSites } = pythonSample();

  /** Scopes and calls behind the last edit that somebody looked into. */
  const movedNow = new Set<object>();
  const restore: (() => void)[] = [];
  before(() => {
    for (const [type, part] of [
      [MovedScope, 'effects'],
      [MovedScope, 'blocks'],
      [MovedCall, 'call'],
    ] as const) {
      const own = Object.getOwnPropertyDescriptor(type.prototype, part);
      assert.ok(own?.get !== undefined);
      const { get } = own;
      Object.defineProperty(type.prototype, part, {
        ...own,
        get() {
          movedNow.add(this);
          return get.call(this);
        },
      });
      restore.push(() => Object.defineProperty(type.prototype, part, own));
    }
  });
  after(() => {
    for (const each of restore) each();
  });

  async function opened() {
    const failed = (_: string, error: unknown) => assert.fail(String(error));
    const store = new DocumentStore({ summarize: pipeline.summarize, grammars, gate: () => true, promptFiles: [], failed });
    const environments = createEnvironments({
      settings: { severities: {}, ignore: { '*': [] }, notCalls: [], promptFiles: [] },
      folderFiles: [],
      prices: {},
      counters,
      reader: createPromptReader(),
      createCatalogue,
      now: () => new Date('2026-11-20'),
      textOf: each => store.textOf(each),
    });
    store.open({ uri, languageId: 'python', version: 1, chunk: text, first: true, last: true });

    /** Calls told anew, statements read, sites worked out, and texts counted since the last time. */
    async function costs() {
      const before = known;
      movedNow.clear();
      await store.prepare(uri);
      const summary = store.get(uri);
      assert.ok(summary?.kind === 'code' && summary.passages !== undefined && 'read' in summary.passages);
      const linked = pipeline.link(uri, store, store.memory);
      known = new Set(linked.edited?.origins.values());
      let counted = 0;
      const environment: QuoteEnvironment = environments.of(uri);
      const countTokens: QuoteEnvironment['countTokens'] = (...asked) => {
        counted += 1;
        return environment.countTokens(...asked);
      };
      const { analysis } = pipeline.quote(linked, 1, { ...environment, countTokens }, store);
      assert.equal(analysis.quotes.length, callSites);
      const told = deltaBetween(shown, analysis).quotes.filter(quote => 'is' in quote).length;
      shown = analysis;
      return {
        told,
        read: Number(summary.passages.read),
        sites: [...known].filter(origin => !before.has(origin)).length,
        counted,
        moved: movedNow.size,
      };
    }
    let known = new Set<object>();
    let shown: Analysis | undefined;
    const first = await costs();
    return {
      first,
      async edited(start: number, inserted: string) {
        store.change(uri, 2, [{ start, removed: 0, inserted }]);
        return costs();
      },
    };
  }

  for (const [what, at, inserted, mostSites] of [
    ['a letter in a prompt', editAt, 'x', 1],
    ['a letter in code without a call', text.indexOf('limit: int', text.length / 2), 'y', 0],
    ['a line between two functions', text.indexOf('\ndef normalise', text.length / 3), '\n', 0],
    ['a letter in a function with a call', text.indexOf('history: list', text.length / 2), 'z', 1],
  ] as const) {
    it(`reads one statement and works out only the calls that it changes: ${what}`, async () => {
      const { first, edited } = await opened();
      assert.ok(first.read > 200 && first.sites === callSites && first.counted > 1000, JSON.stringify(first));
      const { told, read, sites, counted, moved } = await edited(at, inserted);
      assert.ok(read <= 1, `${read} statements were read`);
      // Of more than a thousand that stand behind it.
      assert.ok(moved <= 20, `${moved} scopes and calls were moved`);
      assert.equal(sites, mostSites);
      assert.equal(told, mostSites, 'calls that the host is told of anew');
      // No rule is checked again for calls that the edit leaves alone.
      assert.ok(counted <= mostSites * (first.counted / callSites), `${counted} of ${first.counted} texts were counted`);
    });
  }
});
