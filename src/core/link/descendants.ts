import type { CodeSummary, Scope } from '../source/summary';
import type { Value, ValueOf } from '../source/values';
import { saying } from './code-near';
import { declaredClasses } from './declared-classes';
import { isNamedLikeDouble } from './doubles';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import type { Implementations } from './implementing';
import { lastNameOf } from './labels';
import { typedObjects } from './objects-of-types';

interface Declared {
  readonly uri: string;
  readonly scope: Scope;
}

/** The classes that name a type among what they extend or implement, or a class that does, and the objects written as one of them. */
export function descendants(evaluation: Evaluation, files: readonly CodeSummary[], type: Declared): Omit<Implementations, 'all'> {
  const found: Declared[] = [type];
  for (const above of found) {
    const classes = saying(files, [above.scope.name]).flatMap(file =>
      declaredClasses(evaluation, file).map(scope => ({ uri: file.uri, scope })),
    );
    for (const below of classes) {
      const written = [...below.scope.bases, ...(below.scope.implements ?? [])];
      if (found.some(({ scope }) => scope === below.scope) || !written.some(base => nameOfType(base) === above.scope.name)) continue;
      const isBelow = written.some(base => {
        const value = evaluation.evaluate(base, NO_CONTEXT);
        return value.kind === 'class' && value.at.uri === above.uri && value.scope === above.scope.id;
      });
      if (isBelow && !isNamedLikeDouble(below.scope.name)) found.push(below);
    }
  }
  const made = found.slice(1).filter(each => !isLeftToOthers(evaluation, each, found));
  return {
    types: made.map(({ scope: { at, id } }) => ({ kind: 'class', at, scope: id })),
    objects: objectsOfTypes(evaluation, files, found),
  };
}

/** Whether classes below a type have what it leaves to them: it is never made itself. */
function isLeftToOthers({ lookup }: Evaluation, type: Declared, all: readonly Declared[]): boolean {
  const { requires } = type.scope;
  if (requires === undefined) return false;
  const below = all.filter(other => isNamedBy(other, type));
  const further = all.filter(other => below.some(each => isNamedBy(other, each)));
  return [...below, ...further].some(({ scope }) => requires.some(name => lookup.effectsOn(scope, name).length > 0));
}

/** The objects that are written where one of some types is declared. */
function objectsOfTypes(evaluation: Evaluation, files: readonly CodeSummary[], types: readonly Declared[]): readonly ValueOf<'record'>[] {
  const near = saying(
    files,
    types.map(({ scope }) => scope.name),
  );
  const written = near.flatMap(file => {
    evaluation.edited.lookFor(file, 'objects of types', now => typedObjects(now).map(({ value }) => value));
    return evaluation.records.shared(file, 'objects of types', () => typedObjects(file));
  });
  const found = written.filter(({ type, name }) => {
    const named = types.filter(({ scope }) => scope.name === nameOfType(type));
    if (named.length === 0 || isNamedLikeDouble(name)) return false;
    const value = evaluation.evaluate(type, NO_CONTEXT);
    return value.kind === 'class' && named.some(({ uri, scope }) => value.at.uri === uri && value.scope === scope.id);
  });
  return found.map(({ value }) => value);
}

function isNamedBy({ scope }: Declared, above: Declared): boolean {
  return scope !== above.scope && scope.bases.some(base => nameOfType(base) === above.scope.name);
}

/** `module.Base`, `Base[T]`: Base. */
function nameOfType(written: Value): string {
  if (written.kind === 'index' || written.kind === 'call') return nameOfType(written.kind === 'index' ? written.object : written.callee);
  return lastNameOf(written);
}
