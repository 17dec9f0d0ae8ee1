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
import type { FileSummary, Scope } from '../../../src/core/source/summary';
import { rememberCounts } from '../../../src/core/tokens/remember-counts';
import { analyseFile } from '../../../src/node/analyse-file';
import { DocumentStore } from '../../../src/node/document-store';
import { loadCounters } from '../../../src/node/encodings';
import { createEnvironments } from '../../../src/node/environments';
import { editedTexts, FIXTURES } from '../edited-texts';
import { grammarsWhenAsked } from '../grammars-when-asked';

const NOW = new Date('2026-11-20T12:00:00Z');

const ASKING = `from openai import OpenAI
client = OpenAI()
history = []

def ask(question):
    history.append({"role": "user", "content": question})
    return client.chat.completions.create(model="gpt-5.4", messages=history)
`;
const ASKING_IN_TYPESCRIPT = `import OpenAI from 'openai';
const client = new OpenAI();

async function ask(question: string) {
  const messages = [{ role: 'user' as const, content: question }];
  return pRetry(() => client.chat.completions.create({ model: 'gpt-5.4', messages }), { retries: 3 });
}
`;

describe('an open document', () => {
  const grammars = grammarsWhenAsked();
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
          assert.deepEqual(said(following.store.get(uri)), said(fresh.store.get(uri)), where);
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

  for (const [what, path, text, added] of [
    ['is started by its file', 'app.py', ASKING, '\nask("a")\n'],
    ['is started by what its file starts', 'app.py', ASKING, '\ndef main():\n    ask("a")\n\nmain()\n'],
    ['is handed to a router', 'app.py', ASKING, '\napp.post("/ask", ask)\n'],
    ['sends a list that somebody shortens', 'app.py', ASKING, '\ndef drop():\n    global history\n    history = history[1:]\n'],
    ['is exported for a route', 'api/ask.ts', ASKING_IN_TYPESCRIPT, '\nexport { ask as POST };\n'],
    ['is retried by an imported helper', 'api/ask.ts', ASKING_IN_TYPESCRIPT, "\nimport pRetry from 'p-retry';\n"],
  ] as const) {
    it(`sees from an edit elsewhere in the file under what a call runs: it ${what}`, async () => {
      const uri = `file:///project/${path}`;
      const [following, fresh] = [openStore(), openStore()];
      open(following.store, uri, text);
      const before = await analysed(following, uri);
      following.store.change(uri, 1, [{ start: text.length, removed: 0, inserted: added }]);
      open(fresh.store, uri, text + added, 1);
      const [followed, anew] = [await analysed(following, uri), await analysed(fresh, uri)];
      assert.deepEqual(followed.analysis, anew.analysis);
      assert.notDeepEqual(followed.quotes[0]?.site.context, before.quotes[0]?.site.context);
    });
  }

  it('sees what functions now set in what they are handed, in calls that the edit leaves alone', async () => {
    const text = `from openai import OpenAI
client = OpenAI()

def small(params):
    params["model"] = "gpt-5.4-mini"

def limited(params):
    small(params)

def first():
    params = {"messages": [{"role": "user", "content": "One."}]}
    small(params)
    return client.chat.completions.create(**params)

def second():
    params = {"messages": [{"role": "user", "content": "Two."}]}
    limited(params)
    return client.chat.completions.create(**params)

class Third:
    def __init__(self):
        self.params = {"messages": [{"role": "user", "content": "Three."}]}

    def ask(self):
        small(self.params)
        return client.chat.completions.create(**self.params)
`;
    const uri = 'file:///project/app.py';
    const following = openStore();
    open(following.store, uri, text);
    const models = ({ quotes }: Analysed) => quotes.map(({ site }) => site.model.value);
    assert.deepEqual(models(await analysed(following, uri)), ['gpt-5.4-mini', 'gpt-5.4-mini', 'gpt-5.4-mini']);
    const change = async (version: number, before: string, from: string, to: string) => {
      following.store.change(uri, version, [{ start: before.indexOf(from), removed: from.length, inserted: to }]);
      return models(await analysed(following, uri));
    };
    assert.deepEqual(await change(1, text, 'gpt-5.4-mini', 'gpt-5.4-nano'), ['gpt-5.4-nano', 'gpt-5.4-nano', 'gpt-5.4-nano']);
    const nano = text.replace('gpt-5.4-mini', 'gpt-5.4-nano');
    assert.deepEqual(await change(2, nano, '    params["model"] = "gpt-5.4-nano"', '    print(params)'), [undefined, undefined, undefined]);
  });

  it('is looked for everywhere what it imports and is nowhere, however deep it lies', async () => {
    const text = `from house_tools import shortened\n${ASKING}\nshortened(client, history)\n`;
    const fresh = openStore();
    const uri = 'file:///project/a/b/c/d/e/f/g/h/i/j/k/app.py';
    open(fresh.store, uri, text);
    const { analysis } = await analysed(fresh, uri);
    assert.deepEqual(analysis.pending, []);
    assert.equal(analysis.quotes.length, 1);
  });

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

/** All that it says, scopes and calls that have moved as plain as those that were read where they stand. */
function said(summary: FileSummary | null | undefined) {
  if (summary?.kind !== 'code') return summary;
  const { passages: _, ...rest } = summary;
  return {
    ...rest,
    scopes: summary.scopes.map(plainScope),
    calls: summary.calls.map(({ call, scope, block }) => ({ call, scope, block })),
  };
}

function plainScope(scope: Scope) {
  const { id, kind, name, parent, at, params, effects, blocks, bases, decorators, async: isAsync } = scope;
  const { partial, requires, returns, yields } = scope;
  return { id, kind, name, parent, at, params, effects, blocks, bases, decorators, isAsync, partial, requires, returns, yields };
}

function editsOf({ analysis, edit }: Analysed) {
  return analysis.findings.flatMap(({ fixes }) => fixes.map(({ id, questions }) => (questions === undefined ? [id, edit(id)] : [id])));
}
