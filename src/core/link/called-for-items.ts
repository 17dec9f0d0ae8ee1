import type { CalledForItems } from '../request/call-context';
import type { CallPlace, CodeSummary, Scope } from '../source/summary';
import { handlesRequests, jobOf } from './entry-points';
import type { Evaluation } from './evaluation';
import { itemLoopOf } from './item-loop';
import { loopAround } from './loops';
import { enclosing, firstLoop, runningScopes } from './running-scopes';

/** Functions from the loop to the call: what stands further below is a step of something larger. */
const MOST_CALLERS = 2;

/** The loop of a job in which a function is called that makes the call: `for row in rows: classify(row)`, once in the whole file. */
export function calledForItems(evaluation: Evaluation, summary: CodeSummary, place: CallPlace): CalledForItems | undefined {
  let by = namedFunction(summary, place);
  for (let callers = 0; callers < MOST_CALLERS && by !== undefined; callers++) {
    const [outer, ...others] = evaluation.lookup.callsNamed(summary, by.name);
    if (outer === undefined || others.length > 0 || outer.call.callee.kind !== 'name') return undefined;
    evaluation.edited.lookAt(outer.call.at);
    const functions = enclosing(summary, outer);
    if (functions.some(scope => scope.at.start === by?.at.start || handlesRequests(evaluation, summary, scope))) return undefined;
    const around = runningScopes(evaluation, summary, outer);
    const loop = firstLoop(around, ({ blocks }) => [...blocks].reverse().find(({ kind }) => kind === 'loop' || kind === 'comprehension'));
    const items = itemLoopOf(evaluation, around, outer.call);
    if (loop !== undefined || items !== undefined) {
      const job = jobOf(evaluation, summary, functions);
      const waits = loop !== undefined && loopAround(evaluation, summary, loop.scope, loop.block)?.waits === true;
      return items === undefined || job === undefined || waits
        ? undefined
        : { ...items, by: by.name, at: loop?.block.at ?? outer.call.at, job };
    }
    by = namedFunction(summary, outer);
  }
  return undefined;
}

/** The function of the module that a call stands in. */
function namedFunction(summary: CodeSummary, place: CallPlace): Scope | undefined {
  const scope = enclosing(summary, place).find(({ kind, name }) => kind === 'function' && name !== '');
  return scope !== undefined && summary.scopes[scope.parent ?? -1]?.kind === 'module' ? scope : undefined;
}
