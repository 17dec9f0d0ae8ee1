import { languageFor } from '../source/languages/index';
import type { CodeSummary, Scope } from '../source/summary';
import type { Call, Value, ValueOf } from '../source/values';
import { calleeOn, callOn } from './callee-on';
import { type Context, type Evaluation, NO_CONTEXT, scopeOf } from './evaluation';
import { lastNameOf } from './labels';
import { isLeftOpen, isMissingMethod } from './methods-left-open';
import { typedObjects } from './objects-of-types';
import { isNull } from './plain-values';

/** More types than a call through an interface is followed to. */
const MOST_TYPES = 16;
/** Interfaces within an interface, classes above a class. */
const DEEPEST = 4;
/** What stands in for a type in tests. */
const DOUBLE = /^(?:mock|fake|stub|dummy|noop|test)/i;
const CALLED_MODEL =
  /LLM|Llm|(?:^|[a-z])LM$|GPT|Gpt|^(?:I|Abstract|Base)?(?:AI|Chat|Language|Text|Foundation)?Model(?:Interface|Protocol|Base)?$/;

type ClassValue = ValueOf<'class'>;

interface Implementations {
  readonly types: readonly ClassValue[];
  /** Objects that are written out as one of the type. */
  readonly objects: readonly ValueOf<'record'>[];
  /** Everything that may implement it was looked at. */
  readonly all: boolean;
}

interface ImplementedCalls {
  readonly calls: readonly Call[];
  readonly all: boolean;
  /** By its name the type is a language model: what asks none stands in for one, a person or a recording. */
  readonly isModel: boolean;
}

const NONE: ImplementedCalls = { calls: [], all: true, isModel: false };

/**
 * A call of a method that a type of the project names and leaves to others (an interface's, a protocol's, an abstract class's), as it
 * would be written for each class near it that has the method.
 */
export function implementedCalls(evaluation: Evaluation, call: Call, context: Context): ImplementedCalls {
  const { callee } = call;
  if (callee.kind !== 'member') return NONE;
  const type = openType(evaluation.evaluate(callee.object, context));
  if (
    type === undefined ||
    !(isLeftOpen(evaluation, type, callee.key) || isMissingMethod(evaluation, evaluation.evaluate(callee, context)))
  )
    return NONE;
  const { types, objects, all } = implementing(evaluation, type);
  const implementers = [...types.map(each => objectOf(evaluation, each)), ...objects];
  const calls = implementers.map(object => callOn(evaluation, call, calleeOn(evaluation, callee, object)));
  const name = scopeOf(evaluation, type.at.uri, type.scope)?.name ?? '';
  return {
    calls: calls.filter(each => hasBody(evaluation, evaluation.evaluate(each.callee, context))),
    all,
    isModel: CALLED_MODEL.test(name),
  };
}

/** Whether a call is of a method that a type of the project leaves to others. */
export function isLeftToOthers(evaluation: Evaluation, { callee }: Call, context: Context): boolean {
  if (callee.kind !== 'member') return false;
  const type = openType(evaluation.evaluate(callee.object, context));
  return type !== undefined && isLeftOpen(evaluation, type, callee.key);
}

/** An object of each class that has what an object's type leaves to others, where no more is known of it than that type. */
export function objectsBelow(
  evaluation: Evaluation,
  object: Value,
): { readonly objects: readonly Value[]; readonly all: boolean } | undefined {
  const type = openType(object);
  const scope = type && scopeOf(evaluation, type.at.uri, type.scope);
  if (type === undefined || scope === undefined || methodsRequired(evaluation, scope, 0).length === 0) return undefined;
  const { types, objects, all } = implementing(evaluation, type);
  return { objects: [...types.map(each => objectOf(evaluation, each)), ...objects], all };
}

export function objectOf({ lookup }: Evaluation, type: ClassValue): Value {
  return lookup.same.of([type], 'object of', () => ({ kind: 'self', at: type.at, scope: type.scope }));
}

/** A type's only implementation; the type itself, where it leaves nothing to others or several implement it. */
export function onlyImplementation(evaluation: Evaluation, type: Value): ClassValue | undefined {
  if (type.kind !== 'class') return undefined;
  const scope = scopeOf(evaluation, type.at.uri, type.scope);
  // What an annotation makes of it is the framework's.
  if (scope?.requires === undefined || scope.decorators.length > 0) return type;
  const { types, objects } = implementing(evaluation, type);
  const [only, ...others] = types;
  return only !== undefined && others.length === 0 && objects.length === 0 ? only : type;
}

