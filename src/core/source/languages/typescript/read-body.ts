import type { Quote } from './literal-source';
import { decodeText, type TextFlavour } from './text-literals';

/** What a literal's body says: its decoded text, with every placeholder as it is written between two NULs. */
export function readBody(body: string, quote: Quote, raw: boolean): string {
  const flavour: TextFlavour = quote !== '`' ? 'string' : raw ? 'raw' : 'template';
  const decoded = (text: string): string => decodeText({ uri: '', text, start: 0, end: text.length }, flavour).text;
  return stretchesOf(body, quote)
    .map(({ source, is }) => (is === 'text' ? decoded(source) : is === 'code' ? `\0${source}\0` : `\0${source}`))
    .join('');
}

/** Whether a template's body writes its line breaks as escapes, all on one line. */
export function breaksByEscape(body: string): boolean {
  const texts = stretchesOf(body, '`').flatMap(({ source, is }) => (is === 'text' ? [source] : []));
  return texts.every(text => !/[\r\n]/.test(text)) && texts.some(text => /^(?:[^\\]|\\[^n])*\\n/.test(text));
}

interface Stretch {
  readonly source: string;
  readonly is: 'text' | 'code' | 'torn escape';
}

/** A body's texts and placeholders in order. */
function stretchesOf(body: string, quote: Quote): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let done = 0;
  let at = 0;
  while (at < body.length) {
    // A backslash at the end would take what comes behind the body into its escape.
    if (body[at] === '\\' && at + 1 === body.length)
      return [...stretches, { source: body.slice(done, at), is: 'text' }, { source: '\\', is: 'torn escape' }];
    if (body[at] === '\\') at += 2;
    else if (quote !== '`' || !body.startsWith('${', at)) at++;
    else {
      const end = endOfCode(body, at + 2);
      stretches.push({ source: body.slice(done, at), is: 'text' }, { source: body.slice(at, end), is: 'code' });
      done = end;
      at = end;
    }
  }
  return [...stretches, { source: body.slice(done), is: 'text' }];
}

/** The offset behind the brace that closes a placeholder, whose code starts at `from`. */
function endOfCode(text: string, from: number): number {
  let depth = 1;
  let at = from;
  while (at < text.length && depth > 0) {
    const sign = text[at];
    if (sign === '"' || sign === "'" || sign === '`') at = endOfLiteral(text, at);
    else {
      if (sign === '{') depth++;
      if (sign === '}') depth--;
      at++;
    }
  }
  return at;
}

function endOfLiteral(text: string, from: number): number {
  const quote = text[from];
  let at = from + 1;
  while (at < text.length && text[at] !== quote) {
    if (quote === '`' && text.startsWith('${', at)) at = endOfCode(text, at + 2);
    else at += text[at] === '\\' ? 2 : 1;
  }
  return at + 1;
}
