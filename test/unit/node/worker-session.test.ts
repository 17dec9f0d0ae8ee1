import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { SummaryStore } from '../../../src/core/link/linked';
import type { Catalogue } from '../../../src/core/prices/model';
import type { Uri } from '../../../src/core/source/span';
import type { FileSummary } from '../../../src/core/source/summary';
import { createGrammars, type Grammars } from '../../../src/node/grammars';
import type { Pipeline } from '../../../src/node/pipeline';
import { WorkerSession } from '../../../src/node/worker-session';
import type { FromWorker, ToWorker } from '../../../src/protocol/worker';

const catalogue: Catalogue = {
  find: () => undefined,
  lifecycle: () => undefined,
  nearest: () => [],
  models: () => [],
  date: '2026-11-01',
  problems: ['one price is odd'],
};

/** How often the files of an analysis were linked. */
let links = 0;
/** What happens when a file is asked for whose text says `# meanwhile`. */
let meanwhile: (() => void) | undefined;

/** A tiny language of its own, in comments: `# use <uri>` rests on a file, `# fail in <step>` breaks a step of the pipeline. */
const pipeline: Pipeline = {
  summarize({ uri, text, tree }) {
    if (text.includes('# fail in summarize')) throw new Error('summarize failed');
    if (tree === undefined) return { kind: 'text', uri, text, problems: [] };
    const at = { uri, start: 0, end: text.length };
    const imports = [...text.matchAll(/# use (\S+)/g)].map(match => ({
      local: '',
      module: match[1] ?? '',
      name: undefined,
      at,
      scope: 0,
      typeOnly: false,
    }));
    return { kind: 'code', uri, language: tree.language, scopes: [], imports, exportAll: [], calls: [], problems: [{ message: text, at }] };
  },
  link(root, store) {
    links++;
    const seen = new Map<Uri, FileSummary | null | undefined>();
    visit(root, store, seen);
    const files = [...seen].filter(([uri]) => uri !== root);
    const dependsOn = files.map(([uri]) => uri);
    const pending = files.filter(([, summary]) => summary === undefined).map(([uri]) => uri);
    const problems = [...seen.values()].flatMap(summary => summary?.problems ?? []);
    return { root, sites: [], problems, pending, dependsOn };
  },
  quote({ root, problems, pending, dependsOn }, version) {
    if (problems[0]?.message.includes('# fail in quote')) throw new Error('quote failed');
    return {
      analysis: { uri: root, version, quotes: [], findings: [], problems, pending, dependsOn },
      quotes: [],
      edit: fixId => [{ uri: root, start: 0, end: 0, newText: fixId }],
      compression: () => undefined,
      explain: identity => [`explains ${identity}`],
    };
  },
};

function visit(uri: Uri, store: SummaryStore, seen: Map<Uri, FileSummary | null | undefined>): void {
  if (seen.has(uri)) return;
  const summary = store.get(uri);
  seen.set(uri, summary);
  if (summary?.problems.some(({ message }) => message.includes('# meanwhile'))) meanwhile?.();
  if (summary?.kind === 'code') for (const { module } of summary.imports) visit(module, store, seen);
}

type Posted<T extends FromWorker['type']> = Extract<FromWorker, { type: T }>;

let grammars: Grammars;

class Conversation {
  readonly posted: FromWorker[] = [];
  textsPosted = 0;
  readonly session: WorkerSession;

  constructor() {
    this.session = new WorkerSession({
      pipeline,
      grammars,
      counters: () => text => text.length,
      gate: () => true,
      createCatalogue: () => catalogue,
      now: () => new Date('2026-11-20T00:00:00Z'),
      post: message => this.posted.push(structuredClone(message)),
      textsPosted: () => this.textsPosted,
    });
    const settings = { severities: {}, ignore: { '*': [] }, notCalls: [], promptFiles: [] };
    this.send({ type: 'configure', settings, userPrices: undefined, refreshedPrices: undefined, workspaceFiles: [], revision: 7 });
  }

  send(message: ToWorker): void {
    if (message.type === 'open' || message.type === 'change') this.textsPosted++;
    this.session.receive(message);
  }

  open(uri: Uri, chunk: string, version = 1): void {
    this.send({ type: 'open', uri, languageId: 'python', version, chunk, first: true, last: true });
  }

  replace(uri: Uri, version: number, removed: number, inserted: string): void {
    this.send({ type: 'change', uri, version, changes: [{ start: 0, removed, inserted }] });
  }

