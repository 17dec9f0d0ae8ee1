import type { Argument, Call, Value } from '../../source/values';
import { type Context, type Evaluation, NO_CONTEXT } from '../evaluation';
import { invoke } from '../invoke';
import { overloadFor } from '../overloads';
import { isNull } from '../plain-values';

/** What an extension method of the project gives for the object it is called on (`builder.AddModels(settings)`); undefined: it is none. */
export function extension(
  evaluation: Evaluation,
  call: Call,
  object: Value,
  args: readonly Argument[],
  context: Context,
): Value | undefined {
  const { callee } = call;
  const named = callee.kind === 'member' ? extensionMethod(evaluation, call, callee.key) : undefined;
  const fn = named && overloadFor(evaluation, named, () => [{ value: object, at: object.at }, ...args]);
  if (fn?.kind !== 'function') return undefined;
  const given = [{ value: object, at: object.at }, ...args];
  const result = invoke(evaluation, fn, given, undefined, call.at, context.length === 0 ? NO_CONTEXT : context);
  if (!call.told) return result;
  return result === undefined || isNull(result) ? object : result;
}

/** The project's extension method of a name that a call sees; a choice where there are several. */
export function extensionMethod(evaluation: Evaluation, { at }: Call, method: string): Value | undefined {
  const summary = evaluation.codeOf(at.uri);
  if (summary === undefined) return undefined;
  const name = `this.${method}`;
  const [module] = summary.scopes;
  const own = module !== undefined && evaluation.lookup.effectsOn(module, name).length > 0 ? summary : evaluation.declaring(summary, name);
  return own && evaluation.exportOf(own.uri, name, at);
}
