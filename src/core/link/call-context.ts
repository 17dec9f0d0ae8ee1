import type { CallContext, ItemLoop } from '../request/request';
import { SCAFFOLD_KINDS, type ScaffoldKind, scaffoldUri } from '../scaffolds/scaffold-uri';
import type { Block, CallPlace, CodeSummary, Effect, Scope } from '../source/summary';
import type { Call, Value } from '../source/values';
import { callsWithin } from './calls-within';
import { handlesRequests, isScript, jobOf } from './entry-points';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { adds, growthOf } from './growth';
import { labelOf } from './labels';
import { countsOrWaits, goesOver, isNumbers, loopAround } from './loops';
import { parsedAnswer } from './parsed-answer';
import { isRetried, retryOf } from './retries';
import { retrievalOf } from './retrieval';
import { within } from './value-parts';

/** Under what a call runs, as it is written: how often, again after a failure, for whom, and what becomes of its result. */
export function contextOf(evaluation: Evaluation, summary: CodeSummary, place: CallPlace, symbol: string): CallContext {
  evaluation.edited.lookAt(place.call.at);
  const scopes = runningScopes(evaluation, summary, place);
  const loops = scopes.flatMap(({ blocks }) => blocks.filter(block => block.kind === 'loop'));
  const comprehended = scopes.some(({ scope, blocks }) => blocks.some(block => block.kind === 'comprehension') || isCallback(scope));
  const functions = enclosing(summary, place);
  const handler = functions.some(scope => handlesRequests(evaluation, summary, scope));
  const around = (loop: Loop | undefined) => loop && loopAround(evaluation, summary, loop.scope, loop.block);
  const fed = firstOf(scopes, ({ scope, blocks }) => blocks.find(block => feedsItself(evaluation, scope, block, place.call)));
  const trying = firstOf(scopes, retrying);
  const loop = around(fed);
  const retry = retryOf(evaluation, summary, functions, around(trying));
  const growth = growthOf(evaluation, summary, place, loop);
  const runsIn = handler ? ('handler' as const) : isScript(evaluation, summary, functions) ? ('script' as const) : undefined;
  const itemLoop = itemLoopOf(evaluation, scopes, place.call);
  const job = handler ? undefined : jobOf(evaluation, summary, functions);
  const retrieval = retrievalOf(evaluation, summary, place);
  const parsed = parsedAnswer(evaluation, summary, place);
  return {
    inLoop: loops.length > 0 || comprehended,
    inComprehension: comprehended,
    retried: trying !== undefined || functions.some(scope => isRetried(evaluation, summary, scope)),
    ...(retry && { retry }),
    agentLoop: fed !== undefined,
    ...(loop && { loop }),
    ...(growth && { growth }),
    ...(itemLoop && { itemLoop }),
    ...(retrieval && { retrieval }),
    ...(job === undefined ? {} : { job }),
    scaffolded: scaffolded(evaluation, place, symbol, {
      batch: itemLoop !== undefined && job !== undefined,
      cache: handler || loops.length > 0,
      summary: growth !== undefined,
    }),
    cached: functions.some(scope => keepsAnswers(evaluation, summary, scope)),
    ...(runsIn && { runsIn }),
    parsesJson: parsed !== undefined,
    ...(parsed?.into && { parsedInto: parsed.into }),
    givesObject: isRead(evaluation, summary, place),
  };
}

interface Loop {
  readonly scope: Scope;
  readonly block: Block;
}

function firstOf(scopes: readonly Around[], find: (around: Around) => Block | undefined): Loop | undefined {
  for (const around of scopes) {
    const block = find(around);
    if (block !== undefined) return { scope: around.scope, block };
  }
  return undefined;
}

/** A scope, and the blocks in it that a call stands in. */
interface Around {
  readonly scope: Scope;
  readonly blocks: readonly Block[];
}

