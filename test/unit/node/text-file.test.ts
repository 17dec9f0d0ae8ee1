import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BINARY, decode, readTextFile, TOO_LARGE } from '../../../src/node/text-file';

describe('text files', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'promptfare-'));
  });
  after(() => rm(folder, { recursive: true }));

  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;

  it('come without a byte order mark, with the line ends they have', async () => {
    await writeFile(join(folder, 'a b.py'), '\ufeffx = 1\r\ny = 2\n');
    const file = await readTextFile(uriOf('a b.py'));
    assert.equal(file.kind === 'text' && file.text, 'x = 1\r\ny = 2\n');
  });

  it('are read in UTF-16 when they say so', () => {
    assert.equal(decode(Buffer.from('\ufeffhé', 'utf16le')), 'hé');
  });

  it('survive bytes that are no UTF-8', () => {
    assert.equal(decode(Uint8Array.from([0x61, 0xff, 0x62])), 'a\ufffdb');
  });

  it('are told apart from binary and from too large ones', async () => {
    await writeFile(join(folder, 'blob.py'), Uint8Array.from([1, 2, 0, 3]));
    const blob = await readTextFile(uriOf('blob.py'));
    assert.equal(blob.kind === 'problem' && blob.message, BINARY);
    await writeFile(join(folder, 'large.py'), '');
    await truncate(join(folder, 'large.py'), 10_000_001);
    const large = await readTextFile(uriOf('large.py'));
    assert.equal(large.kind === 'problem' && large.message, TOO_LARGE);
  });

  it('are missing where there is none: a folder, an impossible address, a loop of links', async () => {
    await mkdir(join(folder, 'package.py'));
    await symlink(join(folder, 'loop.py'), join(folder, 'loop.py'));
    for (const uri of [
      uriOf('none.py'),
      uriOf('package.py'),
      uriOf('loop.py'),
      uriOf('package.py/x.py'),
      'file://elsewhere/x.py',
      'file:///a%00b',
    ])
      assert.equal((await readTextFile(uri)).kind, 'missing', uri);
  });

  it('are not read twice while time and size stay the same', async () => {
    const path = join(folder, 'same.py');
    await writeFile(path, 'x = 1\n');
    const first = await readTextFile(uriOf('same.py'));
    assert.ok(first.kind === 'text');
    assert.equal((await readTextFile(uriOf('same.py'), first.stamp)).kind, 'unchanged');
    await utimes(path, new Date(), new Date(Date.now() + 5000));
    assert.equal((await readTextFile(uriOf('same.py'), first.stamp)).kind, 'text');
  });
});
