import { withoutLoneAmpersands } from './lone-ampersands';
import { withoutTagTypes } from './tag-types';

/** A text as the grammar can read it, every offset the same: what it doesn't know yet stands for something that means as much. */
export function readable(text: string): string {
  const read = REPLACED.reduce((so, [trace, written, instead]) => (so.includes(trace) ? so.replace(written, instead) : so), text);
  return withoutLoneAmpersands(withoutTagTypes(read));
}

const REPLACED: readonly (readonly [trace: string, written: RegExp, instead: (found: string) => string])[] = [
  // `{ title: string; abstract: string }`: a property is called like a modifier.
  ['abstract', /\babstract(?=\??:)/g, () => 'Abstract'],
  ['export type *', /\bexport type(?= \*)/g, () => 'export     '],
  // `importActual<typeof import('./tools')>()`
  ['typeof import(', /\btypeof import\((?:"[^"\n]*"|'[^'\n]*')\)/g, found => 'any'.padEnd(found.length)],
];
