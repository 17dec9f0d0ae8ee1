import type { Span } from '../source/span';
import type { Value, ValueOf } from '../source/values';
import { choose } from './choose';
import { isNull, plainText } from './plain-values';

/** `options.get("model", "gpt-5.4")`: what is passed, and what stands in its place where it isn't. */
export function passedOr(at: Span, passed: Value, otherwise: Value): Value {
  const isReplaced = passed.kind === 'param' && saysNoDefault(passed) && (isSomeText(otherwise) || isNumber(otherwise));
  return choose(at, [isReplaced ? leftOut(passed) : passed, otherwise]);
}

/** A parameter in whose place something else stands where it isn't passed. */
export function leftOut({ fallback: _, ...param }: ValueOf<'param'>): ValueOf<'param'> {
  return { ...param, leftOut: true };
}

export function saysNoDefault({ fallback }: ValueOf<'param'>): boolean {
  return fallback === undefined || isNull(fallback);
}

/** What may be left out, and a text that stands there then: what stands behind it (`or "gpt-5.4-mini"`) is never looked at. */
export function isReplacedByText(value: Value): boolean {
  if (value.kind !== 'choice' || value.condition !== undefined || value.under !== undefined) return false;
  const [passed, instead, ...others] = value.options;
  return passed?.kind === 'param' && passed.leftOut === true && instead !== undefined && isSomeText(instead) && others.length === 0;
}

function isNumber(value: Value): boolean {
  return value.kind === 'scalar' && typeof value.value === 'number';
}

function isSomeText(value: Value): boolean {
  return value.kind === 'text' && plainText(value) !== '';
}
