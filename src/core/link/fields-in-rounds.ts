import type { Scope } from '../source/summary';
import type { Value, ValueOf } from '../source/values';
import { choose } from './choose';
import { keyOf } from './collections';
import { inRound } from './elements';
import { keysOf, openPart } from './entries';
import { type Context, type Evaluation, NO_CONTEXT } from './evaluation';
import { plainText } from './plain-values';
import { within } from './value-parts';

/** Entries of a table of settings that are gone through for one field. */
const MOST_ENTRIES = 150;

interface SetInRound {
  readonly value: Value;
  /** Whichever table it is that the loop goes through. */
  readonly surely: boolean;
}

/**
 * What a loop sets a field to in the round in which the name that it makes is the field's: `setattr(self, key.lower(), value)` for each
 * `key, value` of a table whose keys are in sight. Empty: in no round. Undefined: the names are not known.
 */
export function fieldInRound(
  evaluation: Evaluation,
  scope: Scope,
  filled: Value,
  field: string,
  context: Context,
): readonly SetInRound[] | undefined {
  const [entry] = filled.kind === 'record' ? filled.entries : [];
  if (entry?.computed === undefined) return undefined;
  const { key: name, value } = entry.computed;
  const round = [...within(name)].map(part => loopVariable(evaluation, scope, part)).find(variable => variable !== undefined);
  const pairs = round && pairsOf(round.of);
  if (round === undefined || pairs === undefined) return undefined;
  const over = evaluation.evaluate(pairs, context);
  const tables = over.kind === 'choice' ? over.options : [over];
  const sets = tables.map((table, index): readonly Value[] | undefined => {
    const keys = keysMaking(evaluation, { round, name, field, table });
    const [set] = keys ?? [];
    if (set === undefined) return keys === undefined ? undefined : [];
    const held: Value = { kind: 'member', at: table.at, object: table, key: set };
    const item: Value = { kind: 'list', at: table.at, items: [...keyOf({ key: set, at: table.at, value: held }), held] };
    const inside = inRound(evaluation, round.of, item, `${index} ${set}`, context);
    return [evaluation.evaluate(value, inside)];
  });
  const known = sets.flatMap(set => set ?? []);
  const [first] = known;
  if (sets.includes(undefined) || first === undefined) return sets.includes(undefined) ? undefined : [];
  return [{ value: choose(first.at, known), surely: known.length === tables.length }];
}

interface Names {
  readonly round: ValueOf<'element'>;
  readonly name: Value;
  readonly field: string;
  readonly table: Value;
}

/** The key of a table from which the field's name is made, if one is; undefined: that can't be told. What a name is made of is nothing but its key. */
function keysMaking(evaluation: Evaluation, { round, name, field, table }: Names): readonly string[] | undefined {
  const keys = table.kind === 'record' ? keysOf(table) : [];
  if (keys.length === 0 || keys.length > MOST_ENTRIES) return undefined;
  for (const key of keys) {
    const item: Value = { kind: 'list', at: round.at, items: keyOf({ key, at: round.at, value: round }) };
    const made = plainText(evaluation.evaluate(name, inRound(evaluation, round.of, item, `key ${key}`, NO_CONTEXT)));
    if (made === undefined) return undefined;
    if (made === field) return [key];
  }
  return openPart(table) === undefined ? [] : undefined;
}

/** A loop's variable, by the name that it has there. */
export function loopVariable({ lookup }: Evaluation, scope: Scope, name: Value): ValueOf<'element'> | undefined {
  if (name.kind !== 'name') return undefined;
  const [only, ...others] = lookup.effectsOn(scope, name.name);
  return only?.kind === 'assign' && only.value.kind === 'element' && others.length === 0 ? only.value : undefined;
}

/** `settings.items()`, `Object.entries(settings)`: the table whose keys and values it gives. */
export function pairsOf(over: Value): Value | undefined {
  if (over.kind !== 'call' || over.callee.kind !== 'member') return undefined;
  const { object, key } = over.callee;
  if (key === 'items') return object;
  return key === 'entries' && object.kind === 'name' && object.name === 'Object' ? over.args[0]?.value : undefined;
}
