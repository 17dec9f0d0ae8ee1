import type { Argument, Call, Value } from '../source/values';
import { choose, type Context, type Evaluation } from './evaluation';
import { knownFunction, listMethod } from './functions';
import { invoke } from './invoke';
import { stringMethod } from './strings';

/** What a call gives: a known function's result, a project function's return value, an object, or the call itself if nobody can say. */
export function evaluateCall(evaluation: Evaluation, call: Call, context: Context): Value {
  const { callee } = call;
  const object = callee.kind === 'member' ? evaluation.evaluate(callee.object, context) : undefined;
  const target = callee.kind === 'member' && object !== undefined ? evaluation.evaluate({ ...callee, object }, context) : evaluation.evaluate(callee, context);
  const args = evaluateArgs(evaluation, call.args, context);
  if (callee.kind === 'member' && object !== undefined) {
    const method = onValue(evaluation, object, callee.key, call, args, context);
    if (method !== undefined) return method;
  }
  return apply(evaluation, target, call, args, object, context);
}

function apply(evaluation: Evaluation, target: Value, call: Call, args: readonly Argument[], object: Value | undefined, context: Context): Value {
  const kept: Call = { ...call, callee: target, args };
  switch (target.kind) {
    case 'function':
      return invoke(evaluation, target, args, selfOf(object), call.at, context) ?? kept;
    case 'class':
      return { kind: 'instance', at: target.at, scope: target.scope, args };
    case 'external':
      return knownFunction([target.module, ...target.path].join('.'), call, args) ?? kept;
    case 'choice':
      return choose(
        call.at,
        target.options.map(option => apply(evaluation, option, call, args, object, context)),
      );
    default:
      return kept;
  }
}

/** The object a method works on; a module's function has none. */
export function selfOf(object: Value | undefined): Value | undefined {
  return object?.kind === 'instance' || object?.kind === 'self' ? object : undefined;
}

function onValue(evaluation: Evaluation, object: Value, method: string, call: Call, args: readonly Argument[], context: Context): Value | undefined {
  if (object.kind === 'text' || object.kind === 'template') return stringMethod(object, method, args, call.at);
  if (object.kind === 'record' && method === 'get') return evaluation.evaluate({ kind: 'index', at: call.at, object, key: args[0]?.value ?? object }, context);
  if (object.kind === 'list' || method === 'map') return listMethod(evaluation, object, method, call, args, context);
  return undefined;
}

export function evaluateArgs(evaluation: Evaluation, args: readonly Argument[], context: Context): readonly Argument[] {
  return args.map(argument => ({ ...argument, value: evaluation.evaluate(argument.value, context) }));
}
