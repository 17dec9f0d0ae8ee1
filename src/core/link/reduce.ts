import { type Entry, NOT_HELD, type Value, type ValueOf } from '../source/values';
import { evaluateArgs } from './arguments';
import { askedFor } from './asked-for';
import { chooseByBranch } from './by-caller';
import { evaluateCall } from './calls';
import { chooseOf } from './choose';
import { classItself } from './class-itself';
import { decideIn } from './conditions';
import { decidedByDefault, keptByDefault } from './decided-by-default';
import { decidedBySetting } from './decided-by-setting';
import { elementOf, orderTakenFrom, roundsOf, tablesOfRounds } from './elements';
import type { Context, Evaluation } from './evaluation';
import { asGiven } from './given';
import { behindGuards } from './guards';
import { indexOf } from './index-access';
import { withFrames } from './invoke';
import { memberOf } from './members';
import { filledOf, listOrRecord, withoutRemoved } from './merging';
import { orNoRow } from './missed-rows';
import { resolveForPart, resolveName } from './names';
import { objectItself } from './object-itself';
import { ownFieldFor } from './object-members';
import { knownSelf } from './objects';
import { operate } from './operations';
import { isNull, plainText } from './plain-values';
import { notRuledOut, rowsNotRuledOut } from './ruled-out';
import { oneOfEntries } from './set-in-branches';
import { memberOfSuper, superOf } from './super';
import { operandsOf } from './test-operands';
import { tested } from './tests';
import { isSame } from './value-parts';

/** One value, as far as the sources say what it is; its parts are evaluated. */
export function reduce(evaluation: Evaluation, value: Value, context: Context): Value {
  switch (value.kind) {
    case 'name': {
      const self = superOf(evaluation, value);
      return self === undefined
        ? asRead(evaluation, value, resolveName(evaluation, value, context), context)
        : knownSelf(evaluation, self, context);
    }
    case 'self':
      return knownSelf(evaluation, value, context);
    case 'function':
      return withFrames(evaluation, value, context);
    case 'class':
      return withFrames(evaluation, classItself(evaluation, value, context), context);
    case 'member': {
      const found =
        memberOfSuper(evaluation, value, context) ??
        fieldAlone(evaluation, value, context) ??
        memberOf(evaluation, value, objectRead(evaluation, value, context), context);
      return asRead(evaluation, value, found, context);
    }
    case 'index': {
      const found = indexOf(
        evaluation,
        value,
        evaluation.evaluate(value.object, context),
        evaluation.evaluate(value.key, context),
        context,
      );
      return behindGuards(evaluation, value, found);
    }
    case 'call': {
      const self = superOf(evaluation, value);
      return self === undefined ? evaluateCall(evaluation, value, context) : knownSelf(evaluation, self, context);
    }
    case 'operation':
      return operate(
        value,
        orNoRow(evaluation, value, evaluation.evaluate(value.left, context), context),
        evaluation.evaluate(value.right, context),
      );
    case 'template':
      return withParts(evaluation, value, value.parts, context, parts => ({ ...value, parts }));
    case 'list':
      return listFrom(
        evaluation,
        value,
        value.items.flatMap(item => listItem(evaluation, item, context)),
        context,
      );
    case 'record':
      return recordOf(value, withoutRemoved(value.entries.flatMap(entry => recordEntry(evaluation, entry, context))));
    case 'choice':
      return oneOf(evaluation, value, context);
    case 'test':
      return tested(evaluation, value, operandsOf(evaluation, value, context));
    case 'repeat':
      return { kind: 'repeat', at: value.at, item: evaluation.evaluate(value.item, context) };
    case 'optional':
      return withParts(evaluation, value, [value.item], context, ([item = value.item]) => ({ ...value, item }));
    case 'element':
      return elementOf(evaluation, value, context);
    case 'spread':
      if (value.put !== undefined) return putUnderKey(evaluation, value, context);
      return withParts(evaluation, value, [value.value], context, ([inner = value.value]) => ({ ...value, value: inner }));
    case 'instance': {
      const args = evaluateArgs(evaluation, value.args, context);
      return args === value.args ? value : { ...value, args };
    }
    default:
      return value;
  }
}

