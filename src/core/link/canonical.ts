import type { Span } from '../source/span';
import type { Value } from '../source/values';
import type { SameValues } from './same-values';

/**
 * An answer that says the same as one before, as that same value: contexts look the same where they hold the same values, and what was
 * found out in one of them is used again in the other.
 */
export function canonical(same: SameValues, asked: Value, answer: Value): Value {
  if (answer === asked || LEAVES.has(answer.kind) || same.has(answer)) return answer;
  const parts: object[] = [];
  const how = take(same, answer, parts);
  const [first = asked, ...others] = parts;
  return same.of([first, ...others], how, () => answer);
}

/** Said by the source alone, as it stands. */
const LEAVES: ReadonlySet<Value['kind']> = new Set(['text', 'class', 'function', 'self']);

/** Hands over the values of which a value is made, and says the rest as text. */
function take(same: SameValues, whole: object, parts: object[]): string {
  let said = '';
  for (const key in whole) said += ` ${key}=${taken(same, (whole as Readonly<Record<string, unknown>>)[key], parts)}`;
  return said;
}

function taken(same: SameValues, part: unknown, parts: object[]): string {
  if (typeof part === 'string') return JSON.stringify(part);
  if (typeof part !== 'object' || part === null) return String(part);
  if (isSpan(part)) return `${same.numberOfText(part.uri)}:${part.start}-${part.end}`;
  if (Array.isArray(part)) {
    let said = '[';
    for (const item of part) said += `${taken(same, item, parts)},`;
    return `${said}]`;
  }
  if (!('kind' in part) && 'value' in part) return take(same, part, parts);
  parts.push(part);
  return '#';
}

function isSpan(part: object): part is Span {
  return 'uri' in part && 'start' in part;
}
