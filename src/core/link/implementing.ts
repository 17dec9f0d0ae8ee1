import { languageFor } from '../source/languages/index';
import type { CodeSummary, Scope } from '../source/summary';
import type { ValueOf } from '../source/values';
import { withItself } from './code-near';
import { descendants } from './descendants';
import { type Evaluation, NO_CONTEXT, scopeOf } from './evaluation';
import { methodsRequired, withMethods } from './types-with-methods';

/** More types than a call through an interface is followed to. */
const MOST_TYPES = 16;

export type ClassValue = ValueOf<'class'>;

export interface Implementations {
  readonly types: readonly ClassValue[];
  /** Objects that are written out as one of the type. */
  readonly objects: readonly ValueOf<'record'>[];
  /** Everything that may implement it was looked at. */
  readonly all: boolean;
}

/** What implements a type of the project, in the files near it: by its methods where the language matches them, else by name. */
export function implementing(evaluation: Evaluation, { at, scope: id }: Pick<ClassValue, 'at' | 'scope'>): Implementations {
  const summary = evaluation.codeOf(at.uri);
  const scope = scopeOf(evaluation, at.uri, id);
  if (summary === undefined || scope === undefined) return { types: [], objects: [], all: false };
  return evaluation.records.shared(summary, `implements ${id}`, () => {
    const { files, all } = evaluation.mayImplement(summary, scope.name);
    const near = withItself(summary, files);
    const { types, objects } = isMatchedByMethods(evaluation, summary, scope)
      ? { types: withMethods(evaluation, near, methodsRequired(evaluation, scope)), objects: [] }
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
    const near = withItself(summary, files);
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
