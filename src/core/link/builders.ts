import { isJavaScript } from '../source/languages/index';
import type { Span } from '../source/span';
import type { Argument, Call, Value, ValueOf } from '../source/values';
import { choose } from './choose';
import { type Context, type Evaluation, scopeOf } from './evaluation';
import { invoke } from './invoke';

/** A builder that a lambda is handed (`r -> r.modelId(m)`): of what, the method that takes the lambda knows. */
const HANDED = 'handed builder';
const BUILD = /^build(?:$|\p{Lu})/u;
const MAKERS = /^(?:new|agent)?[bB]uilder$/;

/**
 * An object that is told its arguments one by one is read as what it makes: `X.builder()` and what is called on it are a call of
 * `X.builder` with these arguments by name, and `build()` makes of it a call of X. Undefined: the call is no such step.
 */
export function builderStep(
  evaluation: Evaluation,
  call: Call,
  object: Value,
  key: string,
  args: readonly Argument[],
  context: Context,
): Value | undefined {
  if (object.kind === 'choice' && object.options.some(isBuilder)) {
    const results = object.options.map(option => builderStep(evaluation, call, option, key, args, context));
    const known = results.flatMap(result => result ?? []);
    return known.length === results.length ? choose(call.at, known) : undefined;
  }
  const begun = beginning(object, key, call);
  if (begun !== undefined) return { ...begun, args: [...begun.args, ...configured(evaluation, args, context)] };
  const builder = builderOf(object);
  if (builder === undefined) return undefined;
  if (BUILD.test(key) && args.length === 0) return built(builder, key, call.at);
  const at = stepSpan(call);
  const [only] = args;
  const value: Value =
    only !== undefined && args.length === 1
      ? (configured(evaluation, [only], context)[0]?.value ?? only.value)
      : args.length === 0
        ? { kind: 'scalar', at, value: true }
        : { kind: 'list', at, items: args.map(each => each.value) };
  return { ...builder, at: call.at, args: [...builder.args, { name: key, value, at }] };
}

/** `builder.build()`, where an evaluated callee's object is a builder that was made before. */
export function endsBuilder({ object, key }: ValueOf<'member'>): boolean {
  return BUILD.test(key) && builderOf(object) !== undefined;
}

/** `X.builder()`, `params.toBuilder()`. */
function beginning(object: Value, key: string, call: Call): Call | undefined {
  const isClass = object.kind === 'external' || object.kind === 'class';
  if (isClass && MAKERS.test(key)) return { ...call, callee: builderCallee(object), args: [] };
  if (key !== 'toBuilder' || object.kind !== 'call' || object.callee.kind !== 'external') return undefined;
  return { ...object, callee: builderCallee(object.callee) };
}

/** Arguments with what a lambda tells the builder that it is handed, in the lambda's place. JavaScript's lambdas are callbacks. */
export function configured(evaluation: Evaluation, args: readonly Argument[], context: Context): readonly Argument[] {
  return args.map(argument => {
    const { value } = argument;
    const language = value.kind === 'function' ? evaluation.codeOf(value.at.uri)?.language : undefined;
    if (value.kind !== 'function' || language === undefined || isJavaScript(language)) return argument;
    const scope = scopeOf(evaluation, value.at.uri, value.scope);
    const [param, ...others] = scope?.params ?? [];
    if (scope?.name !== '' || param === undefined || others.length > 0 || param.type !== undefined) return argument;
    const handed: Call = {
      kind: 'call',
      at: param.at,
      callee: { kind: 'external', at: param.at, module: HANDED, path: ['builder'] },
      args: [],
      argsAt: param.at,
    };
    const told = invoke(evaluation, value, [{ value: handed, at: param.at }], undefined, value.at, context);
    return told !== undefined && isHanded(told) ? { ...argument, value: told } : argument;
  });
}

/** What a lambda told the builder that it was handed. */
export function isHanded(value: Value): boolean {
  return value.kind === 'call' && value.callee.kind === 'external' && value.callee.module === HANDED && value.args.length > 0;
}

function isBuilder(value: Value): boolean {
  return builderOf(value) !== undefined;
}

/** A builder as a call; one that is passed in says that it may have been told more. */
function builderOf(value: Value): Call | undefined {
  if (value.kind === 'call') return makesBuilder(value.callee) ? value : undefined;
  const type = value.kind === 'param' ? value.type : undefined;
  if (value.kind !== 'param' || type?.kind !== 'external' || !/Builder$/.test(type.path[type.path.length - 1] ?? '')) return undefined;
  const { at } = value;
  const args: readonly Argument[] = [{ value: { kind: 'spread', at, value }, at }];
  return { kind: 'call', at, callee: typedBuilder(type), args, argsAt: at };
}

/** What gives a builder of a class. */
function builderCallee(type: ValueOf<'external'> | ValueOf<'class'>): Value {
  return type.kind === 'class'
    ? { kind: 'member', at: type.at, object: type, key: 'builder' }
    : { ...type, path: [...type.path, 'builder'] };
}

/** What gives a builder of a type that ends so. */
function typedBuilder(type: ValueOf<'external'>): Value {
  const last = type.path[type.path.length - 1];
  return last === 'Builder' ? builderCallee({ ...type, path: type.path.slice(0, -1) }) : type;
}

function makesBuilder(callee: Value): boolean {
  if (callee.kind === 'member') return callee.key === 'builder' && callee.object.kind === 'class';
  return callee.kind === 'external' && (callee.module === HANDED || /(?:^b|B)uilder$/.test(callee.path[callee.path.length - 1] ?? ''));
}

/** What a builder makes: of `X.builder` it is X, of `XBuilder` what its method gives. */
function built(builder: Call, key: string, at: Span): Value {
  const { callee } = builder;
  if (callee.kind === 'external' && callee.module === HANDED) return builder;
  if (callee.kind === 'member' && callee.object.kind === 'class')
    return { kind: 'instance', at: callee.object.at, scope: callee.object.scope, args: builder.args };
  if (callee.kind === 'external' && callee.path[callee.path.length - 1] === 'builder')
    return { ...builder, at, callee: { ...callee, path: callee.path.slice(0, -1) } };
  return callee.kind === 'external' ? { ...builder, at, callee: { ...callee, path: [...callee.path, key] } } : builder;
}

function stepSpan({ callee, at }: Call): Span {
  if (callee.kind !== 'member') return at;
  // Of a statement's step the callee stands for the step itself.
  return callee.at.end === at.end ? callee.at : { ...at, start: callee.at.end - callee.key.length };
}

/** Whether arguments come from a builder: all of them by name, from methods. */
export function isTold(args: readonly Argument[]): boolean {
  return args.length > 0 && args.every(argument => argument.name !== undefined);
}
