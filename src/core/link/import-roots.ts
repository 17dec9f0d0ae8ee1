import type { Uri } from '../source/span';
import type { CodeSummary } from '../source/summary';
import type { Call } from '../source/values';
import { positional } from './arguments';
import { callsThat, type Evaluation, NO_CONTEXT } from './evaluation';
import { filesAt, locationsOf } from './locations';

/** More than a script adds. */
const MOST_CALLS = 8;

/**
 * Folders that a file adds to those in which Python looks for modules (`sys.path.append("../lib")`), without a slash at the end. A relative
 * one is tried from each folder above the file, as nobody says where the program is started.
 */
export function importRoots(evaluation: Evaluation, summary: CodeSummary): readonly Uri[] {
  if (summary.language !== 'python') return [];
  const calls = callsThat(evaluation, summary, 'sys.path', ({ call }) => addsRoot(call));
  const roots = calls.slice(0, MOST_CALLS).flatMap(({ call }) => {
    const added = positional(call.args).at(-1);
    const path = added && evaluation.evaluate(added.value, NO_CONTEXT);
    const locations = (path && locationsOf(evaluation, path)) ?? [];
    return locations.flatMap(location => filesAt(location, summary.uri));
  });
  return [...new Set(roots.map(root => root.replace(/\/$/, '')))];
}

/** `sys.path.append(…)`, `sys.path.insert(0, …)` */
function addsRoot({ callee }: Call): boolean {
  if (callee.kind !== 'member' || (callee.key !== 'append' && callee.key !== 'insert') || callee.object.kind !== 'member') return false;
  const { key, object } = callee.object;
  return key === 'path' && object.kind === 'name' && object.name === 'sys';
}
