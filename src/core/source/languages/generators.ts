import type { Block, Effect } from '../summary';
import type { Value } from '../values';

/** Calling a generator function gives a generator, whatever stands behind its returns; of these stays where they end it. */
export function asGenerator({ effects, blocks }: { readonly effects: Effect[]; readonly blocks: Block[] }, value: Value): void {
  for (const effect of effects) {
    const block = effect.kind === 'return' ? blocks[effect.block] : undefined;
    if (block !== undefined) blocks[block.id] = { ...block, returns: true };
  }
  const kept = effects.filter(effect => effect.kind !== 'return');
  effects.splice(0, effects.length, ...kept, { kind: 'return', at: value.at, block: -1, value });
}
