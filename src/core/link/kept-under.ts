import type { Uri } from '../source/span';
import type { Argument, Call, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { choose } from './choose';
import { callsThat, type Evaluation, NO_CONTEXT } from './evaluation';
import { plainText } from './plain-values';

/**
 * `session.get("llm")` of a package's store, or of a request's context that handlers are passed: what the file keeps there by
 * `session.set("llm", model)`, in whichever function; of several, a choice. Undefined: nothing of that name is kept in the file.
 */
export function keptUnder(
  evaluation: Evaluation,
  store: ValueOf<'external' | 'param'>,
  method: string,
  args: readonly Argument[],
  call: Call,
): Value | undefined {
  const [key, fallback] = method === 'get' ? positional(args).map(({ value }) => value) : [];
  const name = key === undefined ? undefined : plainText(key);
  if (name === undefined) return undefined;
  const kept = keptIn(evaluation, call.at.uri, store, name);
  if (kept.length === 0) return undefined;
  return choose(call.at, fallback === undefined ? kept : [...kept, fallback]);
}

function keptIn(evaluation: Evaluation, uri: Uri, store: ValueOf<'external' | 'param'>, name: string): readonly Value[] {
  const summary = evaluation.codeOf(uri);
  if (summary === undefined) return [];
  const setting = callsThat(evaluation, summary, `what is kept under ${name}`, ({ call: { callee, args } }) => {
    return callee.kind === 'member' && callee.key === 'set' && args.length === 2 && args[0]?.value.kind === 'text';
  });
  return setting.flatMap(({ call: { callee, args } }): readonly Value[] => {
    const [key, value] = args.map(argument => argument.value);
    if (callee.kind !== 'member' || key === undefined || value === undefined || plainText(key) !== name) return [];
    return isSame(store, evaluation.evaluate(callee.object, NO_CONTEXT)) ? [evaluation.evaluate(value, NO_CONTEXT)] : [];
  });
}

/** Handlers of one file call their context the same. */
function isSame(store: ValueOf<'external' | 'param'>, other: Value): boolean {
  if (store.kind === 'param') return other.kind === 'param' && other.name === store.name;
  return other.kind === 'external' && other.module === store.module && other.path.join('.') === store.path.join('.');
}
