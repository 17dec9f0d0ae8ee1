import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { createPromptReader } from '../../../src/core/compression/prompt-reader';
import * as pipeline from '../../../src/core/pipeline';
import { createCatalogue } from '../../../src/core/prices/catalogue';
import type { Analysed } from '../../../src/core/quote/analysed';
import type { Analysis } from '../../../src/core/quote/analysis';
import { deltaBetween, withDelta } from '../../../src/core/quote/analysis-delta';
import type { Uri } from '../../../src/core/source/span';
import type { FileSummary } from '../../../src/core/source/summary';
import { rememberCounts } from '../../../src/core/tokens/remember-counts';
import { analyseFile } from '../../../src/node/analyse-file';
import { DocumentStore } from '../../../src/node/document-store';
import { loadCounters } from '../../../src/node/encodings';
import { createEnvironments } from '../../../src/node/environments';
import { createGrammars } from '../../../src/node/grammars';
import { editedTexts, FIXTURES } from '../edited-texts';

const NOW = new Date('2026-11-20T12:00:00Z');

describe('an open document', () => {
  const grammars = createGrammars();
  const counters = rememberCounts(loadCounters());

  for (const [language, folders, ending] of [
    ['Python', ['rules', 'sdks', 'projects'], /\.py$/],
    ['TypeScript', ['rules', 'sdks', 'projects'], /\.(?:ts|tsx|js)$/],
  ] as const) {
    it(`in ${language} says after any edits what it says when it is opened like that`, async function () {
      this.timeout(240_000);
      const property = fc.asyncProperty(editedTexts(folders, ending), async edited => {
        const uri = pathToFileURL(`${FIXTURES}/${edited.path}`).href;
        const following = openStore();
        let shown: Analysis | undefined;
        for (const [version, text] of edited.texts.entries()) {
          if (version === 0) open(following.store, uri, text);
          else following.store.change(uri, version, [{ start: 0, removed: edited.texts[version - 1]?.length ?? 0, inserted: text }]);
          const fresh = openStore();
          open(fresh.store, uri, text, version);
          const [followed, anew] = [await analysed(following, uri), await analysed(fresh, uri)];
          const where = `${edited.path}, edit ${version}`;
          assert.deepEqual(withoutPassages(following.store.get(uri)), withoutPassages(fresh.store.get(uri)), where);
          assert.deepEqual(followed.analysis, anew.analysis, where);
          shown = withDelta(shown, deltaBetween(shown, followed.analysis));
          assert.deepEqual(shown, anew.analysis, where);
          assert.deepEqual(followed.quotes, anew.quotes, where);
          assert.deepEqual(editsOf(followed), editsOf(anew), where);
        }
      });
      await fc.assert(property, { numRuns: Number(process.env.EDIT_RUNS ?? 20) });
    });
  }

  function openStore() {
    const failed = (uri: Uri, error: unknown) => assert.fail(`${uri}: ${error}`);
    const store = new DocumentStore({ summarize: pipeline.summarize, grammars, gate: () => true, promptFiles: [], failed });
    const environments = createEnvironments({
      settings: { severities: {}, ignore: { '*': [] }, notCalls: [], promptFiles: [] },
      folderFiles: [],
      prices: {},
      counters,
      reader: createPromptReader(),
      createCatalogue,
      now: () => NOW,
      textOf: uri => store.textOf(uri),
    });
    return { store, environments };
  }

  async function analysed({ store, environments }: ReturnType<typeof openStore>, uri: Uri): Promise<Analysed> {
    const found = await analyseFile(uri, store, pipeline, environments.of(uri));
    assert.ok(found);
    return found;
  }
});

function open(store: DocumentStore, uri: Uri, text: string, version = 0): void {
  const languageId = /\.py$/.test(uri)
    ? 'python'
    : /\.tsx$/.test(uri)
      ? 'typescriptreact'
      : /\.js$/.test(uri)
        ? 'javascript'
        : 'typescript';
  store.open({ uri, languageId, version, chunk: text, first: true, last: true });
}

function withoutPassages(summary: FileSummary | null | undefined) {
  if (summary?.kind !== 'code') return summary;
  const { passages: _, ...said } = summary;
  return said;
}

function editsOf({ analysis, edit }: Analysed) {
  return analysis.findings.flatMap(({ fixes }) => fixes.map(({ id, questions }) => (questions === undefined ? [id, edit(id)] : [id])));
}
