import type { Span } from '../source/span';
import type { Entry, Value, ValueOf } from '../source/values';
import type { Context, Evaluation } from './evaluation';
import { registered } from './registered';

/** Where a table is asked. `key`: as it is written there; `name`: what it says, where that is known. */
interface Asked {
  readonly key: Value | undefined;
  readonly name: string | undefined;
  readonly at: Span;
}

/** What code puts under a key of a table that begins empty, where nothing else is put there. */
export function putUnder(evaluation: Evaluation, { entries }: ValueOf<'record'>, asked: Asked, context: Context): Value | undefined {
  const [first] = entries;
  const changed = first && putBy(first);
  if (changed === undefined || entries.some(entry => putBy(entry)?.start !== changed.start)) return undefined;
  return putWhenMissing(evaluation, asked, changed, context) ?? registered(evaluation, changed, asked.name, asked.at);
}

/** Where an entry was put into a table, or all of those were that code may have taken out since (`clients.clear()`). Undefined: not by one place. */
function putBy({ key, value }: Entry): Span | undefined {
  const kept = value.kind === 'optional' ? value.item : value;
  if (key !== undefined || kept.kind !== 'spread') return undefined;
  if (kept.value.kind === 'hole') return kept.value.at;
  const [first, ...others] = value.kind === 'optional' && kept.value.kind === 'record' ? kept.value.entries : [];
  const at = first && putBy(first);
  return others.every(other => putBy(other)?.start === at?.start) ? at : undefined;
}

/** `if key not in CLIENTS: CLIENTS[key] = make(key)`, then `CLIENTS[key]`: whichever call put it there, it was made of the same key. */
function putWhenMissing(evaluation: Evaluation, { key, at }: Asked, changed: Span, context: Context): Value | undefined {
  if (key?.kind !== 'name' || changed.uri !== at.uri) return undefined;
  const scope = evaluation.codeOf(at.uri)?.scopes[key.scope];
  const put = scope?.effects.find(effect => effect.kind === 'disturb' && effect.at.start === changed.start);
  if (scope?.kind !== 'function' || put?.kind !== 'disturb' || put.item === undefined) return undefined;
  const { item } = put;
  const isSame = item.key.kind === 'name' && item.key.name === key.name && item.key.scope === key.scope;
  const isOther = evaluation.lookup.effectsOn(scope, key.name).some(({ at: set }) => put.at.start <= set.start && set.start < at.start);
  return isSame && !isOther ? evaluation.evaluate(item.value, context) : undefined;
}
