import type { Span } from '../../source/span';
import type { Argument, Call, Value, ValueOf } from '../../source/values';
import { type Evaluation, NO_CONTEXT, plainText, positional, scopeOf } from '../evaluation';
import { sectionOf, setting } from './configuration';
import { isSameType } from './same-type';
import { TYPE_ARGUMENT } from './type-argument';

/** Objects of settings inside of each other; deeper ones are not filled. */
const MOST_LEVELS = 4;

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

/** `services.Configure<T>(section)`, `services.AddOptions<T>().Bind(section)`, `….BindConfiguration("OpenAI")`. */
export function configuredOptions(evaluation: Evaluation, { callee, args, at }: Call, type: ValueOf<'class'>): Value | undefined {
  if (callee.kind !== 'member') return undefined;
  const binds = callee.key === 'Bind' || callee.key === 'BindConfiguration';
  const named = binds ? optionsCall(callee.object)?.args : callee.key === 'Configure' ? args : undefined;
  const options = named?.find(({ name }) => name === TYPE_ARGUMENT)?.value;
  const given = positional(args).at(-1)?.value;
  if (options === undefined || given === undefined || !isSameType(evaluation.evaluate(options, NO_CONTEXT), type)) return undefined;
  const value = evaluation.evaluate(given, NO_CONTEXT);
  const path = callee.key === 'BindConfiguration' ? plainText(value)?.split(':') : sectionOf(evaluation, value);
  return path && boundObject(evaluation, type, path, at);
}

/** `services.AddOptions<T>()` at the beginning of a chain. */
function optionsCall(value: Value): Call | undefined {
  if (value.kind !== 'call' || value.callee.kind !== 'member') return undefined;
  return /^AddOptions(?:WithValidateOnStart)?$/.test(value.callee.key) ? value : optionsCall(value.callee.object);
}