/** What an object is of that is known by its type alone; of several (`llm or self.llm`), where they are of one type. */
function openType(object: Value): { readonly at: Value['at']; readonly scope: number } | undefined {
  if (object.kind === 'self') return object;
  if (object.kind === 'choice') {
    const [first, ...others] = object.options.filter(option => !isNull(option)).map(openType);
    return others.every(other => other?.scope === first?.scope && other?.at.uri === first?.at.uri) ? first : undefined;
  }
  return object.kind === 'param' && object.type?.kind === 'class' ? object.type : undefined;
}

/** Whether a function is one that does something itself. */
function hasBody(evaluation: Evaluation, method: Value): boolean {
  if (method.kind === 'choice') return method.options.some(option => hasBody(evaluation, option));
  if (method.kind !== 'function') return false;
  const scope = scopeOf(evaluation, method.at.uri, method.scope);
  const owner = scope?.parent === undefined ? undefined : scopeOf(evaluation, method.at.uri, scope.parent);
  return owner?.requires?.includes(scope?.name ?? '') !== true;
}

function implementing(evaluation: Evaluation, { at, scope: id }: Pick<ClassValue, 'at' | 'scope'>): Implementations {
  const summary = evaluation.codeOf(at.uri);
  const scope = scopeOf(evaluation, at.uri, id);
  if (summary === undefined || scope === undefined) return { types: [], objects: [], all: false };
  return evaluation.records.shared(summary, `implements ${id}`, () => {
    const { files, all } = evaluation.mayImplement(summary, scope.name);
    const near = files.includes(summary) ? files : [summary, ...files];
    const { types, objects } = isMatchedByMethods(evaluation, summary, scope)
      ? { types: withMethods(evaluation, near, methodsRequired(evaluation, scope, 0)), objects: [] }
      : descendants(evaluation, near, { uri: at.uri, scope });
    const few = types.length + objects.length <= MOST_TYPES;
    const shown = types.slice(0, MOST_TYPES);
    return { types: shown, objects: objects.slice(0, MOST_TYPES - shown.length), all: all && few };
  });
}

/** The classes near one that extend it, by any number of steps; `all`: there are none besides. */
export function classesBelow(evaluation: Evaluation, summary: CodeSummary, scope: Scope): Pick<Implementations, 'types' | 'all'> {
  return evaluation.records.shared(summary, `below ${scope.id}`, () => {
    const { files, all } = evaluation.mayImplement(summary, scope.name);
    const near = files.includes(summary) ? files : [summary, ...files];
    const { types } = descendants(evaluation, near, { uri: summary.uri, scope });
    return { types: types.slice(0, MOST_TYPES), all: all && types.length <= MOST_TYPES };
  });
}

/** Types need not name what they implement in Go, nor the protocols of Python. */
function isMatchedByMethods(evaluation: Evaluation, { language }: CodeSummary, { bases }: Scope): boolean {
  if (languageFor(language).packages?.closed === true) return true;
  return (
    language === 'python' &&
    bases.some(written => {
      const base = evaluation.evaluate(written, NO_CONTEXT);
      const type = base.kind === 'index' ? base.object : base;
      return type.kind === 'external' && type.path[type.path.length - 1] === 'Protocol';
    })
  );
}

interface Declared {
  readonly uri: string;
  readonly scope: Scope;
}

/** The classes that name a type among what they extend or implement, or a class that does. */
function descendants(evaluation: Evaluation, files: readonly CodeSummary[], type: Declared): Omit<Implementations, 'all'> {
  const classes = files.flatMap(file => classesOf(evaluation, file).map(scope => ({ uri: file.uri, scope })));
  const found: Declared[] = [type];
  for (const above of found) {
    for (const below of classes) {
      const written = [...below.scope.bases, ...(below.scope.implements ?? [])];
      if (found.includes(below) || !written.some(base => lastName(base) === above.scope.name)) continue;
      const isBelow = written.some(base => {
        const value = evaluation.evaluate(base, NO_CONTEXT);
        return value.kind === 'class' && value.at.uri === above.uri && value.scope === above.scope.id;
      });
      if (isBelow && !DOUBLE.test(below.scope.name)) found.push(below);
    }
  }
  // What leaves something to classes below it is never made itself.
  const made = found.slice(1).filter(each => each.scope.requires === undefined || !found.some(other => isNamedBy(other, each)));
  return { types: made.map(({ scope: { at, id } }) => ({ kind: 'class', at, scope: id })), objects: objectsOf(evaluation, files, found) };
}

