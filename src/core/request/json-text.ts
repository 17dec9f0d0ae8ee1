import { plainText } from '../link/evaluation';
import { toHole } from '../link/volatility';
import type { Value } from '../source/values';
import { computed, toPieces } from './pieces';
import type { Piece } from './request';

/** A tool or schema definition as the JSON that is sent: known parts as text, the rest as holes. */
export function jsonPieces(value: Value): readonly Piece[] {
  const json = jsonOf(value);
  return json === undefined
    ? toPieces(value.kind === 'record' || value.kind === 'list' ? toHole(value) : value)
    : [computed(json, value.at)];
}

function jsonOf(value: Value): string | undefined {
  switch (value.kind) {
    case 'scalar':
      return String(value.value);
    case 'text':
    case 'template': {
      const text = plainText(value);
      return text === undefined ? undefined : JSON.stringify(text);
    }
    case 'list': {
      const items = value.items.map(jsonOf);
      return items.includes(undefined) ? undefined : `[${items.join(',')}]`;
    }
    case 'record': {
      const entries = value.entries.map(entry => {
        if (entry.key === undefined) return entry.value.kind === 'spread' ? jsonOf(entry.value.value)?.slice(1, -1) : undefined;
        const inner = jsonOf(entry.value);
        return inner === undefined ? undefined : `${JSON.stringify(entry.key)}:${inner}`;
      });
      return entries.includes(undefined) ? undefined : `{${entries.filter(entry => entry !== '').join(',')}}`;
    }
    default:
      return undefined;
  }
}
