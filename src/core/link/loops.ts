import type { LoopAround } from '../request/call-context';
import type { Block, CodeSummary, Effect, Scope } from '../source/summary';
import type { Value } from '../source/values';
import { callsWithin } from './calls-within';
import type { Evaluation } from './evaluation';
import { labelOf } from './labels';
import { within } from './value-parts';

/** What a loop goes over: what its variable is an element of. Undefined: it goes over nothing (`while`, `for (;;)`). */
export function goesOver(scope: Scope, loop: Block): Extract<Value, { kind: 'element' }> | undefined {
  for (const effect of scope.effects)
    if (effect.kind === 'assign' && effect.block === loop.id && effect.value.kind === 'element') return effect.value;
  return undefined;
}

const NUMBERS = /^range\(\)$/;
const ENDLESS_NUMBERS = /^(?:itertools\.)?count\(\)$/;

/** `while`, `for (;;)`, and loops that only count; a loop over things does something else in each round. */
export function countsOrWaits(scope: Scope, loop: Block): boolean {
  const of = goesOver(scope, loop)?.of;
  return of === undefined || isNumbers(of);
}

/** `range(3)`, `itertools.count()` */
export function isNumbers(of: Value): boolean {
  return of.kind === 'call' && (NUMBERS.test(labelOf(of)) || ENDLESS_NUMBERS.test(labelOf(of)));
}

/** Whether a number ends the loop, whatever happens in it, and whether it waits for somebody in each round. */
export function loopAround({ lookup }: Evaluation, summary: CodeSummary, scope: Scope, loop: Block): LoopAround | undefined {
  if (loop.loop === undefined) return undefined;
  const { at, body, again } = loop.loop;
  const inside = (block: number) => block === loop.id || lookup.blocksAround(scope, block).includes(loop);
  const counted = new Set(scope.effects.flatMap(effect => (inside(effect.block) ? countedBy(effect) : [])));
  const conditions = scope.blocks.flatMap(block => (block.condition !== undefined && inside(block.id) ? [block.condition] : []));
  const ends = [...(again === undefined ? [] : [again]), ...conditions];
  const of = goesOver(scope, loop)?.of;
  const bounded = (of !== undefined && !ENDLESS_NUMBERS.test(labelOf(of))) || ends.some(condition => looksAtNumber(condition, counted));
  const each = [body, ...(again === undefined ? [] : [again.at])];
  const waits = each.flatMap(span => callsWithin(summary, span)).some(({ call }) => WAITS.test(labelOf(call.callee).replace(/\(\)/g, '')));
  return { at, body, bounded, waits };
}

/** What waits for a person, a message or a task. */
const WAITS =
  /(?:queue|(?:^|[._])q)\.(?:get(?:_nowait)?|take|poll|pop|popleft|dequeue|shift)$|(?:^|[._])(?:input|question|readline|read_?line|next_?line|read_?string|scan(?:ln)?|recv|receive|receive_?(?:text|json|bytes|message)|getline|listen|chat_input|user_input|wait_for_\w+)$|(?:^|\.)Prompt\.ask$|^prompt$|inquirer\.prompt$|[uU]serInput$/i;

/** The name that an effect counts up or down, or takes something from. */
function countedBy(effect: Effect): readonly string[] {
  if (effect.kind === 'return' || effect.target.root === 'self') return [];
  const { name } = effect.target.root;
  if (effect.kind === 'disturb') return [name];
  if (effect.kind === 'update') return effect.value.kind === 'list' ? [] : [name];
  return effect.kind === 'assign' && effect.value.kind === 'operation' ? [name] : [];
}

/** `turns < 10`, `spent > budget`, `left--`, or anything about what is counted. */
function looksAtNumber(condition: Value, counted: ReadonlySet<string>): boolean {
  return [...within(condition)].some(
    part =>
      (part.kind === 'test' && part.test === 'less') ||
      (part.kind === 'hole' && /(?<![-=<>])[<>](?![<>])|\+\+|--/.test(part.label)) ||
      (part.kind === 'name' && counted.has(part.name)),
  );
}