/** `options[name] = 900`: an entry, where the name is known. */
function putUnderKey(evaluation: Evaluation, spread: ValueOf<'spread'>, context: Context): Value {
  const { put, ...unread } = spread;
  const { at } = spread;
  const [entry] = put === undefined ? [] : recordEntry(evaluation, { value: unread, computed: put, at }, context);
  if (entry === undefined || entry.computed !== undefined) return evaluation.lookup.same.of([spread], 'put', () => unread);
  return { ...unread, value: { kind: 'record', at, entries: [entry] } };
}

/** What is evaluated already stays the same value: other answers are found by it. */
function withParts(
  evaluation: Evaluation,
  whole: Value,
  parts: readonly Value[],
  context: Context,
  rebuild: (parts: readonly Value[]) => Value,
): Value {
  const after = parts.map(part => evaluation.evaluate(part, context));
  return isSame(after, parts) ? whole : rebuild(after);
}

function oneOf(evaluation: Evaluation, value: ValueOf<'choice'>, context: Context): Value {
  const { condition, under = condition === undefined ? [] : [condition] } = value;
  const likely = likelyOptions(evaluation, value, context).map(option => evaluation.evaluate(option, context));
  const byDefault =
    (condition === undefined ? undefined : decidedByDefault(evaluation, likely, condition, context)) ??
    (condition === undefined ? undefined : decidedBySetting(evaluation, value.at, likely, condition, context)) ??
    keptByDefault(evaluation, likely, under, context);
  if (byDefault !== undefined) return byDefault;
  const options = likely.length < 2 || under.length === 0 ? likely : likely.map(option => asGiven(option, under));
  const chosen = chooseByBranch(evaluation, chooseOf(value.at, value, options), under, context);
  const isUnchanged = chosen.kind === 'choice' && under.length === 0 && isSame(chosen.options, value.options);
  return isUnchanged ? value : chosen;
}

function likelyOptions(evaluation: Evaluation, { options, condition }: ValueOf<'choice'>, context: Context): readonly Value[] {
  const holds = condition === undefined ? undefined : decideIn(evaluation, context)(condition);
  if (holds === undefined) return options;
  const [option] = options.slice(holds ? 0 : 1);
  // What doesn't hold is nothing, be it false, null or an empty text.
  if (option?.kind === 'hole' && option.reason === NOT_HELD) return [{ kind: 'scalar', at: option.at, value: null }];
  return option === undefined ? options : [option];
}

function listFrom(evaluation: Evaluation, written: ValueOf<'list'>, items: readonly Value[], context: Context): Value {
  return objectItself(evaluation, written, items, context) ?? listOrRecord(withOrder(evaluation, listOf(written, items), written, context));
}

function withOrder(evaluation: Evaluation, list: ValueOf<'list'>, written: ValueOf<'list'>, context: Context): ValueOf<'list'> {
  const unordered = orderTakenFrom(evaluation, written, context);
  return unordered === undefined ? list : { ...list, unordered };
}

function listItem(evaluation: Evaluation, item: Value, context: Context): readonly Value[] {
  const rounds = item.kind === 'repeat' ? roundsOf(evaluation, item, context) : undefined;
  const tables = item.kind === 'spread' ? tablesOfRounds(evaluation, item, context) : undefined;
  if ((rounds ?? tables) !== undefined) return rounds ?? tables ?? [];
  const value = evaluation.evaluate(item, context);
  if (value.kind === 'spread' && value.value.kind === 'list') return value.value.items;
  // A list that nobody made yet has no items.
  if (value.kind === 'spread' && isNull(value.value)) return [];
  if (value.kind !== 'repeat' && value.kind !== 'optional') return [value];
  if (value.item.kind !== 'spread' || value.item.value.kind !== 'list') return [value];
  return value.item.value.items.map(inner => ({ ...value, item: inner }));
}

