import type { Argument, Call, Value } from '../../source/values';
import { positional } from '../arguments';
import type { Evaluation } from '../evaluation';
import { onlyImplementation } from '../implementations';
import { injected } from './services';
import { TYPE_ARGUMENT } from './type-argument';

const LOCATING = /^Get(?:Required)?(?:Keyed)?Service$/;

/** `provider.GetRequiredService<T>()`: what is registered for T, unless the object is a package's own with services of its own (a kernel). */
export function located(evaluation: Evaluation, { at }: Call, method: string, object: Value, args: readonly Argument[]): Value | undefined {
  if (!LOCATING.test(method) || beginsAtPackage(evaluation, object)) return undefined;
  const type = args.find(({ name }) => name === TYPE_ARGUMENT)?.value;
  const summary = evaluation.codeOf(at.uri);
  if (type === undefined || summary === undefined) return undefined;
  const key = positional(args)[0]?.value;
  const service = injected(evaluation, summary, type, key);
  if (service !== undefined || type.kind !== 'class') return service;
  const made = onlyImplementation(evaluation, type);
  return made === undefined || made === type
    ? undefined
    : { kind: 'param', at, scope: made.scope, name: 'service', type: made, outside: true };
}

/** `Kernel.CreateBuilder()…Build()`: the chain begins at an export of an SDK. */
function beginsAtPackage(evaluation: Evaluation, value: Value): boolean {
  switch (value.kind) {
    case 'call':
      return beginsAtPackage(evaluation, value.callee);
    case 'member':
      return beginsAtPackage(evaluation, value.object);
    case 'choice':
      return value.options.some(option => beginsAtPackage(evaluation, option));
    case 'param':
      return value.type !== undefined && beginsAtPackage(evaluation, value.type);
    case 'external':
      return value.module !== 'global' && evaluation.isPackage(value.module);
    default:
      return false;
  }
}
