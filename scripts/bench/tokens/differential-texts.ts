import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../../repository';
import { type Random, upTo } from './random';
import { proseInManyScripts } from './scripts-prose';

/** Characters of a text that is compared by itself: short enough that two mistakes seldom make up for each other. */
const TEXT_UNITS = 4000;

/** Texts of one kind, whose counts are compared. `share` is how many of the characters of a whole run are of this kind. */
export interface TextKind {
  readonly name: string;
  readonly share: number;
  /** Texts of at least so many UTF-16 units in all, or all there are. */
  texts(units: number, random: Random): Iterable<string>;
}

export const TEXT_KINDS: readonly TextKind[] = [
  { name: 'prose of packages', share: 5, texts: units => filesOf(units, /\.(md|markdown|txt)$|^(LICENSE|NOTICE)/i) },
  { name: 'code', share: 12, texts: units => filesOf(units, /\.(ts|js|mjs|cjs|tsx|py|css|html|wat|sh)$/) },
  { name: 'JSON', share: 5, texts: units => filesOf(units, /\.(json|map)$/) },
  { name: 'prose in many scripts', share: 10, texts: generated(random => proseInManyScripts(random, TEXT_UNITS)) },
  {
    name: 'base64',
    share: 3,
    texts: generated(random => upTo(TEXT_UNITS, () => `${bytes(random, 1 + random.integer(500)).toString('base64')}\n`)),
  },
  { name: 'logs', share: 4, texts: generated(random => upTo(TEXT_UNITS, () => logLine(random))) },
  { name: 'emoji', share: 3, texts: generated(random => upTo(TEXT_UNITS, () => emoji(random))) },
  { name: 'random bytes', share: 4, texts: generated(random => bytes(random, TEXT_UNITS).toString('utf8')) },
  { name: 'random characters', share: 3, texts: generated(random => upTo(TEXT_UNITS, () => character(random))) },
  { name: 'what the patterns name', share: 5, texts: generated(random => upTo(TEXT_UNITS, () => random.pick(NAMED))) },
  { name: 'every character', share: 20, texts: everyCharacter },
  { name: 'long runs', share: 1, texts: generated(longRun) },
];

function generated(make: (random: Random) => string): TextKind['texts'] {
  return function* (units, random) {
    for (let made = 0; made < units; ) {
      const text = make(random);
      made += text.length;
      yield text;
    }
  };
}

/** Files of the installed packages, cut into texts. */
function* filesOf(units: number, names: RegExp): Generator<string> {
  let read = 0;
  for (const file of filesIn(path.join(repositoryRoot, 'node_modules'))) {
    if (!names.test(path.basename(file)) || statSync(file).size > 2_000_000) continue;
    const text = readFileSync(file, 'utf8');
    for (let start = 0; start < text.length; start += TEXT_UNITS) yield text.slice(start, start + TEXT_UNITS);
    read += text.length;
    if (read >= units) return;
  }
}

function* filesIn(folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(file);
    else if (entry.isFile()) yield file;
  }
}

function bytes(random: Random, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => random.integer(256)));
}

function logLine(random: Random): string {
  const time = new Date(1.7e12 + random.integer(1e9)).toISOString();
  const level = random.pick(['INFO', 'WARN', 'error', 'DEBUG', '[trace]']);
  const address = Array.from({ length: 4 }, () => random.integer(256)).join('.');
  const id = bytes(random, 8).toString('hex');
  const path = random.pick(['/api/v1/users', '/healthz', 'C:\\logs\\app', 'GET /', 'worker-3']);
  return `${time} ${level}  [${id}] ${address}:${random.integer(65536)} ${path} took ${random.integer(1e5)}ms\t(${random.integer(100)}%)\r\n`;
}

function emoji(random: Random): string {
  const of = () => String.fromCodePoint(random.pick([0x1f300, 0x1f600, 0x1f900, 0x2600, 0x1f1e6]) + random.integer(26));
  return of() + random.pick(['', '\u200d', '\ufe0f', '\u{1f3fd}', ' ', '  ', '!', ' ok ', '\n']);
}

function character(random: Random): string {
  const below = random.pick([0x80, 0x800, 0x3000, 0x10000, 0x20000, 0x110000]);
  return String.fromCodePoint(random.integer(below)).replace(/[\ud800-\udfff]/, '\ufffd');
}

const NAMED = [
  ..."'''strevmdlSTREVMDLſK  \t\n\n\r/.,-_0189aAzZ¼½éÉßǅʰªºж中あⅷ٣\u0300\u0301\u0903\u3000\u00a0\u0085\u2028\u200b\ufeff€👍𝒜𠀀𝟙",
  "'ll",
  "'RE",
  '\r\n',
  ' \n',
];

/** Each character where it decides how the text is cut: in a word, before one, repeated, after a space and before a line end. */
function* everyCharacter(units: number): Generator<string> {
  let text = '';
  let made = 0;
  for (let code = 0; code < 0x110000 && made < units; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const it = String.fromCodePoint(code);
    text += `a${it}b ${it}${it}A${it}'s 1${it}\n`;
    if (text.length < TEXT_UNITS) continue;
    made += text.length;
    yield text;
    text = '';
  }
  yield text;
}

/** Runs that an oracle can still count. */
function longRun(random: Random): string {
  const unit = random.pick(['a', 'ab', 'X', '=', ' ', '\n', '-', '0', 'aÄ', 'lorem', '\0', 'é', '字', '👍', '\u0301']);
  return unit.repeat(1 + random.integer(random.pick([10, 100, 1000, 6000]) / unit.length));
}
