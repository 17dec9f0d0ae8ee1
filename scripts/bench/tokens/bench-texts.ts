import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../../repository';
import type { EngineName } from './engines';
import { seededRandom } from './random';
import { proseInManyScripts } from './scripts-prose';

const packages = (...names: string[]) => readFileSync(path.join(repositoryRoot, 'node_modules', ...names), 'utf8');

/** What is counted again and again, some 230 KB each, from files that the lockfile pins. */
export const BENCH_TEXTS: Readonly<Record<string, () => string>> = {
  prose: () => commentsOf(packages('@types', 'vscode', 'index.d.ts')).slice(0, 232_000),
  code: () => `${packages('zod', 'src', 'v4', 'core', 'schemas.ts')}${packages('openai', 'src', 'client.ts')}`.slice(0, 232_000),
  JSON: () => readFileSync(path.join(repositoryRoot, 'package-lock.json'), 'utf8').slice(0, 232_000),
  'many scripts': () => proseInManyScripts(seededRandom(7), 120_000),
};

/** The English of a declaration file. */
function commentsOf(source: string): string {
  return [...source.matchAll(/^[ \t]*\*(?!\/) ?(.*)$/gm)].map(([, line = '']) => line.replace(/\*\/\s*$/, '')).join('\n');
}

/** Ordinary bad luck. The other counters are asked only for what they can count within a minute or two. */
export const BAD_TEXTS: readonly { readonly name: string; readonly text: string; readonly others: readonly EngineName[] }[] = [
  { name: '20,000 equal letters', text: 'a'.repeat(20_000), others: ['tiktoken', 'gpt-tokenizer', 'js-tiktoken'] },
  { name: '8,000 Chinese characters without punctuation', text: chinese(8000), others: ['tiktoken', 'gpt-tokenizer'] },
  { name: '1 MB of one letter', text: 'a'.repeat(1_000_000), others: [] },
  { name: '1 MB of spaces', text: ' '.repeat(1_000_000), others: [] },
  { name: '1 MB of Chinese without punctuation', text: chinese(333_333), others: [] },
  { name: '1 MB of random letters', text: randomLetters(1_000_000), others: [] },
];

function chinese(characters: number): string {
  const random = seededRandom(11);
  return Array.from({ length: characters }, () => String.fromCharCode(0x4e00 + random.integer(6000))).join('');
}

function randomLetters(letters: number): string {
  const random = seededRandom(13);
  return Array.from({ length: letters }, () => String.fromCharCode(97 + random.integer(26))).join('');
}
