import { madeText } from '../source/made-values';
import type { Value, ValueOf } from '../source/values';
import type { Evaluation } from './evaluation';
import { type ClassUse, fieldOf } from './fields';
import { invoke } from './invoke';

/** What says nothing of its own that the member as it is written would not say. */
const SAID: ReadonlySet<Value['kind']> = new Set(['external', 'function', 'class', 'instance', 'text', 'record', 'list']);

/** What an object's `__getattr__` (Python) gives for a name that no class above it declares: a module that is loaded when it is needed. */
export function undeclared(
  evaluation: Evaluation,
  object: ValueOf<'self'> | ValueOf<'instance'>,
  use: ClassUse,
  key: string,
): Value | undefined {
  if (key.startsWith('__') || evaluation.codeOf(use.uri)?.language !== 'python') return undefined;
  const method = fieldOf(evaluation, use, '__getattr__');
  if (method?.kind !== 'function') return undefined;
  const args = [{ value: madeText(key, use.at), at: use.at }];
  const given = evaluation.once(`${use.uri}#${use.scope}.__getattr__(${key})`, () =>
    invoke(evaluation, method, args, object, use.at, use.context),
  );
  return given !== undefined && SAID.has(given.kind) ? given : undefined;
}
