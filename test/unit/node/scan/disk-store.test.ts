import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { summarize } from '../../../../src/core/pipeline';
import { addressOf } from '../../../../src/node/file-address';
import { createGrammars } from '../../../../src/node/grammars';
import { Directories } from '../../../../src/node/scan/directories';
import { DiskStore } from '../../../../src/node/scan/disk-store';
import { projectFolder } from './project-folder';

describe('the files that a thread of a scan keeps', function () {
  this.timeout(60_000);

  it('are read once, until they are too many, however small they are, and all of them are forgotten', async () => {
    const project = await projectFolder({});
    try {
      const read: string[] = [];
      const store = new DiskStore(new Directories(), {
        summarize(file, globs) {
          read.push(file.uri);
          return summarize(file, globs);
        },
        grammars: createGrammars(),
        gate: () => true,
        promptFiles: [],
        failed: (uri, error) => assert.fail(`${uri}: ${error}`),
      });
      mkdirSync(project.path('notes'));
      const files = Array.from({ length: 6000 }, (_, index) => {
        const file = path.join(project.root, 'notes', `${index}.txt`);
        writeFileSync(file, 'x');
        return addressOf(file);
      });
      const [first = ''] = files;
      const atOnce = files.findIndex(uri => {
        store.get(uri);
        store.get(first);
        return store.isFull;
      });
      assert.ok(atOnce > 1000, `full after ${atOnce} files`);
      assert.equal(read.length, atOnce + 1, 'what is kept is read once');
      store.forget();
      assert.equal(store.isFull, false);
      store.get(first);
      assert.deepEqual(read.slice(atOnce + 1), [first], 'what was forgotten is read again');
    } finally {
      await project.remove();
    }
  });
});
