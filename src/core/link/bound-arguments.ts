import type { Argument, Value } from '../source/values';

/** `functools.partial(ask, model='x')`, `ask.bind(null, 'x')`, `client.create.bind(client)`, called: the function with all its arguments. All are evaluated. */
export function boundArguments(
  callee: Value,
  passed: () => readonly Argument[],
): { readonly callee: Value; readonly args: readonly Argument[] } | undefined {
  if (callee.kind !== 'call') return undefined;
  const { callee: by, args: given } = callee;
  const isPartial = by.kind === 'external' && by.module === 'functools' && by.path.join('.') === 'partial';
  const isBind = by.kind === 'member' && by.key === 'bind' && (by.object.kind === 'function' || by.object.kind === 'member');
  if (!isPartial && !isBind) return undefined;
  const [first, ...bound] = given;
  const called = isBind ? by.object : first?.value;
  const args = passed();
  const kept = bound.filter(argument => argument.name === undefined || args.every(other => other.name !== argument.name));
  return called && { callee: called, args: [...kept, ...args] };
}
