import type { Argument, Call, ValueOf } from '../source/values';

/**
 * What a call is made on that was given by the same call with the same arguments before: `self.driver = self.driver.clone(name)`, in
 * methods that run any number of times. It is said once, or each of several such calls would be said on all that the others give.
 */
export function goneThrough({ object, key }: ValueOf<'member'>, { at }: Call, args: readonly Argument[]): ValueOf<'call'> | undefined {
  for (let inner = object; inner.kind === 'call'; ) {
    const isSame = inner.at.start === at.start && inner.at.end === at.end && inner.at.uri === at.uri;
    const { callee } = inner;
    if (callee.kind !== 'member') return undefined;
    const passesSame = inner.args.length === args.length && inner.args.every(({ value }, index) => value === args[index]?.value);
    // What a builder is told in a row stands in one place.
    if (isSame && callee.key === key && passesSame) return object.kind === 'call' ? object : undefined;
    inner = callee.object;
  }
  return undefined;
}
