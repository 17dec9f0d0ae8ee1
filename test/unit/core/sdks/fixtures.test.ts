import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SDKS } from '../../../../src/core/sdks/registry';
import { sketchesOf } from '../../link-project';

const FIXTURES = path.join(__dirname, '../../../fixtures/sdks');

/**
 * Each folder is a small project. A file says in comments what is read of it, every call in order and nothing else: lines that
 * begin with `>` hold what `sketch` prints of a call site.
 */
describe('SDK fixtures', () => {
  for (const project of readdirSync(FIXTURES).sort()) {
    const files = filesOf(path.join(FIXTURES, project));
    for (const main of Object.keys(files).filter(file => /\.(py|ts|tsx|js|jsx|mjs|cjs)$/.test(file))) {
      it(`${project}/${main}`, async () => {
        assert.deepEqual(await sketchesOf(files, main), expected(files[main] ?? ''));
      });
    }
  }

  it('has a project for every SDK', () => {
    const projects = new Set(readdirSync(FIXTURES));
    assert.deepEqual(
      SDKS.map(sdk => sdk.id).filter(id => !projects.has(id)),
      [],
    );
  });
});

function expected(text: string): readonly string[] {
  return [...text.matchAll(/^[ \t]*(?:#|\/\/) > (.*)$/gm)].map(([, line = '']) => line.trimEnd());
}

function filesOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  return Object.fromEntries(
    names.map(entry => {
      const full = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, full).split(path.sep).join('/'), readFileSync(full, 'utf8')];
    }),
  );
}
