import assert from 'node:assert/strict';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { summarize } from '../../../src/core/pipeline';
import { ClosedFiles } from '../../../src/node/closed-files';
import { createGrammars } from '../../../src/node/grammars';

describe('files that are not open', () => {
  let folder: string;
  let files: ClosedFiles;
  const pathOf = (name: string) => path.join(folder, name);
  const uriOf = (name: string) => pathToFileURL(pathOf(name)).href;
  const failed = (_: string, error: unknown) => assert.fail(String(error));

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'promptfare-closed-'));
    files = new ClosedFiles({ summarize, grammars: createGrammars(), gate: () => true, promptFiles: [], failed });
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are read at once when their grammar is loaded', async () => {
    await writeFile(pathOf('a.py'), 'x = 1\n');
    await writeFile(pathOf('b.py'), 'y = 2\n');
    assert.equal(files.getNow(uriOf('a.py')), undefined);
    await files.prepare(uriOf('a.py'));
    assert.equal(files.get(uriOf('a.py'))?.text, 'x = 1\n');
    assert.equal(files.get(uriOf('b.py')), undefined);
    assert.equal(files.getNow(uriOf('b.py'))?.text, 'y = 2\n');
  });

  it('are not summarized again while time and size stay the same', async () => {
    await writeFile(pathOf('a.py'), 'x = 1\n');
    await files.prepare(uriOf('a.py'));
    const first = files.get(uriOf('a.py'));
    files.invalidate(uriOf('a.py'));
    assert.equal(files.get(uriOf('a.py')), undefined);
    assert.equal(files.getNow(uriOf('a.py')), first);
    await utimes(pathOf('a.py'), new Date(), new Date(Date.now() + 5000));
    files.invalidate(uriOf('a.py'));
    assert.notEqual(files.getNow(uriOf('a.py')), first);
  });

  it('may come and go', async () => {
    assert.equal(files.getNow(uriOf('new.py'))?.summarized.summary, null);
    await writeFile(pathOf('new.py'), 'x = 1\n');
    assert.equal(files.getNow(uriOf('new.py'))?.summarized.summary, null);
    files.invalidate(uriOf('new.py'));
    await files.prepare(uriOf('new.py'));
    assert.equal(files.get(uriOf('new.py'))?.summarized.summary?.kind, 'code');
  });

  it('are asked for again when they change while what the host gave is read', async () => {
    const uri = 'vscode-vfs://host/a.py';
    const supplied = files.supply(uri, 'x = 1\n');
    files.invalidate(uri);
    await supplied;
    assert.equal(files.get(uri), undefined);
    await files.supply(uri, 'x = 2\n');
    assert.equal(files.get(uri)?.text, 'x = 2\n');
  });

  it('are nowhere at an address that no file can have, and the host’s in another scheme', () => {
    for (const uri of ['file://elsewhere/x.py', 'file:///a%00b']) assert.equal(files.getNow(uri)?.summarized.summary, null, uri);
    assert.equal(files.getNow('vscode-vfs://host/b.py'), undefined);
  });
});
