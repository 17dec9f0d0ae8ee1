import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { LANGUAGES } from '../../src/core/source/languages/known-languages';

const PROMPT_FILES = 'prompt files';
const ALL = ['Python', 'TypeScript', 'Go', 'Java', 'C#', PROMPT_FILES];
/** Files that fixes made are no fixtures of their own. */
const MADE = /\.fixed(?:-\d+)?\./;

/** In which languages each rule fires, as the fixtures have it, in words; a rule that no fixture expects isn't in it. */
export async function ruleLanguages(root: string): Promise<ReadonlyMap<string, string>> {
  const folder = path.join(root, 'test/fixtures/rules');
  const firing = new Map<string, Set<string>>();
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const file of files) {
    if (!file.isFile() || MADE.test(file.name)) continue;
    const text = await readFile(path.join(file.parentPath, file.name), 'utf8');
    for (const [, rule = ''] of text.matchAll(/\bexpect ([a-z][a-z-]*) (?:confirmed|suspected)\b/g))
      firing.set(rule, (firing.get(rule) ?? new Set()).add(languageOf(file.name)));
  }
  return new Map([...firing].map(([rule, found]) => [rule, inWords(found)]));
}

/** TypeScript stands for JavaScript, too, which is read by the same adapter. */
function languageOf(file: string): string {
  const name = LANGUAGES.find(({ endings }) => endings.some(ending => file.endsWith(ending)))?.name;
  return name === undefined ? PROMPT_FILES : name === 'JavaScript' ? 'TypeScript' : name;
}

function inWords(found: ReadonlySet<string>): string {
  const missing = ALL.filter(name => !found.has(name));
  if (missing.length === 0) return 'all';
  return missing.length <= 2 ? `all but ${missing.join(', ')}` : ALL.filter(name => found.has(name)).join(', ');
}
