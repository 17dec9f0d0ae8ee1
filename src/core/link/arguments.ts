import { isJavaScript } from '../source/languages/index';
import type { LanguageId, Param } from '../source/summary';
import type { Argument, Entry, Value, ValueOf } from '../source/values';
import { choose } from './choose';
import { entryOf, openPart } from './entries';
import { type Context, type Evaluation, NO_CONTEXT } from './evaluation';
import { isFixed } from './fixed-lists';
import { hole } from './hole';
import { isUndefined } from './plain-values';
import { namesClass, statedType } from './stated-type';
import { isSame } from './value-parts';

/** `f(*[a, b])` passes a and b. */
export function evaluateArgs(evaluation: Evaluation, args: readonly Argument[], context: Context): readonly Argument[] {
  const evaluated = args.flatMap((argument): readonly Argument[] => {
    const value = evaluation.evaluate(argument.value, context);
    if (value.kind === 'spread' && value.value.kind === 'list' && isFixed(value.value))
      return value.value.items.map(item => ({ value: item, at: argument.at }));
    return [value === argument.value ? argument : { ...argument, value }];
  });
  return isSame(evaluated, args) ? args : evaluated;
}

/** What a function's parameters are for one call; parameters that nothing fills keep their default. `args` are evaluated. */
export function bindParams(
  evaluation: Evaluation,
  params: readonly Param[],
  args: readonly Argument[],
  context: Context,
): ReadonlyMap<string, Value> {
  const bound = new Map<string, Value>();
  // Calls that pass the same are the same call, so what is made here for each of them has to be the same value.
  const bind = (param: Param, name: string, value: Value) => bound.set(name, evaluation.reliances.canonical.of(param, value));
  const inOrder = [...positional(args)];
  const spreads = args.flatMap(argument => (argument.value.kind === 'spread' ? [argument.value.value] : []));
  for (const param of params) {
    if (param.collects !== undefined) {
      if (param.name !== '') bind(param, param.name, collected(evaluation, param, args, inOrder, params));
      continue;
    }
    const direct = args.find(argument => argument.name !== undefined && argument.name === param.name)?.value ?? inOrder.shift()?.value;
    const fallback = () => fallbackOf(evaluation, param, context);
    const given = orDefault(evaluation, direct, param, fallback) ?? fromSpreads(evaluation, spreads, param, fallback);
    if (param.fields === undefined) bind(param, param.name, filled(evaluation, given, param, context));
    else for (const field of param.fields) bind(param, field.name, fieldFrom(evaluation, param, field, given ?? fallback(), context));
  }
  return bound;
}

function fallbackOf(evaluation: Evaluation, { fallback }: Param, context: Context): Value | undefined {
  return fallback === undefined ? undefined : evaluation.evaluate(fallback, context);
}

function filled(evaluation: Evaluation, given: Value | undefined, param: Param, context: Context): Value {
  if (given !== undefined) return typed(evaluation, given, param);
  return fallbackOf(evaluation, param, context) ?? absent(evaluation, param.name, param);
}

/** What a parameter is that one argument, and no other, may fill. */
export function givenFor(evaluation: Evaluation, direct: Value | undefined, param: Param, context: Context): Value {
  return filled(
    evaluation,
    orDefault(evaluation, direct, param, () => fallbackOf(evaluation, param, context)),
    param,
    context,
  );
}

/** The object whose fields a parameter takes. */
export function whenMissing(evaluation: Evaluation, direct: Value | undefined, param: Param, context: Context): Value | undefined {
  const fallback = () => fallbackOf(evaluation, param, context);
  return orDefault(evaluation, direct, param, fallback) ?? fallback();
}

/** What nobody says anything of is what the function that it is passed to says (`client: OpenAI`). */
function typed(evaluation: Evaluation, given: Value, param: Param): Value {
  const open = given.kind === 'member' ? partOfPassed(given) : given;
  if (param.type === undefined || open?.kind !== 'param' || open.type !== undefined || open.fallback !== undefined) return given;
  const type = statedType(evaluation, param.type, NO_CONTEXT);
  const says = open === given ? namesClass(type) : type.kind === 'external' && evaluation.isPackage(type.module);
  return says ? { ...open, type } : given;
}

/** `request.app.state.agent`, where the class of `request` is a package's: nobody says what it holds. */
function partOfPassed({ object, key, at }: ValueOf<'member'>): ValueOf<'param'> | undefined {
  const whole = object.kind === 'member' ? partOfPassed(object) : object;
  if (whole?.kind !== 'param') return undefined;
  const { type: _, fallback: __, ...rest } = whole;
  return { ...rest, at, name: `${whole.name}.${key}` };
}

