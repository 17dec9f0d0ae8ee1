import type { Span } from '../source/span';
import type { Effect, Scope } from '../source/summary';
import type { Lookup } from './lookup';

/**
 * The effects on the variable that a name means at a place, in a language whose declarations belong to their block: two blocks
 * may each have a `prompt` of their own. A place inside of a closure counts by where the closure stands.
 */
export function visibleEffects(lookup: Lookup, scope: Scope, effects: readonly Effect[], at: Span): readonly Effect[] {
  if (effects.every(effect => effect.block === -1 || !declares(effect))) return effects;
  const declaring = new Set(effects.flatMap(effect => (declares(effect) ? [effect.block] : [])));
  const home = (effect: Effect): number =>
    [...lookup.blocksAround(scope, effect.block)].reverse().find(block => declaring.has(block.id))?.id ?? -1;
  const around = (block: number): boolean => {
    const span = scope.blocks[block]?.at;
    return span === undefined || (span.uri === at.uri && span.start <= at.start && at.start < span.end);
  };
  const depth = (block: number): number => lookup.blocksAround(scope, block).length;
  const innermost = [...declaring].filter(around).sort((a, b) => depth(b) - depth(a))[0] ?? -1;
  return effects.filter(effect => home(effect) === innermost);
}

/** Whether an effect introduces its name where it stands. */
export function declares(effect: Effect): boolean {
  return effect.kind === 'assign' && effect.declares && effect.target.path.length === 0;
}
