import type { Edit } from '../../edit';
import type { Printer } from '../../language';
import { contains } from '../../span';
import { bodyOf, isRaw, lineBreakIn, quoteOf } from './literal-body';
import { escapeBody } from './literal-source';
import { readBody } from './read-body';

/** Writes decoded text over stretches of one literal, in its own quotes and line breaks. The result is read again, and must say what was asked. */
export const rewriteInLiteral: Printer['rewriteInLiteral'] = (text, edits) => {
  const literal = edits[0]?.literal;
  const quote = literal && quoteOf(text, literal);
  const body = literal && bodyOf(text, literal);
  const lineBreak = literal && lineBreakIn(text, literal);
  if (literal === undefined || quote === undefined || body === undefined || lineBreak === undefined)
    return { refused: 'The text is not written here as one string literal. Change it by hand.' };
  const raw = quote === '`' && isRaw(text, literal);
  const read = (source: string): string => readBody(source, quote, raw);
  const written: Edit[] = [];
  let [was, is, says] = ['', '', ''];
  let done = body.start;
  let halves = false;
  for (const { stretch, newText } of [...edits].sort((a, b) => a.stretch.start - b.stretch.start)) {
    const { uri, start, end } = stretch;
    if (!contains(body, stretch) || start < done || start > end) return byHand;
    const spelled = raw ? newText : escapeBody(newText, quote, lineBreak);
    const kept = text.slice(done, start);
    was += read(kept) + read(text.slice(start, end));
    says += read(kept) + newText;
    is += kept + spelled;
    halves ||= [start, end].some(offset => /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(offset - 1, offset + 1)));
    written.push({ uri, start, end, newText: spelled });
    done = end;
  }
  const rest = text.slice(done, body.end);
  const cutsWell = was + read(rest) === read(text.slice(body.start, body.end));
  // A template reads every line end as one.
  return cutsWell && !halves && read(is + rest) === says + read(rest) ? written : byHand;
};

const byHand = { refused: 'This part of the text can’t be changed without changing what stands around it. Change it by hand.' };
