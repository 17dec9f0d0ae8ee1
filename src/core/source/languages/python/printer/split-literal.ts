import type { Printer } from '../../../language';
import { literalShape } from '../literal-shape';
import { isBoundary } from './boundaries';

export const splitLiteral: Printer['splitLiteral'] = (text, literal, offset) => {
  const isOne = literal.kind === 'text' || (literal.kind === 'template' && literal.literal);
  const shape = isOne ? literalShape(text, literal.at.start, literal.at.end) : undefined;
  if (shape === undefined || offset <= shape.bodyStart || offset >= shape.bodyEnd || !isBoundary(text, literal, shape, offset))
    return undefined;
  const mark = shape.quote.charAt(0);
  const head = text.slice(shape.bodyStart, offset);
  const tail = text.slice(offset, shape.bodyEnd);
  // What ends or begins with a quote would run into those around it; a backslash at a line's end takes the next line with it.
  if (head.endsWith(mark) || tail.startsWith(mark) || /\\$/.test(head) || /\\[0-7]{1,2}$/.test(head)) return undefined;
  const prefix = text.slice(literal.at.start, shape.bodyStart - shape.quote.length);
  const written = (body: string): string => {
    const needsNoFormat = shape.formatted && !/[{}]/.test(body);
    return (needsNoFormat ? prefix.replace(/f/i, '') : prefix) + shape.quote + body + shape.quote;
  };
  return [written(head), written(tail)];
};
