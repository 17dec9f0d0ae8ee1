import type { Uri } from '../source/span';
import type { CallFrame, ScopeId, Value } from '../source/values';
import type { Context, Evaluation } from './evaluation';

/** The call of a function that is being evaluated, if one is. */
export function frameFor({ reliances }: Evaluation, context: Context, uri: Uri, scope: ScopeId): CallFrame | undefined {
  return reliances.look(context, `${uri}#${scope}`, within => frameIn(within, uri, scope));
}

/** Whether a function is being evaluated, whatever its call passes. */
export function isBeingCalled({ reliances }: Evaluation, context: Context, uri: Uri, scope: ScopeId): boolean {
  return reliances.look(context, `call of ${uri}#${scope}`, within => frameIn(within, uri, scope) !== undefined);
}

/** What the call of a function that is being evaluated passes for a parameter. */
export function passedFor({ reliances }: Evaluation, context: Context, uri: Uri, scope: ScopeId, name: string): Value | undefined {
  return reliances.look(context, `${uri}#${scope}.${name}`, within => frameIn(within, uri, scope)?.params.get(name));
}

function frameIn(context: Context, uri: Uri, scope: ScopeId): CallFrame | undefined {
  for (let index = context.length - 1; index >= 0; index--) {
    const frame = context[index];
    if (frame !== undefined && frame.scope === scope && frame.uri === uri) return frame;
  }
  return undefined;
}
