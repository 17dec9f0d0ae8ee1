import type { Edit } from '../../../edit';
import type { LiteralEdit, Printer } from '../../../language';
import { lineEndOf } from '../../../written-lines';
import { type LiteralShape, literalShape } from '../literal-shape';
import { isBoundary } from './boundaries';
import { escapeText } from './literals';

const byHand = { refused: 'This part of the text can’t be changed without changing what stands around it. Change it by hand.' };

export const rewriteInLiteral: Printer['rewriteInLiteral'] = (text, edits) => {
  const [first] = edits;
  const shape = first && literalShape(text, first.literal.at.start, first.literal.at.end);
  if (first === undefined || shape === undefined)
    return { refused: 'The text is not written here as one string literal. Change it by hand.' };
  const written: Edit[] = [];
  for (const { literal, stretch, newText } of edits) {
    const { uri, start, end } = stretch;
    const inside = shape.bodyStart <= start && start <= end && end <= shape.bodyEnd;
    if (!inside || ![start, end].every(offset => isBoundary(text, literal, shape, offset))) return byHand;
    const spelled = spell(text, shape, newText);
    if (spelled === undefined) return { refused: 'A raw string can’t hold this text. Make it an ordinary string first.' };
    if (/\\[0-7]{1,2}$/.test(text.slice(Math.max(shape.bodyStart, start - 3), start)) && /^[0-7]/.test(spelled + text.slice(end, end + 1)))
      return byHand;
    written.push({ uri, start, end, newText: spelled });
  }
  return isWhole(text, shape, edits, written) ? written : byHand;
};

/** Decoded text as this literal writes it; undefined: it can't. */
function spell(text: string, shape: LiteralShape, newText: string): string | undefined {
  if (newText === '') return '';
  const braces = (plain: string) => (shape.formatted ? plain.replace(/[{}]/g, '$&$&') : plain);
  if (shape.raw)
    return /[\\"']/.test(newText) || (!shape.triple && newText.includes('\n'))
      ? undefined
      : braces(newText).replace(/\n/g, lineEndOf(text));
  if (!shape.triple) return braces(escapeText(newText, shape.quote));
  return newText
    .split('\n')
    .map(line => braces(escapeText(line, shape.quote)))
    .join(lineEndOf(text));
}

/** The changed body still ends where the literal does: no quotes or backslashes ran together. */
function isWhole(text: string, shape: LiteralShape, edits: readonly LiteralEdit[], written: readonly Edit[]): boolean {
  const before = text.slice(shape.bodyStart, shape.bodyEnd);
  let after = before;
  for (const { start, end, newText } of [...written].sort((a, b) => b.start - a.start))
    after = after.slice(0, start - shape.bodyStart) + newText + after.slice(end - shape.bodyStart);
  if (closesAt(before, shape.quote) === before.length) return closesAt(after, shape.quote) === after.length;
  // Quotes inside of an interpolation: only what can't add one is safe.
  return edits.every(({ newText }) => !/["'\\]/.test(newText));
}

function closesAt(body: string, quote: string): number {
  const closed = body + quote;
  for (let at = 0; at < closed.length; at++) {
    if (closed[at] === '\\') at++;
    else if (closed.startsWith(quote, at)) return at;
  }
  return -1;
}
