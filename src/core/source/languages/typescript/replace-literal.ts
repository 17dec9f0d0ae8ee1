import type { Edit, Refusal } from '../../edit';
import type { Value } from '../../values';
import { lineBreakIn, quoteOf } from './literal-body';
import { escapeBody, printLiteral } from './literal-source';

const scalarSource = /^(?:[-+]?\s*[\d.][\w.]*|true|false|null|undefined)$/;

/** Writes another value over a literal, in the quotes that it has. */
export function replaceLiteral(text: string, value: Value, newValue: number | string | boolean): readonly Edit[] | Refusal {
  const { uri, start, end } = value.at;
  const whole = (newText: string): readonly Edit[] => [{ uri, start, end, newText }];
  const plain = value.kind !== 'template' || value.parts.every(part => part.kind === 'text');
  const quote = plain ? quoteOf(text, value) : undefined;
  if (quote !== undefined) {
    if (typeof newValue !== 'string') return whole(String(newValue));
    return whole(quote + escapeBody(newValue, quote, lineBreakIn(text, value) ?? '\\n') + quote);
  }
  if (value.kind === 'scalar' && scalarSource.test(text.slice(start, end))) return whole(printLiteral(newValue, text));
  return { refused: 'This value is not written as a plain literal here: change it where it is set.' };
}
