import type { Call, Value } from '../../values';
import type { Frame } from './frame';

/** `load().catch(() => null)`, `load().finally(done)`: what the promise before gives, or the nothing that is given where it fails. */
export function settled({ file }: Frame, { callee, args, at }: Call): Value | undefined {
  const [handler, ...others] = args;
  if (callee.kind !== 'member' || callee.object.kind !== 'call' || handler?.value.kind !== 'function' || others.length > 0)
    return undefined;
  if (callee.key === 'finally') return callee.object;
  const given = file.scopes[handler.value.scope]?.effects.flatMap(effect => (effect.kind === 'return' ? [effect.value] : []));
  if (callee.key !== 'catch' || given === undefined || !given.every(isNothing)) return undefined;
  return { kind: 'choice', at, options: [callee.object, { kind: 'scalar', at: handler.at, value: null }] };
}

function isNothing(value: Value): boolean {
  return value.kind === 'scalar' && value.value === null;
}
