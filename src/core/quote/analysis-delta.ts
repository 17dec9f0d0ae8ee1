import type { Uri } from '../source/span';
import type { Analysis, Finding, Quote } from './analysis';
import { type Move, moveBetween, moved } from './same-but-moved';

/** An analysis in terms of the one before of the same document: most edits change one call, and move others. Plain data. */
export interface AnalysisDelta extends Omit<Analysis, 'quotes' | 'findings' | 'refactorings'> {
  readonly quotes: readonly Told<Quote>[];
  readonly findings: readonly Told<Finding>[];
  readonly refactorings?: readonly Told<Finding>[];
}

/** `as`: where it stood in the list before, of which it is told apart by its places alone. */
type Told<T> = { readonly is: T } | { readonly as: number; readonly move?: Move };

/** `before`: what the other side has; undefined: nothing, so all of it is told. */
export function deltaBetween(before: Analysis | undefined, now: Analysis): AnalysisDelta {
  const { quotes, findings, refactorings, ...rest } = now;
  const { uri } = now;
  return {
    ...rest,
    quotes: told(before?.quotes, quotes, uri, ({ site }) => site.identity),
    findings: told(before?.findings, findings, uri, byRule),
    ...(refactorings && { refactorings: told(before?.refactorings, refactorings, uri, byRule) }),
  };
}

/** The analysis that was told. `before` is the very one that it was told by. */
export function withDelta(before: Analysis | undefined, delta: AnalysisDelta): Analysis {
  const { quotes, findings, refactorings, ...rest } = delta;
  const { uri } = delta;
  return {
    ...rest,
    quotes: heard(before?.quotes, quotes, uri),
    findings: heard(before?.findings, findings, uri),
    ...(refactorings && { refactorings: heard(before?.refactorings, refactorings, uri) }),
  };
}

function byRule({ site, rule }: Finding): string {
  return `${rule} ${site}`;
}

function told<T>(before: readonly T[] = [], now: readonly T[], uri: Uri, keyOf: (item: T) => string): readonly Told<T>[] {
  const places = new Map<string, number[]>();
  for (const [index, item] of before.entries()) {
    const key = keyOf(item);
    const others = places.get(key);
    if (others === undefined) places.set(key, [index]);
    else others.push(index);
  }
  return now.map(item => {
    const as = places.get(keyOf(item))?.shift();
    const move = as === undefined ? undefined : moveBetween(before[as], item, uri);
    if (as === undefined || move === undefined) return { is: item };
    return move.by === 0 ? { as } : { as, move };
  });
}

function heard<T>(before: readonly T[] = [], items: readonly Told<T>[], uri: Uri): readonly T[] {
  return items.flatMap(item => {
    if ('is' in item) return [item.is];
    const same = before[item.as];
    if (same === undefined) return [];
    return [item.move === undefined ? same : moved(same, uri, item.move)];
  });
}
