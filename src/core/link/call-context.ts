import type { CallContext } from '../request/call-context';
import { SCAFFOLD_KINDS, type ScaffoldKind, scaffoldUri } from '../scaffolds/scaffold-uri';
import type { CallPlace, CodeSummary, Scope } from '../source/summary';
import { addsToSent } from './added-in-rounds';
import { calledForItems } from './called-for-items';
import { callsWithin } from './calls-within';
import { handlesRequests, isScript, jobOf } from './entry-points';
import type { Evaluation } from './evaluation';
import { growthOf } from './growth';
import { itemLoopOf } from './item-loop';
import { labelOf } from './labels';
import { countsOrWaits, loopAround } from './loops';
import { parsedAnswer } from './parsed-answer';
import { isRetried, retryOf } from './retries';
import { retrievalOf } from './retrieval';
import { enclosing, firstLoop, isCallback, type Loop, runningScopes } from './running-scopes';
import { retrying } from './trying-loop';

/** Under what a call runs, as it is written: how often, again after a failure, for whom, and what becomes of its result. */
export function contextOf(evaluation: Evaluation, summary: CodeSummary, place: CallPlace, symbol: string): CallContext {
  evaluation.edited.lookAt(place.call.at);
  const scopes = runningScopes(evaluation, summary, place);
  const loops = scopes.flatMap(({ blocks }) => blocks.filter(block => block.kind === 'loop'));
  const comprehended = scopes.some(({ scope, blocks }) => blocks.some(block => block.kind === 'comprehension') || isCallback(scope));
  const functions = enclosing(summary, place);
  const handler = functions.some(scope => handlesRequests(evaluation, summary, scope));
  const around = (loop: Loop | undefined) => loop && loopAround(evaluation, summary, loop.scope, loop.block);
  const fed = firstLoop(scopes, ({ scope, blocks }) =>
    blocks.find(block => countsOrWaits(scope, block) && addsToSent(evaluation, scope, block, place.call)),
  );
  const trying = firstLoop(scopes, retrying);
  const loop = around(fed);
  const retry = retryOf(evaluation, summary, functions, around(trying));
  const growth = growthOf(evaluation, summary, place, loop);
  const runsIn = handler ? ('handler' as const) : isScript(evaluation, summary, functions) ? ('script' as const) : undefined;
  const itemLoop = itemLoopOf(evaluation, scopes, place.call);
  const job = handler ? undefined : jobOf(evaluation, summary, functions);
  const isLooped = loops.length > 0 || comprehended;
  const called = handler || isLooped || itemLoop !== undefined ? undefined : calledForItems(evaluation, summary, place);
  const retrieval = retrievalOf(evaluation, summary, place);
  const parsed = parsedAnswer(evaluation, summary, place);
  return {
    inLoop: isLooped,
    inComprehension: comprehended,
    retried: trying !== undefined || functions.some(scope => isRetried(evaluation, summary, scope)),
    ...(retry && { retry }),
    agentLoop: fed !== undefined,
    ...(loop && { loop }),
    ...(growth && { growth }),
    ...(itemLoop && { itemLoop }),
    ...(called && { calledForItems: called }),
    ...(retrieval && { retrieval }),
    ...(job === undefined ? {} : { job }),
    scaffolded: scaffolded(evaluation, place, symbol, {
      batch: itemLoop !== undefined && job !== undefined,
      cache: handler || loops.length > 0,
      summary: growth !== undefined,
    }),
    cached: functions.some(scope => keepsAnswers(evaluation, summary, scope)),
    ...(runsIn && { runsIn }),
    parsesJson: parsed?.inside === true ? 'inside' : parsed !== undefined,
    ...(parsed?.into && { parsedInto: parsed.into }),
    givesObject: asksForObject(evaluation, summary, place),
  };
}

/** What lies beside the call's file already, of what could be scaffolded for it. */
function scaffolded(
  { records }: Evaluation,
  { call }: CallPlace,
  symbol: string,
  fitting: Readonly<Record<ScaffoldKind, boolean>>,
): readonly ScaffoldKind[] {
  return SCAFFOLD_KINDS.filter(kind => {
    const uri = fitting[kind] ? scaffoldUri(kind, call.at.uri, symbol) : undefined;
    return uri !== undefined && records.consult([uri]) !== undefined;
  });
}

const KEEPS = /cache|memo(?:i[sz]e)?(?![a-z])/i;

/** `@lru_cache`, `unstable_cache(…)`, `if key in cache`, `cache.get(key)`. */
function keepsAnswers({ lookup }: Evaluation, summary: CodeSummary, scope: Scope): boolean {
  if (scope.kind !== 'function') return false;
  if (scope.decorators.some(decorator => KEEPS.test(labelOf(decorator)))) return true;
  const calls = [...callsWithin(summary, scope.at), ...lookup.callsTaking(summary, scope.id)];
  return calls.some(({ call }) => KEEPS.test(labelOf(call.callee)));
}

/** Methods of what a call gives that read an object by a schema (Spring AI's `ChatClient`). */
const READING_OBJECTS: ReadonlySet<string> = new Set(['entity', 'responseEntity']);

/** Whether the answer is asked for as an object, by what is called on it: `.call().entity(Invoice.class)`. */
function asksForObject(evaluation: Evaluation, summary: CodeSummary, { call, scope }: CallPlace): boolean {
  return evaluation.lookup.callsRunBy(summary, scope).some(({ call: { callee } }) => {
    if (callee.kind !== 'member' || !READING_OBJECTS.has(callee.key)) return false;
    const { at } = callee.object;
    return at.start === call.at.start && at.end === call.at.end;
  });
}
