import { openPart } from '../link/entries';
import { isFromCaller } from '../link/volatility';
import type { Value, ValueOf } from '../source/values';

/** What a caller passes as the body of a request, all of it or a part that is spread into it; one of several that are passed is one, too. */
export function passedBody(value: Value): Value | undefined {
  if (value.kind === 'choice') {
    const parts = value.options.map(passedBody);
    return parts.every(part => part !== undefined) ? oneOf(value, parts) : undefined;
  }
  const source = value.kind === 'record' ? openPart(value) : value;
  return source !== undefined && isFromCaller(source) ? source : undefined;
}

/** The same parameter, by itself and with something added, is one. */
function oneOf(value: ValueOf<'choice'>, parts: readonly Value[]): Value {
  const [first] = parts;
  const isFirst = (part: Value) =>
    part.kind === 'param' && first?.kind === 'param' && part.name === first.name && part.scope === first.scope;
  return first !== undefined && parts.every(isFirst) ? first : { ...value, options: parts };
}
