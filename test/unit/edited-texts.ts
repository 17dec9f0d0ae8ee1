import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';

export const FIXTURES = path.join(__dirname, '../fixtures');

export interface EditedText {
  /** Of the fixture that is edited, below test/fixtures. */
  readonly path: string;
  /** The text as it is at first and after each edit. */
  readonly texts: readonly string[];
}

/** What people type, and what breaks a file for a while. */
const typed = fc.constantFrom('x', ' ', '\n', '"', "'", '(', ')', '{', '}', ':', '#', '=', '.', '`', '0', 'def f():\n', 'gpt-5.4', 'é😀');

/** Files of the fixtures, edited step by step, at places all over them: typed into, cut, lines copied elsewhere. */
export function editedTexts(folders: readonly string[], ending: RegExp): fc.Arbitrary<EditedText> {
  const filesIn = (folder: string) =>
    readdirSync(path.join(FIXTURES, folder), { recursive: true, encoding: 'utf8' }).map(name => path.join(folder, name));
  const files = folders
    .flatMap(filesIn)
    .filter(name => ending.test(name))
    .sort();
  const share = fc.double({ min: 0, max: 0.9999, noNaN: true });
  const edit = fc.oneof(
    { weight: 4, arbitrary: fc.record({ at: share, removed: fc.constant(0), inserted: typed, line: fc.constant(undefined) }) },
    {
      weight: 2,
      arbitrary: fc.record({ at: share, removed: fc.integer({ min: 1, max: 3 }), inserted: fc.constant(''), line: fc.constant(undefined) }),
    },
    { weight: 1, arbitrary: fc.record({ at: share, removed: fc.integer({ min: 0, max: 200 }), inserted: fc.constant(''), line: share }) },
  );
  return fc.record({ file: fc.constantFrom(...files), edits: fc.array(edit, { minLength: 1, maxLength: 6 }) }).map(({ file, edits }) => {
    const texts = [readFileSync(path.join(FIXTURES, file), 'utf8')];
    for (const { at, removed, inserted, line } of edits) {
      const text = texts.at(-1) ?? '';
      const start = Math.floor(at * text.length);
      const lines = text.split('\n');
      const copied = line === undefined ? '' : `${lines[Math.floor(line * lines.length)]}\n`;
      texts.push(text.slice(0, start) + inserted + copied + text.slice(start + removed));
    }
    return { path: file, texts };
  });
}
