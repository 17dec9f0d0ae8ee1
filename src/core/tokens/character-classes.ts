import { UNICODE_CLASSES } from './unicode-classes';

/** The classes that the patterns of both encodings tell apart, one bit each: `A & (X | Y)` asks for any of several. */
export const UPPER = 1;
export const LOWER = 2;
/** Letters of scripts without case, and modifiers: o200k_base takes them, like marks, as upper and as lower case. */
export const CASELESS = 4;
export const MARK = 8;
export const NUMBER = 16;
/** White space that doesn't end a line. */
export const SPACE = 32;
export const NEWLINE = 64;
export const SYMBOL = 128;
/** Behind the end of a text: in no class, so every run stops there. */
export const NO_CLASS = 0;

export const LETTER = UPPER | LOWER | CASELESS;

/** By name, with the letter that stands for each in the generated table. */
export const CHARACTER_CLASSES = {
  upper: { bit: UPPER, letter: 'U' },
  lower: { bit: LOWER, letter: 'L' },
  caseless: { bit: CASELESS, letter: 'C' },
  mark: { bit: MARK, letter: 'M' },
  number: { bit: NUMBER, letter: 'N' },
  space: { bit: SPACE, letter: 'B' },
  newline: { bit: NEWLINE, letter: 'R' },
  symbol: { bit: SYMBOL, letter: 'S' },
} as const;

/** One byte for each of Unicode's code points. Takes a millisecond, so a counter makes it once. */
export function characterClasses(): Uint8Array {
  const bits = new Map<string, number>(Object.values(CHARACTER_CLASSES).map(({ bit, letter }) => [letter, bit]));
  const classes = new Uint8Array(0x110000);
  let start = 0;
  for (const run of UNICODE_CLASSES.match(/[A-Z][0-9a-z]+/g) ?? []) {
    const end = start + Number.parseInt(run.slice(1), 36);
    classes.fill(bits.get(run.charAt(0)) ?? SYMBOL, start, end);
    start = end;
  }
  return classes;
}