/** In JavaScript an argument that is passed undefined (`ask(text, options?.model)`) has its default. */
function orDefault(evaluation: Evaluation, given: Value | undefined, { at }: Param, fallback: () => Value | undefined): Value | undefined {
  if (given === undefined || (!isUndefined(given) && given.kind !== 'choice')) return given;
  const summary = evaluation.codeOf(at.uri);
  if (summary === undefined || !isJavaScript(summary.language)) return given;
  if (given.kind !== 'choice') return fallback() ?? given;
  if (given.condition !== undefined || !given.options.some(isUndefined)) return given;
  const otherwise = fallback();
  return otherwise === undefined ? given : choose(given.at, [...given.options.filter(option => !isUndefined(option)), otherwise]);
}

/** `{ model = 'x' }`: each name from the object that was passed. */
export function fieldFrom(
  evaluation: Evaluation,
  param: Param,
  field: NonNullable<Param['fields']>[number],
  given: Value | undefined,
  context: Context,
): Value {
  const fallback = field.fallback === undefined ? undefined : evaluation.evaluate(field.fallback, context);
  const entry = given?.kind === 'record' ? entryOf(given, field.key) : undefined;
  const missing =
    given === undefined || (entry !== undefined && (entry.value === undefined ? entry.open === undefined : isUndefined(entry.value)));
  if (missing) return fallback ?? absent(evaluation, field.key, param);
  const value = entry?.value ?? evaluation.evaluate({ kind: 'member', at: param.at, object: given, key: field.key }, NO_CONTEXT);
  const certain = entry?.value !== undefined && !entry.sometimes;
  return certain || fallback === undefined ? value : choose(param.at, [value, fallback]);
}

/** JavaScript's missing argument is undefined; where Python's seems to be missing, we have not seen how it is passed. */
function absent(evaluation: Evaluation, name: string, param: Param): Value {
  if (evaluation.codeOf(param.at.uri)?.language === 'python') return hole(param.at, name, 'not seen to be passed');
  return { kind: 'scalar', at: param.at, value: null };
}

function fromSpreads(
  evaluation: Evaluation,
  spreads: readonly Value[],
  param: Param,
  fallback: () => Value | undefined,
): Value | undefined {
  for (const spread of spreads) {
    const entry = spread.kind === 'record' ? entryOf(spread, param.name) : undefined;
    if (entry?.value !== undefined) return entry.sometimes ? choose(param.at, [entry.value, fallback() ?? entry.value]) : entry.value;
    const open = openPart(spread);
    if (open === undefined) continue;
    const passed: Value =
      open.kind === 'param'
        ? evaluation.evaluate(fieldFor(evaluation, param, open), NO_CONTEXT)
        : hole(param.at, param.name, 'spread into the call');
    const otherwise = fallback();
    return otherwise === undefined ? passed : choose(param.at, [passed, otherwise]);
  }
  return undefined;
}

/** The same value each time, so that what it is is found again. */
function fieldFor({ lookup }: Evaluation, param: Param, object: Value): Value {
  return lookup.same.of([object, param], 'field for', () => ({ kind: 'member', at: param.at, object, key: param.name }));
}

function collected(evaluation: Evaluation, param: Param, args: readonly Argument[], rest: Argument[], params: readonly Param[]): Value {
  if (param.collects === 'rest') {
    // `f(opts...)` hands on what isn't known here; Python's `**` looks the same, but fills other parameters.
    const more = evaluation.codeOf(param.at.uri)?.language === 'python' ? [] : args.filter(({ value }) => value.kind === 'spread');
    const items = [...rest.splice(0), ...more].flatMap(({ value }) => itemsPassed(value));
    return { kind: 'list', at: param.at, items };
  }
  const entries = args.flatMap((argument): Entry[] => {
    if (argument.name !== undefined)
      return params.some(other => other.name === argument.name) ? [] : [{ key: argument.name, value: argument.value, at: argument.at }];
    return argument.value.kind === 'spread' ? [{ value: argument.value, at: argument.at }] : [];
  });
  return { kind: 'record', at: param.at, entries };
}

/** `f(opts...)` passes each of a list's items, of which some may be added under a condition. */
function itemsPassed(value: Value): readonly Value[] {
  return value.kind === 'spread' && value.value.kind === 'list' ? value.value.items : [value];
}

/** Parameters as callers see them: Python's methods name the object first. */
export function ownParams(params: readonly Param[], isMethod: boolean, language: LanguageId): readonly Param[] {
  return isMethod && language === 'python' ? params.slice(1) : params;
}

/** The arguments that are passed by their place, without what is spread. */
export function positional(args: readonly Argument[]): readonly Argument[] {
  return args.filter(argument => argument.name === undefined && argument.value.kind !== 'spread');
}
