import type { Block, Effect, Scope } from '../source/summary';
import type { Call } from '../source/values';
import type { Evaluation } from './evaluation';
import { adds } from './growth';
import { effectsWithDone } from './passes-that-change';
import { namesSentBy } from './sent-by';
import { within } from './value-parts';

/** Whether the rounds of a loop add to what a call in it sends, and none begins it anew. */
export function addsToSent(evaluation: Evaluation, scope: Scope, loop: Block, call: Call): boolean {
  if (loop.kind !== 'loop') return false;
  return namesSentBy(call).some(({ name, field }) => addsIn(evaluation, scope, loop, name, field));
}

/** The same, or to what it puts together anew in each round (`messages = earlier + these`). */
export function addsToPartsOfSent(evaluation: Evaluation, scope: Scope, loop: Block, call: Call): boolean {
  if (addsToSent(evaluation, scope, loop, call)) return true;
  if (loop.kind !== 'loop') return false;
  const put = namesSentBy(call).flatMap(({ name, field }) =>
    effectsOn(evaluation, scope, name, field).filter(standsIn(evaluation, scope, loop)),
  );
  const parts = put.flatMap(effect => (effect.kind === 'assign' ? [...within(effect.value)] : []));
  return parts.some(part => part.kind === 'name' && addsIn(evaluation, scope, loop, part.name, false));
}

function addsIn(evaluation: Evaluation, scope: Scope, loop: Block, name: string, field: boolean): boolean {
  const inside = effectsOn(evaluation, scope, name, field).filter(standsIn(evaluation, scope, loop));
  return inside.some(adds) && !inside.some(effect => effect.kind === 'assign' && effect.target.path.length === 0 && !adds(effect));
}

function effectsOn(evaluation: Evaluation, scope: Scope, name: string, field: boolean): readonly Effect[] {
  return effectsWithDone(evaluation, scope, name, field);
}

function standsIn({ lookup }: Evaluation, scope: Scope, loop: Block): (effect: Effect) => boolean {
  return effect => lookup.blocksAround(scope, effect.block).includes(loop);
}
