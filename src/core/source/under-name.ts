import type { Span } from './span';
import type { Value, ValueOf } from './values';

/** `{ [key]: value }`, for what sets a field by a name that the code computes. */
export function underName(key: Value, value: Value, at: Span): ValueOf<'record'> {
  const open: Value = {
    kind: 'hole',
    at,
    label: 'a field',
    volatility: 'unknown',
    growth: 'replace',
    proven: false,
    reason: 'set by its name',
  };
  return { kind: 'record', at, entries: [{ value: { kind: 'spread', at, value: open }, computed: { key, value }, at }] };
}