  /** What was posted of one kind since the last call. */
  async take<T extends FromWorker['type']>(type: T): Promise<Posted<T>[]> {
    await this.session.idle();
    const taken = this.posted.filter((message): message is Posted<T> => message.type === type);
    for (const message of taken) this.posted.splice(this.posted.indexOf(message), 1);
    return taken;
  }

  /** Where reading a file takes long, what is known without it is told before. */
  async latest(): Promise<Posted<'analysis'> | undefined> {
    return (await this.take('analysis')).at(-1);
  }

  /** uri@version of the analyses since the last call, in order. */
  async analyses(): Promise<string[]> {
    return (await this.take('analysis')).map(({ analysis }) => `${analysis.uri}@${analysis.version}`);
  }
}

const a = 'file:///nowhere/a.py';
const b = 'file:///nowhere/b.py';
const c = 'file:///nowhere/c.py';

describe('the worker', () => {
  before(async () => {
    grammars = createGrammars();
    await grammars('python');
  });

  it('answers a configuration with the state of the catalogue', async () => {
    const ready = await new Conversation().take('ready');
    assert.deepEqual(ready, [
      { type: 'ready', revision: 7, workspaceFiles: [], catalogueDate: '2026-11-01', problems: ['one price is odd'] },
    ]);
  });

  it('says what is wrong in the workspace files that it was given', async () => {
    const host = new Conversation();
    await host.take('ready');
    const settings = { severities: {}, ignore: { '*': [] }, notCalls: [], promptFiles: [] };
    const workspaceFiles = [
      { folder: 'file:///one', text: '{ "calls": { "**": { "callsPerDay": -1 } } }' },
      { folder: 'file:///two', text: '{}' },
    ];
    host.send({ type: 'configure', settings, userPrices: undefined, refreshedPrices: undefined, workspaceFiles, revision: 8 });
    const [ready] = await host.take('ready');
    assert.equal(ready?.revision, 8);
    assert.deepEqual(
      ready.workspaceFiles.map(({ folder, problems }) => [folder, problems.map(({ start, end }) => [start, end])]),
      [
        ['file:///one', [[36, 38]]],
        ['file:///two', []],
      ],
    );
  });

  it('analyses a document in its newest state only, with the revision of the settings', async () => {
    const host = new Conversation();
    host.open(a, 'x = 1\n');
    host.replace(a, 2, 0, 'y = 2\n');
    host.replace(a, 3, 1, 'z');
    const [posted, ...more] = await host.take('analysis');
    assert.deepEqual(more, []);
    assert.equal(posted?.analysis.version, 3);
    assert.equal(posted?.analysis.problems[0]?.message, 'z = 2\nx = 1\n');
    assert.equal(posted?.revision, 7);
  });

  it('analyses the document edited last first', async () => {
    const host = new Conversation();
    host.open(a, '');
    host.open(b, '');
    host.open(c, '');
    host.send({ type: 'focus', uri: a });
    assert.deepEqual(await host.analyses(), [`${a}@1`, `${c}@1`, `${b}@1`]);
  });

  it('sees unsaved text of imported documents and refreshes exactly what rests on them', async () => {
    const host = new Conversation();
    host.open(a, `# use ${b}\n`);
    host.open(b, 'first\n');
    host.open(c, 'alone\n');
    await host.analyses();
    host.replace(b, 2, 5, 'second');
    const posted = await host.take('analysis');
    assert.deepEqual(
      posted.map(({ analysis }) => `${analysis.uri}@${analysis.version}`),
      [`${b}@2`, `${a}@1`],
    );
    assert.equal(posted[1]?.analysis.problems[1]?.message, 'second\n');
    assert.deepEqual(posted[1]?.versions, { [b]: 2 });
  });

  it('survives a file that breaks a step, says so there and in the log, and reads the others', async () => {
    const host = new Conversation();
    host.open(a, '# fail in summarize\n');
    host.open(b, '# fail in quote\n');
    host.open(c, `# use ${a}\nfine\n`);
    const posted = await host.take('analysis');
    const messages = Object.fromEntries(posted.map(({ analysis }) => [analysis.uri, analysis.problems[0]?.message]));
    assert.match(messages[a] ?? '', /^Promptfare failed on this file\./);
    assert.match(messages[b] ?? '', /^Promptfare failed on this file\./);
    assert.equal(messages[c], `# use ${a}\nfine\n`);
    const log = await host.take('log');
    assert.ok(log.every(({ level }) => level === 'error'));
    assert.ok(
      log.some(({ message }) => message.includes('summarize failed')) && log.some(({ message }) => message.includes('quote failed')),
    );
  });

  it('says what is too large or binary', async () => {
    const host = new Conversation();
    host.open(a, 'x'.repeat(10_000_001));
    host.open(b, 'x = "\0"\n');
    const posted = await host.take('analysis');
    const messages = Object.fromEntries(posted.map(({ analysis }) => [analysis.uri, analysis.problems[0]?.message]));
    assert.match(messages[a] ?? '', /too large to analyse/);
    assert.match(messages[b] ?? '', /binary/);
  });

  it('asks for a document again when the changes do not fit', async () => {
    const host = new Conversation();
    host.open(a, 'short');
    host.replace(a, 2, 99, '');
    assert.deepEqual(await host.take('reopen'), [{ type: 'reopen', uri: a }]);
    host.open(a, 'anew', 2);
    assert.deepEqual(await host.analyses(), [`${a}@2`]);
  });

  it('stops parsing for a newer text, yet not for ever', async () => {
    const host = new Conversation();
    host.open(a, 'call(1, [2, 3])\n'.repeat(5000));
    host.textsPosted++;
    assert.deepEqual(await host.analyses(), [`${a}@1`]);
  });

  describe('asked for files of another scheme', () => {
    const remote = 'vscode-vfs://host/b.py';

    it('asks the host, shows what it knows, and refines it', async () => {
      const host = new Conversation();
      host.open(a, `# use ${remote}\n`);
      assert.deepEqual(await host.take('need-file'), [{ type: 'need-file', uris: [remote] }]);
      const [first] = await host.take('analysis');
      assert.deepEqual(first?.analysis.pending, [remote]);
      host.send({ type: 'file', uri: remote, text: 'remote text\n' });
      await wait(20);
      const [second] = await host.take('analysis');
      assert.deepEqual(second?.analysis.pending, []);
      assert.equal(second?.analysis.problems[1]?.message, 'remote text\n');
    });

    it('accepts that there is none', async () => {
      const host = new Conversation();
      host.open(a, `# use ${remote}\n`);
      await host.analyses();
      host.send({ type: 'file', uri: remote, text: null });
      await wait(20);
      const [posted] = await host.take('analysis');
      assert.deepEqual(posted?.analysis.pending, []);
      assert.deepEqual(posted?.analysis.dependsOn, [remote]);
    });
  });

  describe('with files on disk', () => {
    let folder: string;
    const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
    beforeEach(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'promptfare-worker-'));
    });
    afterEach(() => rm(folder, { recursive: true }));

    it('follows imports there, in a circle too, and their changes, new files included', async () => {
      await writeFile(path.join(folder, 'b.py'), `# use ${uriOf('c.py')}\n# use ${uriOf('a.py')}\n`);
      const host = new Conversation();
      host.open(uriOf('a.py'), `# use ${uriOf('b.py')}\n`);
      const first = await host.latest();
      assert.deepEqual(first?.analysis.dependsOn, [uriOf('b.py'), uriOf('c.py')]);
      assert.equal(first?.analysis.problems.length, 2);
      await writeFile(path.join(folder, 'c.py'), 'new here\n');
      host.send({ type: 'changed-on-disk', uris: [uriOf('c.py')] });
      const second = await host.latest();
      assert.equal(second?.analysis.problems[2]?.message, 'new here\n');
      host.send({ type: 'changed-on-disk', uris: [uriOf('unrelated.py')] });
      assert.deepEqual(await host.analyses(), []);
    });

    it('reads a long chain of imports in one link', async () => {
      const names = Array.from({ length: 60 }, (_, index) => `m${index}.py`);
      await Promise.all(names.map((name, index) => writeFile(path.join(folder, name), `# use ${uriOf(names[index + 1] ?? 'none.py')}\n`)));
      const host = new Conversation();
      links = 0;
      host.open(uriOf('a.py'), `# use ${uriOf('m0.py')}\n`);
      assert.equal((await host.latest())?.analysis.dependsOn.length, 61);
      assert.equal(links, 2);
    });

    it('reads a chain of open documents, however long', async () => {
      const names = Array.from({ length: 40 }, (_, index) => `m${index}.py`);
      const host = new Conversation();
      for (const [index, name] of names.entries()) host.open(uriOf(name), `# use ${uriOf(names[index + 1] ?? 'none.py')}\n`);
      host.open(uriOf('a.py'), `# use ${uriOf('m0.py')}\n`);
      const first = (await host.take('analysis')).find(({ analysis }) => analysis.uri === uriOf('a.py'));
      assert.equal(first?.analysis.dependsOn.length, 41);
      assert.deepEqual(first.analysis.pending, []);
    });

    it('reads no further once there is a newer text, and goes on from there', async () => {
      await writeFile(path.join(folder, 'b.py'), `# meanwhile\n# use ${uriOf('c.py')}\n`);
      await writeFile(path.join(folder, 'c.py'), 'imported\n');
      const host = new Conversation();
      meanwhile = () => {
        meanwhile = undefined;
        setImmediate(() => host.replace(uriOf('a.py'), 2, 0, 'newer\n'));
        host.textsPosted++;
      };
      host.open(uriOf('a.py'), `# use ${uriOf('b.py')}\n`);
      await wait(20);
      host.textsPosted--;
      const posted = await host.take('analysis');
      assert.deepEqual(
        posted.map(({ analysis }) => [analysis.version, analysis.problems.at(-1)?.message]),
        [[2, 'imported\n']],
      );
    });

    it('goes back to the disk when an imported document is closed unsaved', async () => {
      await writeFile(path.join(folder, 'b.py'), 'saved\n');
      const host = new Conversation();
      host.open(uriOf('b.py'), 'unsaved\n');
      host.open(uriOf('a.py'), `# use ${uriOf('b.py')}\n`);
      const before = await host.take('analysis');
      assert.ok(before.some(({ analysis }) => analysis.problems[1]?.message === 'unsaved\n'));
      host.send({ type: 'close', uri: uriOf('b.py') });
      const after = await host.latest();
      assert.equal(after?.analysis.problems[1]?.message, 'saved\n');
    });
  });

  describe('asked about an analysis', () => {
    it('makes an edit for the version it was offered for, and refuses it for any other', async () => {
      const host = new Conversation();
      host.open(a, 'x = 1\n');
      await host.analyses();
      host.send({ type: 'edit', request: 1, uri: a, version: 1, fixId: 'fix' });
      host.replace(a, 2, 0, 'y');
      host.send({ type: 'edit', request: 2, uri: a, version: 1, fixId: 'fix' });
      host.send({ type: 'edit', request: 3, uri: a, version: 2, fixId: 'fix' });
      const refused = { refused: 'The document changed meanwhile; try again.' };
      assert.deepEqual(await host.take('edit'), [
        { type: 'edit', request: 1, result: [{ uri: a, start: 0, end: 0, newText: 'fix' }] },
        { type: 'edit', request: 2, result: refused },
        { type: 'edit', request: 3, result: refused },
      ]);
    });

    it('refuses an edit while a file it rests on has changed', async () => {
      const host = new Conversation();
      host.open(a, `# use ${b}\n`);
      host.open(b, 'x\n');
      await host.analyses();
      host.replace(b, 2, 1, 'y');
      host.send({ type: 'edit', request: 1, uri: a, version: 1, fixId: 'fix' });
      const [answer] = await host.take('edit');
      assert.deepEqual(answer?.result, { refused: 'The document changed meanwhile; try again.' });
    });

    it('makes an edit once a file it rests on, which has come meanwhile, is read', async () => {
      const host = new Conversation();
      host.open(a, `# use ${b}\n`);
      await host.analyses();
      host.send({ type: 'changed-on-disk', uris: [b] });
      host.send({ type: 'edit', request: 1, uri: a, version: 1, fixId: 'fix' });
      const [answer] = await host.take('edit');
      assert.deepEqual(answer?.result, [{ uri: a, start: 0, end: 0, newText: 'fix' }]);
    });

    it('explains', async () => {
      const host = new Conversation();
      host.open(a, 'x\n');
      await host.analyses();
      host.send({ type: 'explain', request: 5, uri: a, identity: 'f/openai-chat#0' });
      assert.deepEqual((await host.take('explain'))[0]?.lines, ['explains f/openai-chat#0']);
    });

    it('counts a selection, and knows no price of an unknown model', async () => {
      const host = new Conversation();
      host.send({ type: 'count', request: 6, text: 'four', models: ['no-such-model'] });
      const count = (await host.take('count'))[0]?.counts[0];
      assert.equal(count?.tokens.value, 4);
      assert.equal(count?.tokens.basis, 'estimated');
      assert.equal(count?.inputUsd.basis, 'unknown');
    });
  });
});