/** The call's scope, and those around that run it with them: a callback runs where it is written. */
function runningScopes({ lookup }: Evaluation, summary: CodeSummary, { scope: id, block }: CallPlace): readonly Around[] {
  const found: Around[] = [];
  let scope = summary.scopes[id];
  let blocks = scope === undefined ? [] : lookup.blocksAround(scope, block);
  while (scope !== undefined) {
    found.push({ scope, blocks });
    const { at, parent, name, kind } = scope;
    if (kind !== 'function' || name !== '' || parent === undefined) break;
    scope = summary.scopes[parent];
    blocks = scope?.blocks.filter(each => each.at.start <= at.start && at.end <= each.at.end) ?? [];
  }
  return found;
}

function enclosing(summary: CodeSummary, place: CallPlace): readonly Scope[] {
  const found: Scope[] = [];
  for (let scope = summary.scopes[place.scope]; scope !== undefined; ) {
    found.push(scope);
    scope = scope.parent === undefined ? undefined : summary.scopes[scope.parent];
  }
  return found;
}

/** `models.map(model => …)` */
function isCallback(scope: Scope): boolean {
  return scope.params.some(param => param.passed !== undefined);
}

const ATTEMPT = /attempt|retry|retries|tries/i;

/** A loop that tries until it works: `for attempt in range(3): try: return …`. */
function retrying({ scope, blocks }: Around): Block | undefined {
  const tried = blocks.findIndex(block => block.kind === 'try');
  // Where errors are values, what a loop counts says that it tries again.
  if (tried < 0)
    return blocks.find(
      block => block.kind === 'loop' && (ATTEMPT.test(goesOver(scope, block)?.label ?? '') || endsWithoutError(scope, block)),
    );
  const loop = [...blocks.slice(0, Math.max(0, tried))].reverse().find(block => block.kind === 'loop');
  if (loop === undefined) return undefined;
  const variable = goesOver(scope, loop)?.label ?? '';
  const inside = blocks[tried];
  const returns = scope.effects.some(effect => effect.kind === 'return' && effect.block === inside?.id);
  return ATTEMPT.test(variable) || (returns && countsOrWaits(scope, loop)) ? loop : undefined;
}

/** `for { answer, err := ask(); if err == nil { return answer } }`, in a language where errors are values. */
function endsWithoutError(scope: Scope, loop: Block): boolean {
  if (!countsOrWaits(scope, loop)) return false;
  const returns = (block: number) => scope.effects.some(effect => effect.kind === 'return' && effect.block === block);
  const checks = scope.blocks.filter(block => block.parent === loop.id && block.kind === 'then');
  if (checks.some(({ id, condition }) => condition !== undefined && isNoError(condition) && returns(id))) return true;
  const failed = checks.some(
    ({ id, condition }) => condition?.kind === 'test' && condition.test === 'not' && condition.operands.some(isNoError) && !returns(id),
  );
  return failed && returns(loop.id);
}

