import { namedArgument } from '../source/named-argument';
import type { Argument, Call, Value } from '../source/values';
import type { Context, Evaluation } from './evaluation';
import { invoke } from './invoke';

/** The default that a declared field states. */
export function fieldDefault(
  evaluation: Evaluation,
  first: Value | undefined,
  args: readonly Argument[],
  call: Call,
  context: Context,
): Value | undefined {
  const factory = namedArgument(args, 'default_factory') ?? namedArgument(args, 'factory');
  const made = factory?.kind === 'function' ? invoke(evaluation, factory, [], undefined, call.at, context) : undefined;
  const emptyList: Value | undefined =
    factory?.kind === 'external' && factory.path.join('.') === 'list' ? { kind: 'list', at: call.at, items: [] } : undefined;
  const object: Value | undefined =
    factory?.kind === 'class' ? { kind: 'instance', at: factory.at, scope: factory.scope, args: [] } : undefined;
  return namedArgument(args, 'default') ?? made ?? emptyList ?? object ?? first;
}
