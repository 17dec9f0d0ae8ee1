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

  it('are those used last, however small they are', async () => {
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
      const [first = '', second = '', ...others] = Array.from({ length: 2600 }, (_, index) => {
        const file = path.join(project.root, 'notes', `${index}.txt`);
        writeFileSync(file, 'x');
        return addressOf(file);
      });
      store.get(first);
      store.get(second);
      for (const uri of others) {
        store.get(uri);
        store.get(first);
      }
      assert.equal(read.length, 2600, 'what is in use is read once');
      store.get(first);
      store.get(second);
      assert.deepEqual(read.slice(2600), [second], 'what nobody used was let go');
    } finally {
      await project.remove();
    }
  });
});
