import type { Call, Value, ValueOf } from '../source/values';
import { choose } from './choose';
import type { Context, Evaluation } from './evaluation';
import { isNull } from './plain-values';

/** What a chain on an `Optional` has come to. */
interface Kept {
  readonly value: Value;
  /** A filter may have emptied it. */
  readonly filtered: boolean;
}

/** `Optional.ofNullable(a).filter(p).map(f).orElse(b)`: what the last call gives. Undefined: no such chain. */
export function ofOptional(evaluation: Evaluation, { at, callee, args }: Call, context: Context): Value | undefined {
  if (callee.kind !== 'member' || !/^(?:orElse(?:Get|Throw)?|get)$/.test(callee.key)) return undefined;
  const kept = keptIn(evaluation, callee.object, context);
  const fallback = args[0]?.value;
  if (kept === undefined || !callee.key.startsWith('orElse') || callee.key === 'orElseThrow' || fallback === undefined) return kept?.value;
  const other = callee.key === 'orElseGet' ? called(evaluation, at, fallback, undefined, context) : evaluation.evaluate(fallback, context);
  if (isNull(kept.value)) return other;
  return isThere(kept) ? kept.value : choose(at, [kept.value, other]);
}

function isThere({ value, filtered }: Kept): boolean {
  return !filtered && ['text', 'template', 'scalar', 'list', 'record', 'instance'].includes(value.kind);
}

function keptIn(evaluation: Evaluation, written: Value, context: Context): Kept | undefined {
  if (written.kind !== 'call' || written.callee.kind !== 'member') return undefined;
  const { at, callee, args } = written;
  const first = args[0]?.value;
  if (first === undefined) return undefined;
  const isStep = /^(?:filter|map|flatMap|or)$/.test(callee.key);
  if (!isStep)
    return isMaker(evaluation.evaluate(callee, context)) ? { value: evaluation.evaluate(first, context), filtered: false } : undefined;
  const kept = keptIn(evaluation, callee.object, context);
  if (kept === undefined) return undefined;
  if (callee.key === 'or') {
    const other = called(evaluation, at, first, undefined, context);
    if (isThere(kept)) return kept;
    return { value: isNull(kept.value) ? other : choose(at, [kept.value, other]), filtered: true };
  }
  if (isNull(kept.value)) return kept;
  return callee.key === 'filter' ? { ...kept, filtered: true } : { ...kept, value: called(evaluation, at, first, kept.value, context) };
}

function isMaker(callee: Value): boolean {
  return callee.kind === 'external' && /^java\.util\.Optional\.of(?:Nullable)?$/.test([callee.module, ...callee.path].join('.'));
}

/** `text -> …`, `this::ask`, `Prompt::new` of the value; `String::strip`, `Settings::model` on it. */
function called(evaluation: Evaluation, at: Call['at'], fn: Value, passed: Value | undefined, context: Context): Value {
  const end = { ...at, start: at.end };
  const method = passed === undefined ? undefined : methodOnIt(evaluation, fn, passed, context);
  const args = passed === undefined || method !== undefined ? [] : [{ value: passed, at: passed.at }];
  return evaluation.evaluate({ kind: 'call', at, callee: method ?? fn, args, argsAt: end }, context);
}

function methodOnIt(evaluation: Evaluation, fn: Value, object: Value, context: Context): ValueOf<'member'> | undefined {
  if (fn.kind !== 'member') return undefined;
  const type = evaluation.evaluate(fn.object, context);
  const isText = type.kind === 'external' && [type.module, ...type.path].join('.') === 'java.lang.String' && fn.key !== 'valueOf';
  if (type.kind !== 'class' && !isText) return undefined;
  const method = evaluation.evaluate(fn, context);
  const scope = method.kind === 'function' ? evaluation.codeOf(method.at.uri)?.scopes[method.scope] : undefined;
  // A record's accessors are not written.
  return isText || scope === undefined || scope.params.length === 0 ? { ...fn, object } : undefined;
}
