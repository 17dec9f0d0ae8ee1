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
  readonly body: string;
}

/** `table[key] = value` in a loop, as an entry for each of its rounds; undefined where a round hangs on what those before put there. */
export function entryInRounds({ object, key }: ValueOf<'index'>, value: Value, at: Span, site: Site): ValueOf<'repeat'> | undefined {
  const { text } = site.file;
  const rounds = roundsAround(site);
  if (rounds === undefined || isRead(text.slice(object.at.start, object.at.end), rounds.body)) return undefined;
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
  const body = file.text.slice(around.loop.body.start, around.loop.body.end);
  const filtered = !direct || body.length > LONGEST_BODY || LEAVES.test(body);
  for (let index = scope.effects.length - 1; index >= 0; index--) {
    const effect = scope.effects[index];
    if (effect?.kind !== 'assign' || effect.block !== around.id || effect.value.kind !== 'element') continue;
    return { over: effect.value.of, filtered, body };
  }
  return undefined;
}

/** Whether a loop's body does more with a table than to put something there under a key. */
function isRead(table: string, body: string): boolean {
  for (let at = body.indexOf(table); at >= 0; at = body.indexOf(table, at + table.length)) {
    const after = at + table.length;
    if (PART_BEFORE.test(body[at - 1] ?? '') || PART_AFTER.test(body[after] ?? '')) continue;
    const close = body.indexOf(']', after);
    if (body[after] !== '[' || close < 0 || !IS_SET.test(body.slice(close, close + MOST_BEFORE_EQUALS))) return true;
  }
  return false;
}

/** Of a longer name, and of another object's field. */
const PART_BEFORE = /[\w.]/;
const PART_AFTER = /\w/;
/** `]]  = ` and no comparison. */
const IS_SET = /^\]{1,4} {0,4}=(?!=)/;
const MOST_BEFORE_EQUALS = 10;