function recordEntry(evaluation: Evaluation, entry: Entry, context: Context): readonly Entry[] {
  const { computed, at } = entry;
  const named = computed && evaluation.evaluate(computed.key, context);
  const keys = named === undefined ? [] : (named.kind === 'choice' ? named.options : [named]).map(plainText);
  const known = keys.flatMap(key => key ?? []);
  if (computed !== undefined && known.length > 0 && known.length === keys.length) {
    const held = evaluation.evaluate(computed.value, context);
    const records = known.map(key => ({ key, value: held, at }));
    // `{limit_name: 900}` with one of two names.
    return records.length === 1 ? records : [oneOfEntries(records, at)];
  }
  if (computed !== undefined) {
    const held = evaluation.evaluate(computed.value, context);
    return [held === computed.value ? entry : { ...entry, computed: { ...computed, value: held } }];
  }
  const repeat = entry.key === undefined && entry.value.kind === 'spread' ? entry.value.value : undefined;
  const rounds = repeat?.kind === 'repeat' ? roundsOf(evaluation, repeat, context) : undefined;
  if (rounds !== undefined)
    return rounds.flatMap(each => (each.kind === 'record' ? each.entries : [{ value: { kind: 'spread', at, value: each }, at }]));
  const value = evaluation.evaluate(entry.value, context);
  const spread = entry.key === undefined && value.kind === 'spread' ? value : undefined;
  const inner = spread?.value.kind === 'record' ? (spread.filled ? filledOf(spread.value.entries) : spread.value.entries) : undefined;
  return inner === undefined || inner.some(each => each.removed) ? [value === entry.value ? entry : { ...entry, value }] : inner;
}

/** The object whose member is read, by the branches around and before. */
function objectRead(evaluation: Evaluation, member: ValueOf<'member'>, context: Context): Value {
  return rowsNotRuledOut(evaluation, member, evaluation.evaluate(member.object, context), context);
}

/** What a variable or a field is where it is read, by the branches around and before it. */
function asRead(evaluation: Evaluation, read: ValueOf<'name'> | ValueOf<'member'>, found: Value, context: Context): Value {
  const there = askedFor(evaluation, read, behindGuards(evaluation, read, found), context);
  return notRuledOut(evaluation, read, there, context);
}

/** `p.renderer`, `self.p.renderer`, where much else is set on `p`. */
function fieldAlone(evaluation: Evaluation, member: ValueOf<'member'>, context: Context): Value | undefined {
  const object = ofPart(evaluation, member.object, [member.key], context);
  const found = object && memberOf(evaluation, member, object, context);
  // A method of the object as it is now: what was set on it counts.
  return found?.kind === 'member' ? undefined : found;
}

/** An object to somebody who reads only that part of it; undefined where all that is set on it has to do with that. */
function ofPart(evaluation: Evaluation, written: Value, path: readonly [string, ...string[]], context: Context): Value | undefined {
  if (written.kind === 'name') return resolveForPart(evaluation, written, path, context);
  if (written.kind !== 'member') return undefined;
  const own = ownFieldFor(evaluation, written, path[0], context);
  if (own !== undefined) return own;
  const object = ofPart(evaluation, written.object, [written.key, ...path], context);
  const found = object && memberOf(evaluation, written, object, context);
  return found === undefined || found.kind === 'member' ? undefined : asRead(evaluation, written, found, context);
}

function listOf(list: ValueOf<'list'>, items: readonly Value[]): ValueOf<'list'> {
  return isSame(items, list.items) ? list : { ...list, items };
}

function recordOf(record: ValueOf<'record'>, entries: readonly Entry[]): ValueOf<'record'> {
  return isSame(entries, record.entries) ? record : { ...record, entries };
}
