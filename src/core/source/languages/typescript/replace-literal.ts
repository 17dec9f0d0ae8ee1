import type { Edit, Refusal } from '../../edit';
import type { Value } from '../../values';
import { quoteOf } from './literal-body';
import { escapeBody, lineEndOf, printLiteral } from './literal-source';

const scalarSource = /^(?:[-+]?\s*[\d.][\w.]*|true|false|null|undefined)$/;

/** Writes another value over a literal, in the quotes that it has. */
export function replaceLiteral(text: string, value: Value, newValue: number | string | boolean): readonly Edit[] | Refusal {
  const { uri, start, end } = value.at;
  const whole = (newText: string): readonly Edit[] => [{ uri, start, end, newText }];
  const plain = value.kind !== 'template' || value.parts.every(part => part.kind === 'text');
  const quote = plain ? quoteOf(text, value) : undefined;
  if (quote !== undefined) {
    const body = typeof newValue === 'string' ? escapeBody(newValue, quote, lineEndOf(text)) : undefined;
    return whole(body === undefined ? String(newValue) : quote + body + quote);
  }
  if (value.kind === 'scalar' && scalarSource.test(text.slice(start, end))) return whole(printLiteral(newValue, text));
  return { refused: 'This value is not written as a plain literal here: change it where it is set.' };
}
