import type { Span } from '../../span';
import type { Value, ValueOf } from '../../values';
import type { Site } from './draft';

/** Longer bodies of loops are not looked through for ways out. */
const LONGEST_BODY = 4000;
const LEAVES = /\b(?:break|continue|return|raise|yield)\b/;

/** What the innermost loop around goes over, where that is a `for`; `filtered`: what stands here may be left out in a round. */
interface Rounds {
  readonly over: Value;
  readonly filtered: boolean;
}

/** `table[key] = value` in a loop, as an entry for each of its rounds. */
export function entryInRounds(key: Value, value: Value, at: Span, site: Site): ValueOf<'repeat'> | undefined {
  const rounds = roundsAround(site);
  if (rounds === undefined) return undefined;
  const entry = { value: { kind: 'spread', at, value }, computed: { key, value }, at } as const;
  const item: Value = { kind: 'record', at, entries: [entry] };
  return { kind: 'repeat', at, item, over: rounds.over, ...(rounds.filtered ? { filtered: true } : {}) };
}

function roundsAround({ scope, block, file }: Site): Rounds | undefined {
  let around = scope.blocks[block];
  let direct = true;
  while (around !== undefined && around.kind !== 'loop') {
    direct &&= around.kind === 'with';
    around = scope.blocks[around.parent];
  }
  // A loop that says under what it begins again is a `while`.
  if (around?.loop === undefined || around.loop.again !== undefined) return undefined;
  const { start, end } = around.loop.body;
  const filtered = !direct || end - start > LONGEST_BODY || LEAVES.test(file.text.slice(start, end));
  for (let index = scope.effects.length - 1; index >= 0; index--) {
    const effect = scope.effects[index];
    if (effect?.kind !== 'assign' || effect.block !== around.id || effect.value.kind !== 'element') continue;
    return { over: effect.value.of, filtered };
  }
  return undefined;
}
