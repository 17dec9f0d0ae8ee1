import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { formatFor } from '../../../../../src/core/source/formats/index';
import { FORMATS } from '../../../../../src/core/source/formats/registry';
import { rendering } from './rendering';

const root = join(__dirname, '../../../../fixtures/formats');

/** Every fixture of a folder, at any depth: some formats are known by where a file stands. */
function fixturesOf(folder: string): readonly string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(name => name.replaceAll('\\', '/'));
  return names.filter(
    name => statSync(join(root, folder, name)).isFile() && !(name.endsWith('.json') && names.includes(name.slice(0, -'.json'.length))),
  );
}

/** Beside each fixture stands what it means: `x.prompty` and `x.prompty.json`. Each format has a folder of its id. */
describe('prompt files', () => {
  for (const { id } of FORMATS) {
    const files = fixturesOf(id);
    it(`has fixtures of ${id}`, () => assert.ok(files.length > 0));
    for (const file of files) {
      it(`reads ${id}/${file}`, () => {
        const text = readFileSync(join(root, id, file), 'utf8');
        const uri = `file:///project/prompts/${file}`;
        const format = formatFor(uri, ['prompts/**'], text);
        assert.ok(format);
        assert.equal(format.id, id);
        const expected: unknown = JSON.parse(readFileSync(join(root, id, `${file}.json`), 'utf8'));
        assert.deepEqual(rendering(text, format.read(uri, text)), expected);
      });
    }
  }
});
