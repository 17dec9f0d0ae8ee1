import { Tiktoken } from 'tiktoken';
import { CHARACTER_CLASSES } from '../../src/core/tokens/character-classes';
import type { GeneratedFile } from './generated-file';

/**
 * What each class means in tiktoken's pre-tokenising patterns. `\s` without line ends, because the patterns treat those apart.
 * Whatever is in none of them is a symbol.
 */
const PATTERNS: Readonly<Record<Exclude<keyof typeof CHARACTER_CLASSES, 'symbol'>, string>> = {
  upper: '[\\p{Lu}\\p{Lt}]',
  lower: '\\p{Ll}',
  caseless: '[\\p{Lm}\\p{Lo}]',
  mark: '\\p{M}',
  number: '\\p{N}',
  space: '[^\\S\\r\\n]',
  newline: '[\\r\\n]',
};

/**
 * The classes of all code points, asked of tiktoken's own regular expression engine: JavaScript's engine knows another Unicode version,
 * which changes with Node's, and takes another set of characters for `\s`.
 */
export function unicodeClasses(): GeneratedFile {
  const classes = new Array<string>(0x110000).fill('symbol');
  const classified = matches(Object.values(PATTERNS).join('|'), allCharacters());
  for (const [name, pattern] of Object.entries(PATTERNS))
    for (const character of matches(pattern, classified)) classes[character.codePointAt(0) ?? 0] = name;
  return {
    path: 'src/core/tokens/unicode-classes.ts',
    text: `// Written by \`npm run generate\` (scripts/generators/unicode-classes.ts).

/** Classes of all code points from 0 up, as tiktoken has them: runs, each the class's letter and the run's length in base 36. */
export const UNICODE_CLASSES = '${runs(classes)}';
`,
  };
}

function allCharacters(): string {
  const parts: string[] = [];
  for (let code = 0; code < 0x110000; code++) if (code < 0xd800 || code > 0xdfff) parts.push(String.fromCodePoint(code));
  return parts.join('');
}

/** All that a pattern matches in a text. With single bytes as its whole vocabulary, an encoder's tokens are the matched bytes. */
function matches(pattern: string, text: string): string {
  const singleBytes = Array.from({ length: 256 }, (_, byte) => Buffer.of(byte).toString('base64'));
  const encoder = new Tiktoken(`! 0 ${singleBytes.join(' ')}`, {}, pattern);
  try {
    return Buffer.from(encoder.encode(text, [], [])).toString('utf8');
  } finally {
    encoder.free();
  }
}

function runs(classes: readonly string[]): string {
  let text = '';
  for (let start = 0, end = 0; start < classes.length; start = end) {
    while (end < classes.length && classes[end] === classes[start]) end++;
    const name = classes[start] as keyof typeof CHARACTER_CLASSES;
    text += CHARACTER_CLASSES[name].letter + (end - start).toString(36);
  }
  return text;
}
