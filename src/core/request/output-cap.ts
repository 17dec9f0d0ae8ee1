import { isSaidByRequest } from '../link/asked-by-request';
import { isFromCaller } from '../link/volatility';
import type { CallShape } from '../sdks/sdk';
import type { SdkCall } from '../sdks/sdk-call';
import type { Value } from '../source/values';
import { type NamedArguments, topOf } from './arguments';
import type { OutputCap } from './call-site';
import { isAbsent, mayBeHidden } from './hidden-options';
import { asTokens, resolve } from './resolve';

/** What bounds the answer of a call; of several possible caps the highest, as that much can be paid. `ways`: the arguments in each way in which these are set. */
export function outputCap(call: SdkCall, named: NamedArguments, ways: (keys: ReadonlySet<string>) => readonly NamedArguments[]): OutputCap {
  const { shape, object } = call;
  const { cap, capRequired } = shape;
  const [wanted] = cap;
  if (wanted === undefined) return { state: 'unsupported', parameter: '', required: false };
  for (const parameter of cap) {
    const argument = named.get([parameter]);
    if (argument === undefined || isAbsent(argument.value)) continue;
    const { at } = argument;
    const tokens = resolve(argument.value, at, asTokens);
    const known = tokens.value ?? (tokens.candidates.length > 0 ? Math.max(...tokens.candidates) : undefined);
    const highest = known ?? mostOf(argument.value);
    const each = argument.sometimes ? ways(new Set(cap.map(topOf))).map(way => outputCap(call, way, () => [])) : [];
    const values = each.flatMap(({ state, value }) => (state === 'set' && value !== undefined ? [value] : []));
    if (each.length > 1 && values.length === each.length) return { state: 'set', ...highestOf(each), parameter, at, required: capRequired };
    const surely = highest !== undefined && !argument.sometimes && !mayBeAbsent(argument.value) && !mayBeAnother(argument.value);
    const candidates = known === undefined ? {} : severalOf(tokens.candidates);
    const byDefault = known !== undefined && isLeftToCallers(argument.value) ? { byDefault: true as const } : {};
    const atMost = known === undefined ? { atMost: true as const } : {};
    return surely
      ? { state: 'set', value: highest, ...candidates, ...byDefault, ...atMost, parameter, at, required: capRequired }
      : { state: 'unknown', parameter, at, required: capRequired };
  }
  const hidden = object.capsItself === true || named.open !== undefined || cap.some(path => mayBeHidden(path, named));
  const absent: OutputCap = { state: hidden ? 'unknown' : 'absent', parameter: wanted, required: capRequired };
  const elsewhere = otherPlace(shape, object.name, wanted);
  return elsewhere === undefined ? absent : { ...absent, elsewhere };
}

/** The highest of caps that are all known, and which these are. */
export function highestOf(caps: readonly OutputCap[]): Pick<OutputCap, 'value' | 'candidates'> {
  const values = caps.flatMap(({ value, candidates }) => candidates ?? value ?? []);
  return { value: Math.max(...values), ...severalOf(values) };
}

function severalOf(values: readonly number[]): Pick<OutputCap, 'candidates'> {
  const candidates = [...new Set(values)].sort((a, b) => a - b);
  return candidates.length > 1 ? { candidates } : {};
}

/** Where a cap is written that is no argument of the call itself. */
function otherPlace({ on, objects, ownCap }: CallShape, maker: string | undefined, parameter: string): string | undefined {
  const nested = parameter.lastIndexOf('.');
  if (nested >= 0) return `in ${parameter.slice(0, nested)}`;
  const isOwn = ownCap === true || on === undefined || on === 'client' || (on === 'module' && objects === undefined);
  return isOwn ? undefined : `where the ${maker ?? 'model'} is made`;
}

/** `limitsOf(model)?.cap ?? 4096`: what a function looks up counts before the default. */
function mayBeAnother(value: Value): boolean {
  if (value.kind !== 'choice') return false;
  return value.options.some(option => option.kind === 'param' && option.outside && option.name.includes('()') && !isSaidByRequest(option));
}

/** `min(800, left)`: the most that it can be, whatever is left. */
function mostOf(value: Value): number | undefined {
  if (value.kind !== 'choice') return value.kind === 'hole' || value.kind === 'param' ? value.atMost : asTokens(value);
  const each = value.options.map(mostOf);
  const known = each.filter(most => most !== undefined);
  return known.length === each.length ? Math.max(...known) : undefined;
}

/** `def ask(text, limit=900)`; `{ limit = 900 }` of a request, and what a command line says. */
function isLeftToCallers(value: Value): boolean {
  if (value.kind === 'choice') return value.options.some(isLeftToCallers);
  return value.kind === 'param' && (isFromCaller(value) || value.fallback !== undefined);
}

function mayBeAbsent(value: Value): boolean {
  return value.kind === 'choice' && value.options.some(isAbsent);
}
