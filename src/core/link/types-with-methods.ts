import { languageFor } from '../source/languages/index';
import type { CodeSummary, Scope } from '../source/summary';
import { declaredClasses } from './declared-classes';
import { isNamedLikeDouble } from './doubles';
import { type Evaluation, NO_CONTEXT, scopeOf } from './evaluation';
import type { ClassValue } from './implementing';

/** Interfaces within an interface, classes above a class. */
const DEEPEST = 4;

/** The names of the methods that a type and those above it leave to others. */
export function methodsRequired(evaluation: Evaluation, { requires = [], bases }: Scope, depth = 0): readonly string[] {
  if (depth > DEEPEST) return requires;
  const above = bases.flatMap(base => {
    const value = evaluation.evaluate(base, NO_CONTEXT);
    const scope = value.kind === 'class' ? scopeOf(evaluation, value.at.uri, value.scope) : undefined;
    return scope === undefined ? [] : methodsRequired(evaluation, scope, depth + 1);
  });
  return [...requires, ...above];
}

/** The types of some files that have all methods of some names, themselves or through what is embedded in them. */
export function withMethods(evaluation: Evaluation, files: readonly CodeSummary[], required: readonly string[]): readonly ClassValue[] {
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
  return declaredClasses(evaluation, file).filter(
    ({ parent, partial, name, effects }) => parent === 0 && !partial && effects.length > 0 && !isNamedLikeDouble(name),
  );
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