/** `err == nil` */
function isNoError(condition: Value): boolean {
  if (condition.kind !== 'test' || condition.test !== 'equal') return false;
  const [left, right] = condition.operands;
  return left?.kind === 'name' && /^err|Err$/.test(left.name) && right?.kind === 'scalar' && right.value === null;
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

/** Few things are no batch. */
const FEW_ITEMS = 10;

/** The innermost loop over things, if no loop without things stands between, and if no round needs what another gave. */
function itemLoopOf(evaluation: Evaluation, scopes: readonly Around[], call: Call): ItemLoop | undefined {
  const loop = innermostLoop(scopes, call);
  if (loop === undefined || dependsOnLastRound(scopes, call)) return undefined;
  const over = evaluation.evaluate(loop.of, NO_CONTEXT);
  const isShort =
    over.kind === 'list' && over.items.length <= FEW_ITEMS && over.items.every(({ kind }) => kind !== 'spread' && kind !== 'repeat');
  return isShort ? undefined : { item: loop.label, over: labelOf(loop.of) };
}

/** The comprehension's variable, where the call sends it. */
function elementIn(call: Call): Extract<Value, { kind: 'element' }> | undefined {
  for (const { value } of call.args) for (const part of within(value)) if (part.kind === 'element') return part;
  return undefined;
}

/** A variable that a round sets by the call's answer is sent by the next. */
function dependsOnLastRound(scopes: readonly Around[], call: Call): boolean {
  const sent = new Set(sentBy(call).map(({ name }) => name));
  return scopes.some(({ scope }) =>
    scope.effects.some(
      effect =>
        effect.kind !== 'return' &&
        effect.kind !== 'disturb' &&
        effect.target.root !== 'self' &&
        sent.has(effect.target.root.name) &&
        [...within(effect.value)].some(part => part.kind === 'call' && part.at.start === call.at.start),
    ),
  );
}

function innermostLoop(scopes: readonly Around[], call: Call): { readonly label: string; readonly of: Value } | undefined {
  for (const { scope, blocks } of scopes) {
    const loop = [...blocks].reverse().find(block => block.kind === 'loop' || block.kind === 'comprehension');
    const over = loop && (loop.kind === 'comprehension' ? elementIn(call) : goesOver(scope, loop));
    if (loop !== undefined) return over === undefined || isNumbers(over.of) ? undefined : { label: over.label, of: over.of };
    const passed = scope.params.find(param => param.passed !== undefined);
    if (passed?.passed !== undefined) return { label: passed.name, of: passed.passed.of };
  }
  return undefined;
}

const KEEPS = /cache|memo(?:i[sz]e)?(?![a-z])/i;

/** `@lru_cache`, `unstable_cache(…)`, `if key in cache`, `cache.get(key)`. */
function keepsAnswers({ lookup }: Evaluation, summary: CodeSummary, scope: Scope): boolean {
  if (scope.kind !== 'function') return false;
  if (scope.decorators.some(decorator => KEEPS.test(labelOf(decorator)))) return true;
  const calls = [...callsWithin(summary, scope.at), ...lookup.callsTaking(summary, scope.id)];
  return calls.some(({ call }) => KEEPS.test(labelOf(call.callee)));
}

/** A loop whose rounds add to the messages that the call sends. */
function feedsItself(evaluation: Evaluation, scope: Scope, loop: Block, call: Call): boolean {
  if (loop.kind !== 'loop' || !countsOrWaits(scope, loop)) return false;
  const stands = (effect: Effect) => evaluation.lookup.blocksAround(scope, effect.block).includes(loop);
  return sentBy(call).some(({ name, field }) => {
    const changes = field ? evaluation.lookup.effectsOnField(scope, name) : evaluation.lookup.effectsOn(scope, name);
    const inside = changes.filter(stands);
    return inside.some(adds) && !inside.some(effect => effect.kind === 'assign' && effect.target.path.length === 0 && !adds(effect));
  });
}

interface Sent {
  readonly name: string;
  /** Of the object (`self.messages`), not of the function. */
  readonly field: boolean;
}

/** The variables and the object's fields in a call's arguments. */
function sentBy(call: Call): readonly Sent[] {
  return call.args.flatMap(({ value }) =>
    [...within(value)].flatMap((part): readonly Sent[] => {
      if (part.kind === 'name') return [{ name: part.name, field: false }];
      return part.kind === 'member' && part.object.kind === 'self' ? [{ name: part.key, field: true }] : [];
    }),
  );
}

/** Whether the answer is asked for as an object, by what is called on it: `.call().entity(Invoice.class)`. */
function isRead(evaluation: Evaluation, summary: CodeSummary, { call, scope }: CallPlace): boolean {
  return evaluation.lookup.callsRunBy(summary, scope).some(({ call: { callee } }) => {
    if (callee.kind !== 'member' || (callee.key !== 'entity' && callee.key !== 'responseEntity')) return false;
    const { at } = callee.object;
    return at.start === call.at.start && at.end === call.at.end;
  });
}
