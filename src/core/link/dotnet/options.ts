import type { Span } from '../../source/span';
import type { Argument, Call, Value, ValueOf } from '../../source/values';
import { evaluateArgs, positional } from '../arguments';
import { callsWithin } from '../calls-within';
import { type Context, type Evaluation, NO_CONTEXT, scopeOf } from '../evaluation';
import { contextOfCall } from '../invoke';
import { overloadFor } from '../overloads';
import { plainText } from '../plain-values';
import { sectionOf, setting } from './configuration';
import { extensionMethod } from './extensions';
import { isSameType } from './same-type';
import { TYPE_ARGUMENT } from './type-argument';

/** Objects of settings inside of each other; deeper ones are not filled. */
const MOST_LEVELS = 4;
/** Functions of the project between a registration and what binds it. */
const MOST_FUNCTIONS = 3;

/** An object of a class that is filled from a section of the configuration (`section.Get<T>()`, `IOptions<T>`), key by key. */
export function boundObject(
  evaluation: Evaluation,
  type: ValueOf<'class'>,
  section: readonly string[],
  at: Span,
  given: readonly Argument[] = [],
  level = 0,
): ValueOf<'instance'> {
  const effects = scopeOf(evaluation, type.at.uri, type.scope)?.effects ?? [];
  const filled = effects.flatMap((effect): readonly Argument[] => {
    if (effect.kind !== 'assign' || effect.target.root !== 'self' || effect.target.path.length !== 1) return [];
    const [name] = effect.target.path;
    // A property that is computed is called where it is read.
    if (name === undefined || (effect.value.kind === 'call' && effect.value.callee.kind === 'function')) return [];
    const path = [...section, name];
    const inner = effect.type === undefined ? undefined : evaluation.evaluate(effect.type, NO_CONTEXT);
    if (inner?.kind === 'class' && level < MOST_LEVELS)
      return [{ name, value: boundObject(evaluation, inner, path, at, [], level + 1), at }];
    const initial = given.find(argument => argument.name === name)?.value ?? evaluation.evaluate(effect.value, NO_CONTEXT);
    return [{ name, value: setting(evaluation, path, at, initial.kind === 'hole' ? undefined : initial), at }];
  });
  const constructed = recordParams(evaluation, type).map(name => ({ name, value: setting(evaluation, [...section, name], at), at }));
  const all = [...filled, ...constructed];
  const others = given.filter(argument => all.every(({ name }) => name !== argument.name));
  return { kind: 'instance', at: type.at, scope: type.scope, args: [...others, ...all] };
}

/** `record ModelOptions(string Model)`: its parameters are its properties. */
function recordParams(evaluation: Evaluation, { at, scope }: ValueOf<'class'>): readonly string[] {
  const scopes = evaluation.codeOf(at.uri)?.scopes ?? [];
  const constructors = scopes.filter(each => each.parent === scope && each.name === 'constructor');
  return constructors.flatMap(({ params }) => params.flatMap(({ name }) => (/^\p{Lu}/u.test(name) ? [name] : [])));
}

/** `services.Configure<T>(section)`, `services.AddOptions<T>().Bind(section)`, `….BindConfiguration("OpenAI")`, by themselves or in a function of the project. */
export function configuredOptions(
  evaluation: Evaluation,
  call: Call,
  type: ValueOf<'class'>,
  context: Context = NO_CONTEXT,
): Value | undefined {
  const { callee, args, at } = call;
  if (callee.kind === 'member') {
    const binds = callee.key === 'Bind' || callee.key === 'BindConfiguration';
    const named = binds ? optionsCall(callee.object)?.args : callee.key === 'Configure' ? args : undefined;
    const given = positional(args).at(-1)?.value;
    if (named !== undefined && given !== undefined && isFor(evaluation, named, type, context)) {
      const value = evaluation.evaluate(given, context);
      const path = callee.key === 'BindConfiguration' ? plainText(value)?.split(':') : sectionOf(evaluation, value);
      if (path !== undefined) return boundObject(evaluation, type, path, at);
    }
  }
  return context.length < MOST_FUNCTIONS && isFor(evaluation, args, type, context)
    ? byFunction(evaluation, call, type, context)
    : undefined;
}

/** `services.AddValidated<ModelOptions>("Models")`: what the function does for the type that it is called with. */
function byFunction(evaluation: Evaluation, call: Call, type: ValueOf<'class'>, context: Context): Value | undefined {
  const { callee } = call;
  const args = evaluateArgs(evaluation, call.args, context);
  const named = evaluation.evaluate(callee, context);
  const isOwn = named.kind === 'function' || named.kind === 'choice';
  const extended = callee.kind === 'member' && !isOwn ? extensionMethod(evaluation, call, callee.key) : undefined;
  const object = callee.kind === 'member' ? callee.object : undefined;
  const given =
    extended === undefined || object === undefined ? args : [{ value: evaluation.evaluate(object, context), at: object.at }, ...args];
  const found = overloadFor(evaluation, extended ?? named, () => given);
  // Where arguments don't tell overloads apart, only one of them binds the type that it is called with.
  for (const fn of found.kind === 'choice' ? found.options : [found]) {
    const summary = fn.kind === 'function' ? evaluation.codeOf(fn.at.uri) : undefined;
    const inside = fn.kind === 'function' ? contextOfCall(evaluation, fn, () => given, undefined, context) : undefined;
    if (fn.kind !== 'function' || summary === undefined || inside === undefined) continue;
    for (const { call: inner, scope } of callsWithin(summary, fn.at)) {
      const bound = scope === fn.scope ? configuredOptions(evaluation, inner, type, inside) : undefined;
      if (bound !== undefined) return bound;
    }
  }
  return undefined;
}

/** Whether the type that a call is for is this one. Inside of a function it is the function's own parameter, called `T…` everywhere. */
function isFor(evaluation: Evaluation, args: readonly Argument[], type: ValueOf<'class'>, context: Context): boolean {
  const stated = args.find(({ name }) => name === TYPE_ARGUMENT)?.value;
  if (stated === undefined) return false;
  if (context.length > 0 && stated.kind === 'name' && /^T(?:\p{Lu}|$)/u.test(stated.name)) return true;
  return isSameType(evaluation.evaluate(stated, NO_CONTEXT), type);
}

/** `services.AddOptions<T>()` at the beginning of a chain. */
function optionsCall(value: Value): Call | undefined {
  if (value.kind !== 'call' || value.callee.kind !== 'member') return undefined;
  return /^AddOptions(?:WithValidateOnStart)?$/.test(value.callee.key) ? value : optionsCall(value.callee.object);
}
