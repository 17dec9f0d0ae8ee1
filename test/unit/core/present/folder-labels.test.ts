import assert from 'node:assert/strict';
import { folderLabels } from '../../../../src/core/present/folder-labels';

describe('labels of folders', () => {
  const labels = (...paths: string[]) => folderLabels(paths.map(path => ({ name: path.split('/').at(-1) ?? '', path })));

  it('are empty for a single one, and else their names', () => {
    assert.deepEqual(labels('/projects/shop'), ['']);
    assert.deepEqual(labels('/projects/shop', '/projects/desk'), ['shop', 'desk']);
  });

  it('say as much before a name that several have as tells them apart', () => {
    assert.deepEqual(labels('/projects/shop/app', '/projects/desk/app', '/projects/docs'), ['shop/app', 'desk/app', 'docs']);
    assert.deepEqual(labels('/a/src/app', '/b/src/app'), ['a/src/app', 'b/src/app']);
    assert.deepEqual(labels('/app', '/x/app'), ['app', 'x/app']);
  });

  it('stay names where the paths are the same', () => {
    assert.deepEqual(
      folderLabels([
        { name: 'one', path: '/a' },
        { name: 'one', path: '/a' },
      ]),
      ['one', 'one'],
    );
  });
});
