import type { FileSpend } from '../present/spend';
import { type NamedCall, readSelector, selectorMatcher } from './call-selector';
import type { Stated } from './stated';

/** A selector that means no call of the folder. */
export interface IdleSelector {
  /** Of the key, or the item of a list, that names it. */
  readonly path: readonly (string | number)[];
  readonly selector: string;
}

/**
 * Globs and calls in a workspace file that stand for nothing, as far as a whole scan tells; `path` of the files is from its folder on.
 * Features are named apart, and calls that are said to be none are in no scan.
 */
export function idleSelectors(
  { features = {}, calls = {}, tasks = {} }: Pick<Stated, 'features' | 'calls' | 'tasks'>,
  files: readonly FileSpend[],
): readonly IdleSelector[] {
  const matches = selectorMatcher(features);
  const none = Object.entries(calls).flatMap(([selector, { notAnLlmCall }]) => (notAnLlmCall === true ? [selector] : []));
  const known = files.flatMap(({ path, quotes }): readonly NamedCall[] => quotes.map(({ site }) => ({ path, identity: site.identity })));
  const isIdle = (selector: string) =>
    readSelector(selector).kind !== 'feature' && !none.includes(selector) && !known.some(call => matches(selector, call));
  const named: readonly IdleSelector[] = [
    ...Object.entries(features).flatMap(([feature, members]) =>
      members.map((selector, index) => ({ path: ['features', feature, index], selector })),
    ),
    ...Object.keys(calls).map(selector => ({ path: ['calls', selector], selector })),
    ...Object.entries(tasks).flatMap(([task, said]) =>
      Object.keys(said.calls).map(selector => ({ path: ['tasks', task, 'calls', selector], selector })),
    ),
  ];
  return named.filter(({ selector }) => isIdle(selector));
}
