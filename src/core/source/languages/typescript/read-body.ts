import type { Quote } from './literal-source';
import { decodeText, type TextFlavour } from './text-literals';

/** What a literal's body says: its decoded text, with every placeholder as it is written between two NULs. */
export function readBody(body: string, quote: Quote, raw: boolean): string {
  const flavour: TextFlavour = quote !== '`' ? 'string' : raw ? 'raw' : 'template';
  const decoded = (start: number, end: number): string => decodeText({ uri: '', text: body, start, end }, flavour).text;
  let said = '';
  let done = 0;
  let at = 0;
  while (at < body.length) {
    // A backslash at the end would take what comes behind the body into its escape.
    if (body[at] === '\\' && at + 1 === body.length) return `${said}${decoded(done, at)}\0\\`;
    if (body[at] === '\\') at += 2;
    else if (quote !== '`' || !body.startsWith('${', at)) at++;
    else {
      const end = endOfCode(body, at + 2);
      said += `${decoded(done, at)}\0${body.slice(at, end)}\0`;
      done = end;
      at = end;
    }
  }
  return said + decoded(done, body.length);
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
