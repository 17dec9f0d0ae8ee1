import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatFor } from '../../../../../src/core/source/formats/index';
import { rendering } from './rendering';

const root = join(__dirname, '../../../../fixtures/formats');

/** Beside each fixture stands what it means: `x.prompty` and `x.prompty.json`. */
describe('prompt files', () => {
  for (const folder of ['prompty', 'dotprompt', 'text']) {
    const files = readdirSync(join(root, folder)).filter(name => !name.endsWith('.json'));
    it(`has fixtures of ${folder}`, () => assert.ok(files.length > 0));
    for (const file of files) {
      it(`reads ${folder}/${file}`, () => {
        const text = readFileSync(join(root, folder, file), 'utf8');
        const uri = `file:///project/prompts/${file}`;
        const format = formatFor(uri, ['prompts/**']);
        assert.ok(format);
        assert.equal(format.id, folder);
        const expected: unknown = JSON.parse(readFileSync(join(root, folder, `${file}.json`), 'utf8'));
        assert.deepEqual(rendering(text, format.read(uri, text)), expected);
      });
    }
  }
});
