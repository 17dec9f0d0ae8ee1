import type { Span } from '../source/span';
import type { Argument, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { choose } from './choose';
import { toHole } from './volatility';

const READ = /^global\.(?:int|Number|(?:Number\.)?parse(?:Int|Float))$/;
const BOUND = /^(?:global\.(?:Math\.)?|java\.lang\.Math\.|System\.Math\.)(min|max)$/i;

/** `int(text)`, `Math.min(limit, 4096)`. Undefined: no such function, or one of values that are no numbers. */
export function numberFunction(path: string, args: readonly Argument[], at: Span): Value | undefined {
  const [first, ...others] = positional(args).map(argument => argument.value);
  if (first === undefined) return undefined;
  if (READ.test(path)) return numeric(first);
  const name = BOUND.exec(path)?.[1]?.toLowerCase();
  if (name === undefined || others.length === 0 || others.length + 1 < args.length) return undefined;
  const take = name === 'min' ? Math.min : Math.max;
  return others.reduce<Value | undefined>((sofar, other) => sofar && bounded(sofar, other, take, at), first);
}

function numeric(value: Value): Value {
  if (value.kind === 'choice') return choose(value.at, value.options.map(numeric));
  const number = value.kind === 'text' && value.text.text.trim() !== '' ? Number(value.text.text.replaceAll('_', '')) : Number.NaN;
  return Number.isFinite(number) ? { kind: 'scalar', at: value.at, value: number } : value;
}

/** The smaller or the larger of two numbers. What a caller passes stays what the caller passes. */
function bounded(left: Value, right: Value, take: (a: number, b: number) => number, at: Span): Value | undefined {
  if (right.kind === 'choice') return ofEach(right, option => bounded(left, option, take, at), at);
  if (left.kind === 'choice') return ofEach(left, option => bounded(option, right, take, at), at);
  if (!isNumber(left)) return isNumber(right) && left.kind !== right.kind ? bounded(right, left, take, at) : undefined;
  if (isNumber(right)) return { kind: 'scalar', at, value: take(left.value, right.value) };
  if (right.kind !== 'param') return unknownNumber(left.value, toHole(right), take);
  if (right.fallback === undefined) return unknownNumber(left.value, right, take);
  return isNumber(right.fallback)
    ? { ...right, fallback: { kind: 'scalar', at, value: take(left.value, right.fallback.value) } }
    : undefined;
}

/** Of what can't be known, `min` still tells the most that it can be. */
function unknownNumber(bound: number, value: ValueOf<'hole'> | ValueOf<'param'>, take: (a: number, b: number) => number): Value {
  if (value.atMost === undefined && take === Math.max) return value;
  return { ...value, atMost: take(bound, value.atMost ?? bound) };
}

function ofEach({ options }: ValueOf<'choice'>, work: (option: Value) => Value | undefined, at: Span): Value | undefined {
  const each = options.map(work);
  const known = each.filter(value => value !== undefined);
  return known.length === each.length ? choose(at, known) : undefined;
}

/** Whether a value is a number that is known. */
export function isNumber(value: Value): value is ValueOf<'scalar'> & { readonly value: number } {
  return value.kind === 'scalar' && typeof value.value === 'number';
}
