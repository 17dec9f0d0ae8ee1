import type { CodeSummary, Param, Scope } from '../source/summary';
import type { Value, ValueOf } from '../source/values';
import { optionDefault } from './command-line';
import { commandArgument } from './commands';
import { fromContainer } from './container';
import { type Context, type Evaluation, NO_CONTEXT } from './evaluation';
import { expectedType } from './expected-type';
import { fieldOf } from './fields';
import { passedFor } from './frames';
import { passedToLambda } from './handed-lambdas';
import { hydraConfig } from './hydra-config';
import { madeByDefault } from './made-by-default';
import { calledFromOutside } from './outside';
import { isAnything, statedType } from './stated-type';

/** A parameter's value in this context; left open when no caller is known. Undefined: the name is none of the scope's parameters. */
export function paramValue(
  evaluation: Evaluation,
  summary: CodeSummary,
  scope: Scope,
  name: ValueOf<'name'>,
  context: Context,
): Value | undefined {
  if (scope.params.length === 0) return undefined;
  const given = passedFor(evaluation, context, summary.uri, scope.id, name.name);
  if (given !== undefined) return given;
  for (const param of scope.params) {
    const field = param.fields?.find(candidate => candidate.name === name.name);
    if (param.name === name.name || field !== undefined)
      return (
        passedItem(evaluation, param, field?.key, context) ??
        loadedModule(evaluation, param, field?.key, context) ??
        passedToLambda(evaluation, summary, scope, name, context) ??
        openParam(evaluation, summary, scope, name, param, field?.fallback ?? param.fallback)
      );
  }
  return undefined;
}

/** What a list's method passes to its callback, where the list is known. */
function passedItem(evaluation: Evaluation, { passed }: Param, key: string | undefined, context: Context): Value | undefined {
  if (passed === undefined) return undefined;
  const item = evaluation.evaluate(key === undefined ? passed : { ...passed, part: [...passed.part, key], label: key }, context);
  return item.kind === 'hole' || (item.kind === 'param' && item.outside) ? undefined : item;
}

function loadedModule(evaluation: Evaluation, { loaded, at }: Param, key: string | undefined, context: Context): Value | undefined {
  return loaded && evaluation.evaluate(key === undefined ? loaded : { kind: 'member', at, object: loaded, key }, context);
}

function openParam(
  evaluation: Evaluation,
  summary: CodeSummary,
  scope: Scope,
  name: ValueOf<'name'>,
  param: Param,
  fallback: Value | undefined,
): Value {
  const own = param.fields === undefined;
  const entered = commandArgument(evaluation, summary, scope, scope.params.indexOf(param));
  if (entered !== undefined) return ofEntered(evaluation, entered, param, name, fallback);
  const option =
    own && fallback === undefined ? (optionDefault(evaluation, scope, name.name) ?? hydraConfig(evaluation, scope, name.name)) : undefined;
  const stated =
    param.type === undefined
      ? expectedType(evaluation, scope, scope.params.indexOf(param))
      : statedType(evaluation, param.type, NO_CONTEXT);
  const whole = stated === undefined || stated.kind === 'function' || isAnything(stated) ? undefined : stated;
  const type = own ? whole : typeOfField(evaluation, whole, param, name);
  const service =
    own && (whole !== undefined || param.decorators !== undefined) && fallback === undefined
      ? fromContainer(evaluation, summary, { scope, type: whole, name: name.name, decorators: param.decorators ?? [] })
      : undefined;
  if (service !== undefined && service.kind !== 'class') return service;
  const fits = fallback !== undefined && (own || fallback !== param.fallback);
  const bare: ValueOf<'param'> = { kind: 'param', at: name.at, scope: scope.id, name: name.name };
  return {
    ...bare,
    ...(type === undefined ? {} : { type: service ?? type }),
    ...(fits
      ? { fallback: madeByDefault(evaluation, evaluation.evaluate(fallback, []), bare) }
      : option === undefined
        ? {}
        : { fallback: option }),
    ...(calledFromOutside(evaluation, summary, scope) ? { outside: true } : {}),
  };
}

/** `{ client }: { client: OpenAI }`. */
function typeOfField(evaluation: Evaluation, whole: Value | undefined, param: Param, name: ValueOf<'name'>): Value | undefined {
  const key = param.fields?.find(field => field.name === name.name)?.key;
  if (whole?.kind !== 'class' || key === undefined) return undefined;
  const field = fieldOf(evaluation, { uri: whole.at.uri, scope: whole.scope, context: [], at: name.at }, key);
  return field?.kind === 'param' ? field.type : undefined;
}

/** What a command line hands over, or what a pattern takes of it. */
function ofEntered(evaluation: Evaluation, entered: Value, { fields }: Param, name: ValueOf<'name'>, fallback: Value | undefined): Value {
  const key = fields?.find(field => field.name === name.name)?.key;
  const value = key === undefined ? entered : evaluation.evaluate({ kind: 'member', at: name.at, object: entered, key }, NO_CONTEXT);
  const left = value.kind === 'param' && value.fallback === undefined ? fallback : undefined;
  return value.kind === 'param' && left !== undefined ? { ...value, fallback: evaluation.evaluate(left, NO_CONTEXT) } : value;
}
