import { contains } from '../source/span';
import type { Block, Scope } from '../source/summary';
import type { Value, ValueOf } from '../source/values';
import { entryOf } from './entries';
import { type Context, type Evaluation, scopeOf } from './evaluation';
import { returnsAtItsEnd } from './exclusive';
import { plainText } from './plain-values';

/** More values than a condition compares with. */
const MOST_KEYS = 50;

/** What is known of a variable: `are`: one of these; `areNot`: none of these. */
interface Keys {
  readonly are?: readonly string[];
  readonly areNot: readonly string[];
}

const ANY: Keys = { areNot: [] };

type Branches = ReadonlySet<Block['kind']>;
const BRANCHES: Branches = new Set(['then', 'else', 'case']);

/**
 * What a table holds under the keys that the branches around a place leave of a variable, and those that end before it
 * (`if kind in {A, B}: TABLE[kind]`, `if kind == A: return`); undefined where they leave any, or one that isn't in sight.
 */
export function rowsLeft(
  evaluation: Evaluation,
  { key, at }: Pick<ValueOf<'index'>, 'key' | 'at'>,
  table: ValueOf<'record'>,
  context: Context,
): readonly Value[] | undefined {
  const scope = key.kind === 'name' ? scopeOf(evaluation, at.uri, key.scope) : undefined;
  if (key.kind !== 'name' || scope === undefined || scope.blocks.length === 0) return undefined;
  const { are, areNot } = keysLeft(evaluation, scope, key, at, context);
  if (are === undefined && areNot.length === 0) return undefined;
  const all = are ?? table.entries.map(entry => entry.key);
  const left = [...new Set(all)].filter(each => each === undefined || !areNot.includes(each));
  const rows = left.map(each => (each === undefined ? undefined : entryOf(table, each)));
  const isKnown = rows.every(row => row?.value !== undefined && row.open === undefined);
  return isKnown && rows.length > 0 ? rows.flatMap(row => row?.value ?? []) : undefined;
}

function keysLeft(evaluation: Evaluation, scope: Scope, { name }: ValueOf<'name'>, at: Value['at'], context: Context): Keys {
  const stated = (block: Block, holds: boolean) =>
    block.condition === undefined ? ANY : statedBy(evaluation, block.condition, name, holds, context);
  const set = evaluation.lookup.effectsOn(scope, name).map(effect => effect.at);
  const around = scope.blocks.filter(({ kind, at: whole }) => BRANCHES.has(kind) && contains(whole, at));
  const within = around
    .filter(block => !set.some(each => contains(block.at, each)))
    .flatMap(block => [stated(block, true), ...before(scope, block).map(other => stated(other, false))]);
  const ended = endedBefore(scope, at)
    .filter(block => !set.some(each => each.start > block.at.start && !contains(block.at, each)))
    .map(block => stated(block, false));
  return [...within, ...ended].reduce(both, ANY);
}

/** The branches of a statement that were asked for before one of them. */
function before(scope: Scope, { group, at }: Block): readonly Block[] {
  return scope.blocks.filter(other => other.group === group && BRANCHES.has(other.kind) && other.at.start < at.start);
}

/** The branches before a place from which nothing leads there. */
function endedBefore(scope: Scope, at: Value['at']): readonly Block[] {
  const ends = (block: Block) => block.throws === true || returnsAtItsEnd(scope, block);
  return scope.blocks.filter(block => {
    const outer = scope.blocks[block.parent];
    const isPassed =
      BRANCHES.has(block.kind) && block.at.end <= at.start && (outer === undefined || outer === block || contains(outer.at, at));
    return isPassed && ends(block) && before(scope, block).every(ends);
  });
}

/** What a name is, where a condition holds, or where it doesn't. */
function statedBy(evaluation: Evaluation, condition: Value, name: string, holds: boolean, context: Context): Keys {
  if (condition.kind === 'operation' && condition.operator === 'or')
    return statedByAny(evaluation, [condition.left, condition.right], name, holds, context);
  if (condition.kind !== 'test') return ANY;
  const { test, operands } = condition;
  const [left, right, ...others] = operands;
  if (test === 'not') return left === undefined ? ANY : statedBy(evaluation, left, name, !holds, context);
  if (test === 'or') return statedByAny(evaluation, operands, name, holds, context);
  if (test === 'and') {
    const parts = operands.map(part => statedBy(evaluation, part, name, holds, context));
    return holds ? parts.reduce(both, ANY) : oneOf(parts);
  }
  if (left?.kind !== 'name' || left.name !== name || right === undefined || others.length > 0) return ANY;
  const compared = evaluation.evaluate(right, context);
  const texts = test === 'equal' ? textsOf([compared]) : test === 'in' && compared.kind === 'list' ? textsOf(compared.items) : undefined;
  if (texts === undefined) return ANY;
  return holds ? { are: texts, areNot: [] } : { areNot: texts };
}

function statedByAny(evaluation: Evaluation, parts: readonly Value[], name: string, holds: boolean, context: Context): Keys {
  const each = parts.map(part => statedBy(evaluation, part, name, holds, context));
  return holds ? oneOf(each) : each.reduce(both, ANY);
}

function both(one: Keys, other: Keys): Keys {
  const are = one.are === undefined || other.are === undefined ? (one.are ?? other.are) : one.are.filter(key => other.are?.includes(key));
  return { ...(are && { are }), areNot: [...one.areNot, ...other.areNot] };
}

function oneOf(parts: readonly Keys[]): Keys {
  return parts.every(({ are }) => are !== undefined) ? { are: parts.flatMap(({ are = [] }) => are), areNot: [] } : ANY;
}

function textsOf(values: readonly Value[]): readonly string[] | undefined {
  const texts = values.slice(0, MOST_KEYS + 1).flatMap(value => plainText(value) ?? []);
  return texts.length === values.length && texts.length <= MOST_KEYS ? texts : undefined;
}