/** The objects that are written where one of some types is declared. */
function objectsOf(evaluation: Evaluation, files: readonly CodeSummary[], types: readonly Declared[]): readonly ValueOf<'record'>[] {
  const written = files.flatMap(file => {
    evaluation.edited.lookFor(file, 'objects of types', now => typedObjects(now).map(({ value }) => value));
    return evaluation.records.shared(file, 'objects of types', () => typedObjects(file));
  });
  const found = written.filter(({ type, name }) => {
    const named = types.filter(({ scope }) => scope.name === lastName(type));
    if (named.length === 0 || DOUBLE.test(name)) return false;
    const value = evaluation.evaluate(type, NO_CONTEXT);
    return value.kind === 'class' && named.some(({ uri, scope }) => value.at.uri === uri && value.scope === scope.id);
  });
  return found.map(({ value }) => value);
}

function isNamedBy({ scope }: Declared, above: Declared): boolean {
  return scope !== above.scope && scope.bases.some(base => lastName(base) === above.scope.name);
}

/** `module.Base`, `Base[T]`: Base. */
function lastName(written: Value): string {
  if (written.kind === 'index' || written.kind === 'call') return lastName(written.kind === 'index' ? written.object : written.callee);
  return lastNameOf(written);
}

function methodsRequired(evaluation: Evaluation, { requires = [], bases }: Scope, depth: number): readonly string[] {
  if (depth > DEEPEST) return requires;
  const above = bases.flatMap(base => {
    const value = evaluation.evaluate(base, NO_CONTEXT);
    const scope = value.kind === 'class' ? scopeOf(evaluation, value.at.uri, value.scope) : undefined;
    return scope === undefined ? [] : methodsRequired(evaluation, scope, depth + 1);
  });
  return [...requires, ...above];
}

function withMethods(evaluation: Evaluation, files: readonly CodeSummary[], required: readonly string[]): readonly ClassValue[] {
  if (required.length === 0) return [];
  const found = files.flatMap(file =>
    typesOf(evaluation, file).filter(
      each => !leavesOpen(each, required) && missing(evaluation, file, each, required, required, 0).length === 0,
    ),
  );
  return found.map(({ at, id }) => ({ kind: 'class' as const, at, scope: id }));
}

/** A protocol has the methods that it names, and doesn't implement itself. */
function leavesOpen({ requires }: Scope, required: readonly string[]): boolean {
  return requires?.some(name => required.includes(name)) === true;
}

/** The types that a file declares. */
function typesOf(evaluation: Evaluation, file: CodeSummary): readonly Scope[] {
  return classesOf(evaluation, file).filter(
    ({ parent, partial, name, effects }) => parent === 0 && !partial && effects.length > 0 && !DOUBLE.test(name),
  );
}

function classesOf({ edited }: Evaluation, summary: CodeSummary): readonly Scope[] {
  const find = ({ scopes }: CodeSummary) => scopes.filter(({ kind }) => kind === 'class');
  edited.lookFor(summary, 'classes', find);
  return find(summary);
}

/** The methods of some names that a type has neither itself nor through structs within it. */
function missing(
  evaluation: Evaluation,
  file: CodeSummary,
  type: Scope,
  names: readonly string[],
  required: readonly string[],
  depth: number,
): readonly string[] {
  const own = new Set(methodNames(evaluation, file, type));
  // What only has the methods of a struct within it is rarely written to implement anything.
  if (depth === 0 && own.size === 0) return names;
  return type.bases.reduce<readonly string[]>(
    (left, base) => {
      if (left.length === 0 || depth > DEEPEST) return left;
      const value = evaluation.evaluate(base, NO_CONTEXT);
      // A struct of a package may have any; one of which none is seen is most likely something else.
      if (value.kind === 'external') return left.length === required.length ? left : [];
      const scope = value.kind === 'class' ? scopeOf(evaluation, value.at.uri, value.scope) : undefined;
      const inner = value.kind === 'class' ? evaluation.codeOf(value.at.uri) : undefined;
      return scope === undefined || inner === undefined ? left : missing(evaluation, inner, scope, left, required, depth + 1);
    },
    names.filter(name => !own.has(name) && type.requires?.includes(name) !== true),
  );
}

function methodNames(evaluation: Evaluation, file: CodeSummary, type: Scope): readonly string[] {
  const { lookup } = evaluation;
  return [file, ...(languageFor(file.language).packages === undefined ? [] : evaluation.packageOf(file))].flatMap(each =>
    lookup.classesNamed(each, type.name).flatMap(part => lookup.methodsOf(each, part).map(({ name }) => name)),
  );
}
