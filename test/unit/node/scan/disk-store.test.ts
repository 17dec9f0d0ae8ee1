import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { link, summarize } from '../../../../src/core/pipeline';
import { addressOf } from '../../../../src/node/file-address';
import { createGrammars } from '../../../../src/node/grammars';
import { Directories } from '../../../../src/node/scan/directories';
import { DiskStore } from '../../../../src/node/scan/disk-store';
import { projectFolder } from './project-folder';

describe('the files that a thread of a scan keeps', function () {
  this.timeout(60_000);

  it('of those near a class are read no further than to the words that it goes by', async () => {
    const project = await projectFolder({
      'desk/answers.ts': `import OpenAI from 'openai';
export class Answers {
  model = 'gpt-5.4-mini';
  ask(text: string) {
    return new OpenAI().responses.create({ model: this.model, max_output_tokens: 500, input: text });
  }
}
`,
      'desk/longer.ts': `import { Answers } from './answers';
export class LongerAnswers extends Answers {
  override model = 'gpt-5.4';
}
`,
      ...Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`desk/other${index}.ts`, `export const size = ${index};\n`])),
    });
    try {
      const read: string[] = [];
      const store = createStore(read);
      const uri = addressOf(project.path('desk/answers.ts'));
      let linked = link(uri, store);
      while (linked.pending.length > 0 && (await store.loadGrammars())) linked = link(uri, store);
      assert.deepEqual(
        linked.sites.map(({ model }) => model.candidates),
        [['gpt-5.4-mini', 'gpt-5.4']],
      );
      assert.deepEqual(read.sort(), [uri, addressOf(project.path('desk/longer.ts'))]);
      assert.ok(linked.dependsOn.includes(addressOf(project.path('desk/other7.ts'))), 'which may extend it later');
    } finally {
      await project.remove();
    }
  });

  function createStore(read: string[]): DiskStore {
    return new DiskStore(new Directories(), {
      summarize(file, globs) {
        read.push(file.uri);
        return summarize(file, globs);
      },
      grammars: createGrammars(),
      gate: () => true,
      promptFiles: [],
      failed: (uri, error) => assert.fail(`${uri}: ${error}`),
    });
  }

  /** A store, some files of one text, and the addresses that were read, in their order. */
  async function withFiles(
    count: number,
    text: string,
    test: (store: DiskStore, files: readonly string[], read: readonly string[]) => void,
  ) {
    const project = await projectFolder({});
    try {
      const read: string[] = [];
      const store = createStore(read);
      mkdirSync(project.path('notes'));
      const files = Array.from({ length: count }, (_, index) => {
        const file = path.join(project.root, 'notes', `${index}.txt`);
        writeFileSync(file, text);
        return addressOf(file);
      });
      test(store, files, read);
    } finally {
      await project.remove();
    }
  }

  it('are read once, until they are too many, however small they are, and all of them are forgotten', () =>
    withFiles(6000, 'x', (store, files, read) => {
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
    }));

  it('are more where the same ones are needed again and again, but not without end', () =>
    withFiles(900, 'x'.repeat(40_000), (store, files) => {
      const fullAfter = () => {
        const index = files.findIndex(uri => {
          store.get(uri);
          return store.isFull;
        });
        store.forget();
        return index;
      };
      const rounds = [fullAfter(), fullAfter(), fullAfter(), fullAfter()];
      const [first = 0, ...later] = rounds;
      assert.ok(first > 100, String(rounds));
      for (const round of later) assert.ok(round >= first && round < 5 * first, String(rounds));
      const room = os.totalmem() / os.availableParallelism();
      assert.equal((later[0] ?? 0) > first, room > 960_000_000, `${rounds} with ${room} bytes a core`);
    }));
});
