import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BINARY, decode, readTextFile, TOO_LARGE } from '../../../src/node/text-file';

describe('text files', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'promptfare-'));
  });
  after(() => rm(folder, { recursive: true }));

  const pathOf = (name: string) => join(folder, name);

  it('come without a byte order mark, with the line ends they have', async () => {
    await writeFile(join(folder, 'a b.py'), '\ufeffx = 1\r\ny = 2\n');
    const file = readTextFile(pathOf('a b.py'));
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
    const blob = readTextFile(pathOf('blob.py'));
    assert.equal(blob.kind === 'problem' && blob.message, BINARY);
    await writeFile(join(folder, 'large.py'), '');
    await truncate(join(folder, 'large.py'), 10_000_001);
    const large = readTextFile(pathOf('large.py'));
    assert.equal(large.kind === 'problem' && large.message, TOO_LARGE);
  });

  it('are missing where there is none: a folder, an impossible path, a loop of links', async () => {
    await mkdir(join(folder, 'package.py'));
    await symlink(join(folder, 'loop.py'), join(folder, 'loop.py'));
    for (const path of [pathOf('none.py'), pathOf('package.py'), pathOf('loop.py'), pathOf('package.py/x.py'), '/a\0b'])
      assert.equal(readTextFile(path).kind, 'missing', path);
  });

  it('have another stamp when they may have changed', async () => {
    await writeFile(pathOf('same.py'), 'x = 1\n');
    const stampNow = () => {
      const file = readTextFile(pathOf('same.py'));
      return file.kind === 'text' ? file.stamp : undefined;
    };
    const first = stampNow();
    assert.ok(first !== undefined);
    assert.equal(stampNow(), first);
    await utimes(pathOf('same.py'), new Date(), new Date(Date.now() + 5000));
    assert.notEqual(stampNow(), first);
  });
});
