import type { Argument, Value } from '../source/values';

/** `functools.partial(ask, model='x')`, called: the function with all its arguments. */
export function boundArguments(
  callee: Value,
  passed: () => readonly Argument[],
): { readonly callee: Value; readonly args: readonly Argument[] } | undefined {
  if (
    callee.kind !== 'call' ||
    callee.callee.kind !== 'external' ||
    callee.callee.module !== 'functools' ||
    callee.callee.path.join('.') !== 'partial'
  )
    return undefined;
  const [first, ...bound] = callee.args;
  const args = passed();
  const kept = bound.filter(argument => argument.name === undefined || args.every(other => other.name !== argument.name));
  return first === undefined ? undefined : { callee: first.value, args: [...kept, ...args] };
}
