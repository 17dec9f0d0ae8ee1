import type { Uri } from '../source/span';
import type { Scope } from '../source/summary';
import type { ScopeId, Value } from '../source/values';
import { type Context, type Evaluation, scopeOf } from './evaluation';

/** Classes above a class; deeper ones are not followed. */
export const MOST_BASES = 8;

/** A class and all that it inherits from. */
export interface Lineage {
  /** Those of the project, the class itself first, each before what it inherits from. */
  readonly classes: readonly { readonly uri: Uri; readonly scope: Scope }[];
  /** What else is inherited from: a package's class, or what could not be told. */
  readonly others: readonly Value[];
  /** Nothing was too deep to be followed, or could not be read. */
  readonly whole: boolean;
}

/** A class and those above it, itself first; `others`: bases that are not the project's; `whole`: none was left out. */
export function lineageOf(evaluation: Evaluation, uri: Uri, id: ScopeId, context: Context, depth = 0): Lineage {
  const scope = scopeOf(evaluation, uri, id);
  if (scope === undefined || depth > MOST_BASES) return { classes: [], others: [], whole: false };
  const bases = scope.bases.map(base => evaluation.evaluate(base, context));
  const above = bases.flatMap(base => (base.kind === 'class' ? [lineageOf(evaluation, base.at.uri, base.scope, context, depth + 1)] : []));
  return {
    classes: [{ uri, scope }, ...above.flatMap(({ classes }) => classes)],
    others: [...bases.filter(({ kind }) => kind !== 'class'), ...above.flatMap(({ others }) => others)],
    whole: above.every(({ whole }) => whole),
  };
}
