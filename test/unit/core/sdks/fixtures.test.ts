import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { SDKS } from '../../../../src/core/sdks/registry';
import { languageOfUri } from '../../../../src/core/source/languages/index';
import { filesOf, sketchesOfAll } from '../../link-project';

const FIXTURES = path.join(__dirname, '../../../fixtures');

/**
 * Each folder is a project. A file says in comments what is read of it, every call in order and nothing else: lines that begin
 * with `>` hold what `sketch` prints of a call site.
 */
describe('fixtures of calls', () => {
  for (const kind of ['sdks', 'projects']) {
    for (const project of readdirSync(path.join(FIXTURES, kind)).sort()) {
      const files = filesOf(path.join(FIXTURES, kind, project));
      let sketches: Promise<ReadonlyMap<string, readonly string[]>> | undefined;
      for (const [file, text] of Object.entries(files).filter(([name]) => languageOfUri(name) !== undefined)) {
        it(`${kind}/${project}/${file}`, async () => {
          sketches ??= sketchesOfAll(files);
          assert.deepEqual((await sketches).get(file), expected(text));
        });
      }
    }
  }

  it('has a project for every SDK', () => {
    const projects = new Set(readdirSync(path.join(FIXTURES, 'sdks')));
    assert.deepEqual(
      SDKS.map(sdk => sdk.id).filter(id => !projects.has(id)),
      [],
    );
  });
});

function expected(text: string): readonly string[] {
  return [...text.matchAll(/^[ \t]*(?:#|\/\/) > (.*)$/gm)].map(([, line = '']) => line.trimEnd());
}
