import type { CodeSummary } from '../source/summary';
import { type CallFrame, type Entry, NOT_HELD, type Value, type ValueOf } from '../source/values';
import { AnswersElsewhere } from './answers-elsewhere';
import { evaluateArgs } from './arguments';
import { evaluateCall } from './calls';
import { canonical } from './canonical';
import { decideIn } from './conditions';
import { createEditedFile } from './edited-file';
import { elementOf, roundsOf, unorderedIn } from './elements';
import {
  type Context,
  choose,
  type Evaluation,
  hole,
  isNull,
  isSame,
  type KeptInContext,
  type KnownPackages,
  NO_CONTEXT,
  plainText,
  usedIn,
  workedOut,
} from './evaluation';
import { CUT, circleOf, closed } from './grounds';
import { withFrames } from './invoke';
import { labelOf } from './labels';
import type { SummaryStore } from './linked';
import { indexOf, memberOf } from './members';
import { createLinkMemory, type LinkMemory } from './memory';
import { listOrRecord, withoutRemoved } from './merging';
import { createModules } from './modules';
import { resolveName } from './names';
import { objectItself } from './object-itself';
import { knownSelf } from './objects';
import { operate } from './operations';
import { createRecords } from './records';
import { inAnyContext, Reliances } from './reliance';
import { memberOfSuper, superOf } from './super';
import { tested } from './tests';
import { watchedLookup } from './watched-lookup';

/** Steps for one value, for one call site, and for all of a file; beyond them values stay holes, so that no input can hang the editor. */
const MOST_STEPS = 10_000;
export const MOST_STEPS_OF_SITE = 100_000;
export const MOST_STEPS_OF_FILE = 150_000;
const DEEPEST = 200;
/** For one value that most likely tells nothing. */
const MOST_STEPS_SPARED = 100;
/** What is sooner worked out again than kept for other links. */
const FEW_STEPS = 20;
/** A value that was found within a circle is worked out again from outside of it. */
const MOST_TIMES = 3;

export interface Evaluator extends Evaluation {
  /** Values reduced so far: what the work grows with. */
  steps(): number;
  /** What is evaluated from here on is for another call site. */
  startSite(): void;
  /** The file or a call in it needs more steps than are taken: calls may have been missed. */
  exhausted(): boolean;
}

/**
 * One evaluator serves one link of one file. `packages`: the SDKs', which are never files of the project. `root`: the file, where
 * account is to be kept of what answers rest on in it.
 */
