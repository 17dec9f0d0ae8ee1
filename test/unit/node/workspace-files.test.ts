import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { workspaceFiles } from '../../../src/node/workspace-files';

describe('the files of a workspace', () => {
  let root: string;
  const write = async (file: string, text = '') => {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  };
  const filesUnder = async (folder = '') => {
    const found: string[] = [];
    for (const file of workspaceFiles(path.join(root, folder))) found.push(path.relative(root, file).split(path.sep).join('/'));
    return found;
  };
  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'promptfare-files-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  it('tell capitals in .gitignore apart, as git does', async () => {
    await write('.gitignore', 'BigPlan/\n*.PY\n');
    await write('bigplan/a.py');
    await write('BigPlan/b.py');
    assert.deepEqual(
      (await filesUnder()).filter(file => file.endsWith('.py')),
      ['bigplan/a.py'],
    );
  });

  it('leave out what .gitignore files say, the nearest having the last word', async () => {
    await write('.gitignore', 'dist/\n*.gen.py\n/only-here.py\n');
    await write('a.py');
    await write('b.gen.py');
    await write('only-here.py');
    await write('dist/c.py');
    await write('sub/.gitignore', '!keep.gen.py\nlocal.py\n');
    await write('sub/keep.gen.py');
    await write('sub/other.gen.py');
    await write('sub/local.py');
    await write('sub/only-here.py');
    await write('sub/dist/d.py');
    assert.deepEqual(
      (await filesUnder()).filter(file => file.endsWith('.py')),
      ['a.py', 'sub/keep.gen.py', 'sub/only-here.py'],
    );
  });

  it('heed the .gitignore files above the folder, up to the repository and no further', async () => {
    await write('.gitignore', 'a.py\n');
    await write('repository/.git/info/exclude', 'c.py\n');
    await write('repository/.gitignore', 'b.py\n');
    for (const name of ['a', 'b', 'c', 'd']) await write(`repository/sub/${name}.py`);
    assert.deepEqual(await filesUnder('repository/sub'), ['repository/sub/a.py', 'repository/sub/d.py']);
  });

  it('tell a folder that can’t be read, and go on behind it', async () => {
    await write('a.py');
    await write('locked/b.py');
    await write('z.py');
    const [files, unread]: [string[], string[]] = [[], []];
    for (const file of workspaceFiles(root, ({ folder, why }) => unread.push(`${path.relative(root, folder)}: ${why}`))) {
      files.push(path.relative(root, file));
      // A folder that is gone reads like one that may not be read, to whomever the tests run as.
      await rm(path.join(root, 'locked'), { recursive: true, force: true });
    }
    assert.deepEqual(files, ['a.py', 'z.py']);
    assert.equal(unread.length, 1);
    assert.match(unread[0] ?? '', /^locked: This folder can't be read: ENOENT/);
  });

  it('end where links lead in a circle, and never enter packages', async () => {
    await write('sub/a.py');
    await write('node_modules/openai/index.js');
    await write('.venv/lib/x.py');
    await symlink(root, path.join(root, 'sub', 'loop'));
    assert.deepEqual(await filesUnder(), ['sub/a.py']);
  });
});
