import type { Span } from '../source/span';
import type { Effect, Scope } from '../source/summary';
import { chainOf } from './variable';

/**
 * The effects on the variable that a name means at a place, in a language whose declarations belong to their block: two blocks
 * may each have a `prompt` of their own. A place inside of a closure counts by where the closure stands.
 */
export function visibleEffects(scope: Scope, effects: readonly Effect[], at: Span): readonly Effect[] {
  const declaring = new Set(effects.flatMap(effect => (effect.kind === 'assign' && effect.declares && effect.target.path.length === 0 ? [effect.block] : [])));
  if ([...declaring].every(block => block === -1)) return effects;
  const home = (effect: Effect): number => [...chainOf(scope, effect.block)].reverse().find(block => declaring.has(block.id))?.id ?? -1;
  const around = (block: number): boolean => {
    const span = scope.blocks[block]?.at;
    return span === undefined || (span.uri === at.uri && span.start <= at.start && at.start < span.end);
  };
  const candidates = [...declaring].filter(around);
  const depth = (block: number): number => chainOf(scope, block).length;
  const innermost = candidates.sort((a, b) => depth(b) - depth(a))[0] ?? -1;
  return effects.filter(effect => home(effect) === innermost);
}