export function createEvaluator(
  store: SummaryStore,
  packages: KnownPackages,
  memory: LinkMemory = createLinkMemory(),
  root?: CodeSummary,
): Evaluator {
  /** Definitions being worked on. */
  const active = new Set<string>();
  /**
   * What a value is in a context, and how often it was worked out. Of definitions that need each other, the one that was asked for
   * first is said in full, the others as seen from it. They are looked at again from elsewhere, but not from everywhere, which would
   * take forever.
   */
  const known = new Map<Context, Map<Value, KeptInContext<Value> & { readonly times: number }>>();
  const elsewhere = new AnswersElsewhere<Value, Value>();
  const calls = new Map<Context, Map<string, Context[]>>();
  const contexts = new Map<Context, Map<Value | string, KeptInContext<Context>>>();
  let steps = 0;
  /** The step at which the value at hand is given up. */
  let until = 0;
  let mostSteps = MOST_STEPS;
  let untilOfSite = MOST_STEPS_OF_SITE;
  let gaveUp = false;
  let ranOut = false;
  let depth = 0;

  const records = createRecords(store, memory);
  const reliances = new Reliances();
  const edited = createEditedFile(root, records.restOn);
  const evaluation: Evaluator = {
    ...createModules(records, packages.isPackage, memory.lookup, () => evaluation),
    ...packages,
    deciding: [],
    decisions: new Map(),
    records,
    reliances,
    edited,
    lookup: root?.passages === undefined ? memory.lookup : watchedLookup(memory.lookup, root, edited),
    evaluate,
    within,
    entered,
    once,
    steps: () => steps,
    takeStep,
    sparingly,
    isOutOfSteps: () => steps >= untilOfSite,
    startSite: () => {
      untilOfSite = Math.min(steps + MOST_STEPS_OF_SITE, MOST_STEPS_OF_FILE);
    },
    exhausted: () => ranOut,
  };
  return evaluation;

  function evaluate(value: Value, given: Context): Value {
    const context = given.length === 0 ? NO_CONTEXT : given;
    edited.lookAt(value.at);
    if (value.kind === 'text' || value.kind === 'scalar' || value.kind === 'hole') return value;
    if (value.kind === 'class' && context.length === 0) return value;
    const before = known.get(context)?.get(value);
    if (before !== undefined && (isWithin(before) || before.times > MOST_TIMES)) return used(before, context);
    const same = elsewhere.find(value, context) ?? inAnyContext(records.recallEverywhere(value));
    if (same !== undefined) {
      keep(context, value, same, 1);
      return used(same, context);
    }
    if (depth === 0) {
      until = steps + mostSteps;
      gaveUp = false;
    }
    const from = steps;
    if (!takeStep() || steps > until || depth > DEEPEST) {
      gaveUp = true;
      records.restOn(CUT);
      return hole(value.at, labelOf(value), 'too intricate to follow');
    }
    depth += 1;
    const kept = workedOut(evaluation, context, () => canonical(memory.lookup.same, value, reduce(value, context)));
    depth -= 1;
    used(kept, context);
    // What lacks a part for want of steps may be had in full when it is asked for by itself, unless it took most of them alone.
    if (gaveUp && steps - from < mostSteps / 2) return kept.answer;
    keep(context, value, kept, (before?.times ?? 0) + 1);
    if (!gaveUp) elsewhere.keep(value, kept);
    if (!gaveUp && steps - from > FEW_STEPS && hangsOnNothing(kept))
      records.keepEverywhere(value, { answer: kept.answer, grounds: kept.grounds });
    return kept.answer;
  }

  function takeStep(): boolean {
    steps += 1;
    ranOut ||= steps > untilOfSite;
    return steps <= untilOfSite;
  }

  function sparingly<T>(work: () => T): T {
    const before = mostSteps;
    mostSteps = MOST_STEPS_SPARED;
    try {
      return work();
    } finally {
      mostSteps = before;
    }
  }

  function used<T>(kept: KeptInContext<T>, context: Context): T {
    return usedIn(evaluation, context, kept);
  }

  function keep(context: Context, value: Value, kept: KeptInContext<Value>, times: number): void {
    const inContext = known.get(context);
    if (inContext === undefined) known.set(context, new Map([[value, { ...kept, times }]]));
    else inContext.set(value, { ...kept, times });
  }

  /** Whether an answer is asked for within all that it came upon, so that it would be the same again. */
  function isWithin({ grounds: { circles } }: KeptInContext<Value>): boolean {
    for (const key of circles) if (!active.has(key)) return false;
    return true;
  }

  function reduce(value: Value, context: Context): Value {
    switch (value.kind) {
      case 'name': {
        const self = superOf(evaluation, value);
        return self === undefined ? resolveName(evaluation, value, context) : knownSelf(evaluation, self, context);
      }
      case 'self':
        return knownSelf(evaluation, value, context);
      case 'function':
      case 'class':
        return withFrames(evaluation, value, context);
      case 'member':
        return memberOfSuper(evaluation, value, context) ?? memberOf(evaluation, value, evaluate(value.object, context), context);
      case 'index':
        return indexOf(evaluation, value, evaluate(value.object, context), evaluate(value.key, context), context);
      case 'call': {
        const self = superOf(evaluation, value);
        return self === undefined ? evaluateCall(evaluation, value, context) : knownSelf(evaluation, self, context);
      }
      case 'operation':
        return operate(value, evaluate(value.left, context), evaluate(value.right, context));
      case 'template':
        return withParts(value, value.parts, context, parts => ({ ...value, parts }));
      case 'list':
        return listFrom(
          value,
          value.items.flatMap(item => listItem(item, context)),
          context,
        );
      case 'record':
        return recordOf(value, withoutRemoved(value.entries.flatMap(entry => recordEntry(entry, context))));
      case 'choice':
        return oneOf(value, context);
      case 'test':
        return tested(
          evaluation,
          value,
          value.operands.map(operand => evaluate(operand, context)),
        );
      case 'repeat':
        return { kind: 'repeat', at: value.at, item: evaluate(value.item, context) };
      case 'optional':
        return withParts(value, [value.item], context, ([item = value.item]) => ({ ...value, item }));
      case 'element':
        return elementOf(evaluation, value, context);
      case 'spread':
        return withParts(value, [value.value], context, ([inner = value.value]) => ({ ...value, value: inner }));
      case 'instance': {
        const args = evaluateArgs(evaluation, value.args, context);
        return args === value.args ? value : { ...value, args };
      }
      default:
        return value;
    }
  }

  /** What is evaluated already stays the same value: other answers are found by it. */
  function withParts(whole: Value, parts: readonly Value[], context: Context, rebuild: (parts: readonly Value[]) => Value): Value {
    const after = parts.map(part => evaluate(part, context));
    return isSame(after, parts) ? whole : rebuild(after);
  }

  function oneOf(value: ValueOf<'choice'>, context: Context): Value {
    const options = likelyOptions(value, context).map(option => evaluate(option, context));
    const chosen = choose(value.at, options);
    const isUnchanged = chosen.kind === 'choice' && value.condition === undefined && isSame(chosen.options, value.options);
    return isUnchanged ? value : chosen;
  }

  function likelyOptions({ options, condition }: ValueOf<'choice'>, context: Context): readonly Value[] {
    const holds = condition === undefined ? undefined : decideIn(evaluation, context)(condition);
    if (holds === undefined) return options;
    const [option] = options.slice(holds ? 0 : 1);
    // What doesn't hold is nothing, be it false, null or an empty text.
    if (option?.kind === 'hole' && option.reason === NOT_HELD) return [{ kind: 'scalar', at: option.at, value: null }];
    return option === undefined ? options : [option];
  }

  function listFrom(written: ValueOf<'list'>, items: readonly Value[], context: Context): Value {
    return objectItself(evaluation, written, items, context) ?? listOrRecord(withOrder(listOf(written, items), written, context));
  }

  function withOrder(list: ValueOf<'list'>, written: ValueOf<'list'>, context: Context): ValueOf<'list'> {
    const unordered = unorderedIn(evaluation, written, context);
    return unordered === undefined ? list : { ...list, unordered };
  }

  function listItem(item: Value, context: Context): readonly Value[] {
    const rounds = item.kind === 'repeat' ? roundsOf(evaluation, item, context) : undefined;
    if (rounds !== undefined) return rounds;
    const value = evaluate(item, context);
    if (value.kind === 'spread' && value.value.kind === 'list') return value.value.items;
    // A list that nobody made yet has no items.
    if (value.kind === 'spread' && isNull(value.value)) return [];
    if (value.kind !== 'repeat' && value.kind !== 'optional') return [value];
    if (value.item.kind !== 'spread' || value.item.value.kind !== 'list') return [value];
    return value.item.value.items.map(inner => ({ ...value, item: inner }));
  }

  function recordEntry(entry: Entry, context: Context): readonly Entry[] {
    const { computed, at } = entry;
    const key = computed === undefined ? undefined : plainText(evaluate(computed.key, context));
    if (computed !== undefined && key !== undefined) return [{ key, value: evaluate(computed.value, context), at }];
    const value = evaluate(entry.value, context);
    const inner = entry.key === undefined && value.kind === 'spread' && value.value.kind === 'record' ? value.value.entries : undefined;
    return inner === undefined || inner.some(each => each.removed) ? [value === entry.value ? entry : { ...entry, value }] : inner;
  }

  function within(context: Context, key: Value | string, make: () => Context): Context {
    let inContext = contexts.get(context);
    if (inContext === undefined) {
      inContext = new Map();
      contexts.set(context, inContext);
    }
    let kept = inContext.get(key);
    if (kept === undefined) {
      kept = workedOut(evaluation, context, make);
      inContext.set(key, kept);
    }
    return used(kept, context);
  }

  function entered(outer: Context, frame: CallFrame): Context {
    const key = `${frame.uri}#${frame.scope}`;
    let inContext = calls.get(outer);
    if (inContext === undefined) {
      inContext = new Map();
      calls.set(outer, inContext);
    }
    const before = inContext.get(key)?.find(context => isSameCall(context[context.length - 1], frame));
    if (before !== undefined) return before;
    const context = [...outer, frame];
    inContext.set(key, [...(inContext.get(key) ?? []), context]);
    return context;
  }

  function once<T>(key: string, work: () => T): T | undefined {
    if (active.has(key)) {
      records.restOn(circleOf(key));
      return undefined;
    }
    active.add(key);
    try {
      const { answer, grounds } = records.apart(work);
      records.restOn(closed(grounds, key));
      return answer;
    } finally {
      active.delete(key);
    }
  }
}

function hangsOnNothing({ grounds, reliance: { looks, cutShort } }: KeptInContext<Value>): boolean {
  return grounds.holds === 'always' && looks.size === 0 && !cutShort;
}

function isSameCall(one: CallFrame | undefined, other: CallFrame): boolean {
  if (one === undefined || one.self !== other.self || one.params.size !== other.params.size) return false;
  for (const [name, value] of one.params) if (other.params.get(name) !== value) return false;
  return true;
}

function listOf(list: ValueOf<'list'>, items: readonly Value[]): ValueOf<'list'> {
  return isSame(items, list.items) ? list : { ...list, items };
}

function recordOf(record: ValueOf<'record'>, entries: readonly Entry[]): ValueOf<'record'> {
  return isSame(entries, record.entries) ? record : { ...record, entries };
}
