import { languageFor } from '../source/languages/index';
import type { CodeSummary, Scope } from '../source/summary';
import type { Call, ValueOf } from '../source/values';
import { type Context, type Evaluation, NO_CONTEXT, scopeOf } from './evaluation';

/** More types than a call through an interface is followed to. */
const MOST_TYPES = 16;
/** Interfaces within an interface. */
const DEEPEST = 4;

/** A call through an interface of the project, as it would be written for each type near it that has the interface's methods. */
export function implementedCalls(evaluation: Evaluation, call: Call, context: Context): readonly Call[] {
  const { callee } = call;
  const object = callee.kind === 'member' ? evaluation.evaluate(callee.object, context) : undefined;
  if (callee.kind !== 'member' || object?.kind !== 'param' || object.type?.kind !== 'class') return [];
  return implementing(evaluation, object.type).map(type => ({
    ...call,
    callee: { ...callee, object: { kind: 'self', at: type.at, scope: type.scope } },
  }));
}

/** The types that implement an interface; none where the class is none, or where more do than are followed. */
function implementing(evaluation: Evaluation, type: ValueOf<'class'>): readonly ValueOf<'class'>[] {
  const summary = evaluation.codeOf(type.at.uri);
  const scope = scopeOf(evaluation, type.at.uri, type.scope);
  if (summary === undefined || scope?.requires === undefined) return [];
  return evaluation.records.shared(summary, `implements ${scope.id}`, () => {
    const required = methodsRequired(evaluation, scope, 0);
    if (required.length === 0) return [];
    const found = evaluation.codeNear(summary).flatMap(file => typesOf(file).filter(each => has(evaluation, file, each, required)));
    return found.length > MOST_TYPES ? [] : found.map(({ at, id }) => ({ kind: 'class' as const, at, scope: id }));
  });
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

/** The types that a file declares, but for what stands in for them in tests. */
function typesOf({ scopes }: CodeSummary): readonly Scope[] {
  return scopes.filter(
    ({ kind, parent, partial, requires, name }) =>
      kind === 'class' && parent === 0 && !partial && requires === undefined && !/^(?:mock|fake|stub|dummy|noop|test)/i.test(name),
  );
}

/** Whether a type has methods of all these names, its own or those of structs within it. */
function has(evaluation: Evaluation, file: CodeSummary, type: Scope, names: readonly string[]): boolean {
  return missing(evaluation, file, type, names, 0).length === 0;
}

function missing(evaluation: Evaluation, file: CodeSummary, type: Scope, names: readonly string[], depth: number): readonly string[] {
  const own = new Set(methodNames(evaluation, file, type));
  // What only has the methods of a struct within it is rarely written to implement anything.
  if (depth === 0 && own.size === 0) return names;
  return type.bases.reduce<readonly string[]>(
    (left, base) => {
      if (left.length === 0 || depth > DEEPEST) return left;
      const value = evaluation.evaluate(base, NO_CONTEXT);
      // A struct of a package may have any.
      if (value.kind === 'external') return depth === 0 && left.length === names.length ? left : [];
      const scope = value.kind === 'class' ? scopeOf(evaluation, value.at.uri, value.scope) : undefined;
      const inner = value.kind === 'class' ? evaluation.codeOf(value.at.uri) : undefined;
      return scope === undefined || inner === undefined ? left : missing(evaluation, inner, scope, left, depth + 1);
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
