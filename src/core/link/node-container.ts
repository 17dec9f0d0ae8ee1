import type { CodeSummary } from '../source/summary';
import type { Argument, Call, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { choose } from './choose';
import { entryOf } from './entries';
import { callsThat, type Evaluation, NO_CONTEXT, scopeOf } from './evaluation';
import { hole } from './hole';
import { invoke } from './invoke';
import { plainText } from './plain-values';
import { within } from './value-parts';

/** Packages whose decorators ask for what a container holds under a token. */
const CONTAINERS: ReadonlySet<string> = new Set(['@nestjs/common', 'tsyringe', 'inversify', 'typedi']);
const CLASSES = /^(?:Injectable|injectable|singleton|scoped|autoInjectable|Service|Controller|Resolver)$/;

/** Files that say what a container holds, as they are called nearly everywhere. */
const TELLING =
  /\/(?:main|app|index|server|di|ioc)\.[cm]?[jt]s$|\/[^/]*(?:module|provider|container|inject|inversify|ioc|token|constant|registr|bootstrap|setup|depend)[^/]*\.[cm]?[jt]s$/i;

/** What is held under one token. */
interface Registration {
  readonly token: Value;
  readonly made: () => Value | undefined;
}

/**
 * What a container of Node.js (NestJS, tsyringe, inversify, typedi) hands to a constructor: what is registered under the token of
 * `@Inject(TOKEN)`, or under the class that the parameter's type names. Undefined: nothing that is seen.
 */
export function injected(
  evaluation: Evaluation,
  summary: CodeSummary,
  owner: readonly Value[],
  type: Value | undefined,
  decorators: readonly Value[],
): Value | undefined {
  const token = decorators.flatMap(decorator => tokenOf(evaluation, decorator) ?? [])[0] ?? ownToken(evaluation, owner, type);
  const key = token && keyOf(token);
  if (token === undefined || key === undefined) return undefined;
  return evaluation.once(`container ${key}`, () => {
    const found = filesFor(evaluation, summary, token).flatMap(file => registrationsIn(evaluation, file));
    const values = found.flatMap(each => (keyOf(each.token) === key ? (each.made() ?? []) : []));
    const [first] = values;
    return first === undefined || values.some(({ kind }) => kind === 'hole') ? undefined : choose(first.at, values);
  });
}

/** `@Inject(TOKEN)`, or a decorator of the project's that is made of it. */
function tokenOf(evaluation: Evaluation, decorator: Value): Value | undefined {
  const asked = evaluation.evaluate(decorator, NO_CONTEXT);
  if (asked.kind !== 'call' || asked.callee.kind !== 'external' || !CONTAINERS.has(asked.callee.module)) return undefined;
  const [token] = /^inject$/i.test(asked.callee.path.join('.')) ? positional(asked.args) : [];
  // `@Inject(() => Client)`, `@inject(forwardRef(() => Client))`
  return token?.value.kind === 'function' ? invoke(evaluation, token.value, [], undefined, token.at, NO_CONTEXT) : token?.value;
}

/** A class of a package, where a container makes the object that asks for it: what its factory makes says more than the class. */
function ownToken(evaluation: Evaluation, owner: readonly Value[], type: Value | undefined): Value | undefined {
  if (type?.kind !== 'external' || type.module === 'global' || !evaluation.isPackage(type.module)) return undefined;
  const isManaged = owner.some(decorator => {
    const made = decorator.kind === 'call' ? decorator.callee : decorator;
    const by = made.kind === 'name' ? evaluation.evaluate(made, NO_CONTEXT) : made;
    return by.kind === 'external' && CONTAINERS.has(by.module) && CLASSES.test(by.path[by.path.length - 1] ?? '');
  });
  return isManaged ? type : undefined;
}

/** Tokens are the same by what they say, or by where they are made. */
function keyOf(token: Value): string | undefined {
  const text = plainText(token);
  if (text !== undefined) return `"${text}"`;
  if (token.kind === 'external') return `${token.module}.${token.path.join('.')}`;
  if (token.kind !== 'class' && token.kind !== 'call') return undefined;
  const named = token.kind === 'call' && token.callee.kind === 'external' && token.callee.path.join('.') === 'Symbol.for';
  return named ? `for ${token.args[0] && plainText(token.args[0].value)}` : `${token.at.uri}:${token.at.start}`;
}

/** The file itself, those near it, and those near what defines the token. */
function filesFor(evaluation: Evaluation, summary: CodeSummary, token: Value): readonly CodeSummary[] {
  const defining = token.at.uri === summary.uri ? undefined : evaluation.codeOf(token.at.uri);
  const near = [summary, ...(defining === undefined ? [] : [defining])].flatMap(file => [
    file,
    ...evaluation.mayImplement(file, '', TELLING).files,
  ]);
  return [...new Set(near)];
}

function registrationsIn(evaluation: Evaluation, file: CodeSummary): readonly Registration[] {
  evaluation.edited.lookFor(file, 'providers', providersIn);
  const providers = evaluation.records.shared(file, 'providers', () => providersIn(file));
  const calls = callsThat(evaluation, file, 'registrations', ({ call: { callee } }) => {
    return callee.kind === 'member' && (REGISTERING.has(callee.key) || BINDING.has(callee.key));
  });
  return [...providers.flatMap(each => provided(evaluation, each)), ...calls.flatMap(({ call }) => registered(evaluation, call))];
}

/** `{ provide: TOKEN, useFactory: … }`, wherever it stands. */
function providersIn({ scopes }: CodeSummary): readonly ValueOf<'record'>[] {
  return scopes.flatMap(({ effects, decorators }) => {
    const written = [...decorators, ...effects.flatMap(effect => ('value' in effect ? [effect.value] : []))];
    return written.flatMap(value =>
      [...within(value)].flatMap(part => (part.kind === 'record' && part.entries.some(({ key }) => key === 'provide') ? [part] : [])),
    );
  });
}

function provided(evaluation: Evaluation, provider: ValueOf<'record'>): readonly Registration[] {
  const token = entryOf(provider, 'provide').value;
  return token === undefined ? [] : [{ token: evaluation.evaluate(token, NO_CONTEXT), made: () => madeBy(evaluation, provider) }];
}

/** What a provider says: a value, what a function makes, or a class. */
function madeBy(evaluation: Evaluation, provider: Value): Value | undefined {
  const said = evaluation.evaluate(provider, NO_CONTEXT);
  if (said.kind !== 'record') return undefined;
  const by = (key: string) => entryOf(said, key).value;
  const factory = by('useFactory');
  if (factory !== undefined) return factory.kind === 'function' ? made(evaluation, factory) : undefined;
  return objectOf(by('useValue') ?? by('useClass') ?? by('useExisting') ?? by('useToken'));
}

/** Settings are read where they are asked for; a container is looked through for objects. */
function objectOf(value: Value | undefined): Value | undefined {
  if (value?.kind === 'choice') return value.options.every(option => objectOf(option) !== undefined) ? value : undefined;
  return value?.kind === 'call' || value?.kind === 'instance' || value?.kind === 'class' ? value : undefined;
}

/** `container.register(TOKEN, { useValue })`, `container.registerInstance(TOKEN, client)`, `Container.set(TOKEN, client)` */
const REGISTERING: ReadonlySet<string> = new Set(['register', 'registerInstance', 'registerSingleton', 'registerType', 'set']);
/** `container.bind(TOKEN).toConstantValue(client)` */
const BINDING: ReadonlySet<string> = new Set(['to', 'toConstantValue', 'toDynamicValue', 'toSelf']);

function registered(evaluation: Evaluation, { callee, args: [first, second] }: Call): readonly Registration[] {
  if (callee.kind !== 'member' || first === undefined) return [];
  const value = (written: Value) => evaluation.evaluate(written, NO_CONTEXT);
  if (BINDING.has(callee.key)) {
    const bound = callee.object.kind === 'call' ? callee.object : undefined;
    const token = bound?.callee.kind === 'member' && bound.callee.key === 'bind' ? bound.args[0] : undefined;
    if (token === undefined || bound?.callee.kind !== 'member' || !isContainer(value(bound.callee.object))) return [];
    return [{ token: value(token.value), made: () => made(evaluation, value(first.value)) }];
  }
  if (second === undefined || !isContainer(value(callee.object))) return [];
  const told = () => {
    const given = value(second.value);
    return given.kind === 'record' ? madeBy(evaluation, given) : objectOf(given);
  };
  return [{ token: value(first.value), made: told }];
}

/** What a value or a function that makes it gives; what the container hands to the function is told by its types alone. */
function made(evaluation: Evaluation, value: Value): Value | undefined {
  if (value.kind !== 'function') return objectOf(value);
  const { at, scope } = value;
  const args = (scopeOf(evaluation, at.uri, scope)?.params ?? []).map(({ name }): Argument => {
    const handed: Value = name === '' ? hole(at, 'services', 'handed over by a container') : { kind: 'name', at, name, scope };
    return { value: evaluation.evaluate(handed, NO_CONTEXT), at };
  });
  return objectOf(invoke(evaluation, value, args, undefined, at, NO_CONTEXT));
}

function isContainer(value: Value): boolean {
  const of = value.kind === 'call' ? value.callee : value.kind === 'param' ? value.type : value;
  return of?.kind === 'external' && CONTAINERS.has(of.module);
}
