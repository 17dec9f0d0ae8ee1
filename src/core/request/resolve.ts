import type { Span } from '../source/span';
import type { Value } from '../source/values';
import { isNull, plainText } from '../link/evaluation';
import { toHole } from '../link/volatility';
import type { Resolved } from './request';

/** What an evaluated argument is, as one value, a complete set, or neither with the reason. `written`: the argument before evaluation. */
export function resolve<T>(value: Value | undefined, written: Span | undefined, read: (value: Value) => T | undefined): Resolved<T> {
  if (value === undefined || isNull(value)) return { candidates: [], provenance: 'absent', why: 'not stated' };
  const at = written ?? value.at;
  const own = read(value);
  if (own !== undefined) return { value: own, candidates: [own], at, provenance: sameSpan(value.at, at) ? 'literal' : 'constant', why: '' };
  if (value.kind === 'choice') return fromChoice(value.options, at, read);
  if (value.kind === 'param' && value.fallback !== undefined) {
    const fallback = resolve(value.fallback, at, read);
    if (fallback.value !== undefined) return { ...fallback, provenance: 'default', why: `the default of the parameter ${value.name}` };
  }
  const found = toHole(value);
  if (value.kind === 'param') return { candidates: [], at, provenance: 'caller', why: `comes from the parameter ${value.name}` };
  if (found.volatility === 'deploy') return { candidates: [], at, provenance: 'environment', why: `${found.label} is set where the program is deployed` };
  return { candidates: [], at, provenance: 'unknown', why: `${found.label} ${found.reason}` };
}

function fromChoice<T>(options: readonly Value[], at: Span, read: (value: Value) => T | undefined): Resolved<T> {
  const deployed = options.some(option => option.kind === 'hole' && option.volatility === 'deploy') || options.some(isEnvironment);
  const rest = options.filter(option => !(option.kind === 'hole' && option.volatility === 'deploy') && !isEnvironment(option) && !isNull(option));
  const parameter = rest.find(option => option.kind === 'param');
  const values = rest.flatMap(option => {
    const found = read(option);
    return found === undefined ? [] : [found];
  });
  const distinct = [...new Set(values)];
  const [only] = distinct;
  if (only !== undefined && distinct.length === 1 && rest.length === 1 && deployed) return { value: only, candidates: [only], at, provenance: 'environment', why: 'the default of an environment variable' };
  if (only !== undefined && distinct.length === 1 && parameter !== undefined && rest.length === 2) {
    return { value: only, candidates: [only], at, provenance: 'default', why: 'used when the caller passes nothing' };
  }
  if (values.length === rest.length && !deployed && distinct.length > 0) return { candidates: distinct, at, provenance: 'constant', why: `one of ${distinct.join(', ')}` };
  return { candidates: [], at, provenance: parameter === undefined ? 'unknown' : 'caller', why: 'depends on values that are not in sight' };
}

function isEnvironment(value: Value): boolean {
  return (value.kind === 'external' || value.kind === 'index' || value.kind === 'call' || value.kind === 'member') && toHole(value).volatility === 'deploy';
}

function sameSpan(a: Span, b: Span): boolean {
  return a.uri === b.uri && a.start === b.start && a.end === b.end;
}

export const asText = (value: Value): string | undefined => (value.kind === 'text' || value.kind === 'template' ? plainText(value) : undefined);

export const asTokens = (value: Value): number | undefined =>
  value.kind === 'scalar' && typeof value.value === 'number' && Number.isFinite(value.value) && value.value >= 0 ? value.value : undefined;
