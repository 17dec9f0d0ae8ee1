import type { Param } from '../source/summary';
import type { Argument, Entry, Value, ValueOf } from '../source/values';
import { type Context, type Evaluation, entryOf, type Frame, positional, scopeOf } from './evaluation';
import { fieldOf } from './fields';

/** What a function's parameters are for one call; parameters that nothing fills keep their default or stay open. */
export function bindParams(evaluation: Evaluation, params: readonly Param[], args: readonly Argument[], context: Context): ReadonlyMap<string, Value> {
  const bound = new Map<string, Value>();
  const inOrder = [...positional(args)];
  const spread = args.filter(argument => argument.value.kind === 'spread').map(argument => (argument.value.kind === 'spread' ? argument.value.value : argument.value));
  for (const param of params) {
    if (param.collects !== undefined) {
      if (param.name !== '') bound.set(param.name, collected(param, args, inOrder, params));
      continue;
    }
    const named = args.find(argument => argument.name !== undefined && argument.name === param.name)?.value;
    const given = named ?? inOrder.shift()?.value ?? fromSpread(spread, param.name);
    if (param.fields !== undefined) {
      for (const field of param.fields) {
        const entry = given?.kind === 'record' ? entryOf(given, field.key) : { open: given !== undefined };
        const value = entry.value ?? (entry.open || field.fallback === undefined ? undefined : evaluation.evaluate(field.fallback, context));
        if (value !== undefined) bound.set(field.name, value);
        else if (given === undefined || given.kind === 'record') bound.set(field.name, absent(field.key, param));
      }
    } else if (given !== undefined) bound.set(param.name, given);
    else if (spread.length === 0) bound.set(param.name, param.fallback === undefined ? absent(param.name, param) : evaluation.evaluate(param.fallback, context));
  }
  return bound;
}

function absent(name: string, param: Param): Value {
  return { kind: 'hole', at: param.at, label: name, volatility: 'unknown', growth: 'replace', proven: false, reason: `${name} is not passed` };
}

function fromSpread(spreads: readonly Value[], name: string): Value | undefined {
  for (const spread of spreads) if (spread.kind === 'record') {
    const entry = entryOf(spread, name);
    if (entry.value !== undefined) return entry.value;
  }
  return undefined;
}

function collected(param: Param, args: readonly Argument[], rest: Argument[], params: readonly Param[]): Value {
  if (param.collects === 'rest') return { kind: 'list', at: param.at, items: rest.splice(0).map(argument => argument.value) };
  const entries = args.flatMap((argument): Entry[] => {
    if (argument.name !== undefined) return params.some(other => other.name === argument.name) ? [] : [{ key: argument.name, value: argument.value, at: argument.at }];
    return argument.value.kind === 'spread' ? [{ value: argument.value, at: argument.at }] : [];
  });
  return { kind: 'record', at: param.at, entries };
}

/** The constructor's arguments, for evaluating the fields of one object. */
export function objectContext(evaluation: Evaluation, object: ValueOf<'self'> | ValueOf<'instance'>, context: Context): Context {
  const known = object.kind === 'instance' ? object : selfIn(context, object);
  const frame = known === undefined ? undefined : constructorFrame(evaluation, known);
  return frame === undefined ? context : [...context, frame];
}

function selfIn(context: Context, object: ValueOf<'self'>): ValueOf<'instance'> | undefined {
  for (let index = context.length - 1; index >= 0; index--) {
    const self = context[index]?.self;
    if (self?.kind === 'instance') return self.at.uri === object.at.uri || self.scope === object.scope ? self : undefined;
  }
  return undefined;
}

function constructorFrame(evaluation: Evaluation, object: ValueOf<'instance'>): Frame | undefined {
  const found = constructorOf(evaluation, object);
  const scope = found === undefined ? undefined : scopeOf(evaluation, found.at.uri, found.scope);
  if (found === undefined || scope === undefined) return undefined;
  return { uri: found.at.uri, scope: found.scope, params: bindParams(evaluation, ownParams(scope.params, scope.name), object.args, []), self: object };
}

function constructorOf(evaluation: Evaluation, object: ValueOf<'instance'>): ValueOf<'function'> | undefined {
  for (const name of ['__init__', 'constructor']) {
    const found = fieldOf(evaluation, { uri: object.at.uri, scope: object.scope, context: [], at: object.at }, name);
    if (found?.kind === 'function') return found;
  }
  return undefined;
}

/** Without a constructor of its own (a dataclass, a pydantic model) a field is what the call names. */
export function constructorArgument(evaluation: Evaluation, object: ValueOf<'instance'>, key: string): Value | undefined {
  const named = object.args.find(argument => argument.name === key)?.value;
  return named === undefined || constructorOf(evaluation, object) !== undefined ? undefined : named;
}

/** Parameters as callers see them: without the object itself. */
export function ownParams(params: readonly Param[], scopeName: string, bindsSelf = scopeName === '__init__'): readonly Param[] {
  return bindsSelf ? params.slice(1) : params;
}
