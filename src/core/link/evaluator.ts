import { WithoutFrames } from '../request/without-frames';
import type { CodeSummary } from '../source/summary';
import type { Value } from '../source/values';
import { AnswersElsewhere, isWithin } from './answers-elsewhere';
import { Contexts } from './contexts';
import { TOO_INTRICATE } from './cut-off';
import { Decisions } from './decisions';
import { createEditedFile } from './edited-file';
import { type Context, type Evaluation, type KeptInContext, type KnownPackages, NO_CONTEXT, usedIn, workedOut } from './evaluation';
import { CUT, circleOf, closed, type Grounds, leftOpen } from './grounds';
import { hole } from './hole';
import { labelOf } from './labels';
import type { SummaryStore } from './linked';
import { createLinkMemory, type LinkMemory } from './memory';
import { createModules } from './modules';
import { createRecords } from './records';
import { reduce } from './reduce';
import { inAnyContext, Reliances } from './reliance';
import { watchedLookup } from './watched-lookup';
import { MOST_PARTS } from './written-sizes';

/** Steps for one value, for one call site, and for all of a file; beyond them values stay holes, so that no input can hang the editor. */
const MOST_STEPS = 6_000;
export const MOST_STEPS_OF_SITE = 100_000;
export const MOST_STEPS_OF_FILE = 200_000;
/** What was given up for one caller is sooner given up for each other one, but not before these. */
const FEWEST_STEPS = 750;
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
  const elsewhere = new AnswersElsewhere<Value, Value>(active);
  const contexts = new Contexts();
  let steps = 0;
  /** The step at which the value at hand is given up. */
  let until = 0;
  let mostSteps = MOST_STEPS;
  /** How many it is given at most. */
  let given = MOST_STEPS;
  /** How often values were given up that were asked for by themselves. */
  const givenUp = new Map<Value, number>();
  let untilOfSite = MOST_STEPS_OF_SITE;
  let gaveUp = false;
  let ranOut = false;
  let depth = 0;
  /** The depth of what is asked for by itself, and the steps that were taken aside of it for such. */
  let floor = 0;
  let aside = 0;

  const records = createRecords(store, memory);
  const reliances = new Reliances();
  const edited = createEditedFile(root, records.restOn);
  const evaluation: Evaluator = {
    ...createModules(records, packages.isPackage, memory.lookup, () => evaluation),
    ...packages,
    root: root?.uri,
    deciding: [],
    decisions: new Decisions(active),
    records,
    reliances,
    withoutFrames: new WithoutFrames(),
    edited,
    lookup: root?.passages === undefined ? memory.lookup : watchedLookup(memory.lookup, root, edited),
    evaluate,
    within: (context, key, make) => contexts.within(evaluation, context, key, make),
    entered: (outer, frame) => contexts.entered(outer, frame),
    once,
    steps: () => steps,
    takeStep,
    sparingly,
    briefly,
    byItself,
    missCall: () => {
      ranOut = true;
    },
    isOutOfSteps: () => steps >= untilOfSite,
    startSite: () => {
      untilOfSite = Math.min(steps + MOST_STEPS_OF_SITE, MOST_STEPS_OF_FILE);
    },
    exhausted: () => ranOut,
  };
  return evaluation;

  function evaluate(value: Value, within: Context): Value {
    const context = within.length === 0 ? NO_CONTEXT : within;
    edited.lookAt(value.at);
    if (value.kind === 'text' || value.kind === 'scalar' || value.kind === 'hole') return value;
    if (value.kind === 'class' && value.receiver === undefined && context.length === 0) return value;
    const before = known.get(context)?.get(value);
    if (before !== undefined && (isWithin(before, active) || before.times > MOST_TIMES)) return used(before, context);
    const same = elsewhere.find(value, context, evaluation.deciding.length) ?? inAnyContext(records.recallEverywhere(value));
    if (same !== undefined) {
      keep(context, value, same, 1);
      return used(same, context);
    }
    if (depth === floor) {
      given = Math.min(mostSteps, Math.max(FEWEST_STEPS, MOST_STEPS / 2 ** (givenUp.get(value) ?? 0)));
      until = steps - aside + given;
      gaveUp = false;
    }
    const from = steps - aside;
    if (!takeStep() || steps - aside > until || depth > DEEPEST) {
      gaveUp = true;
      records.restOn(CUT);
      return hole(value.at, labelOf(value), TOO_INTRICATE);
    }
    depth += 1;
    const kept = workedOut(evaluation, context, () => reliances.canonical.of(value, readable(value, reduce(evaluation, value, context))));
    depth -= 1;
    used(kept, context);
    // What lacks a part for want of steps may be had in full when it is asked for by itself, unless it took most of them alone.
    const isCut = gaveUp && mayLackSteps(kept.grounds);
    if (isCut && depth === floor && mostSteps === MOST_STEPS) givenUp.set(value, (givenUp.get(value) ?? 0) + 1);
    if (isCut && (mostSteps < MOST_STEPS || steps - aside - from < given / 2)) return kept.answer;
    keep(context, value, kept, (before?.times ?? 0) + 1);
    if (!isCut) elsewhere.keep(value, kept, evaluation.deciding.length);
    if (!isCut && steps - aside - from > FEW_STEPS && hangsOnNothing(kept))
      records.keepEverywhere(value, { answer: kept.answer, grounds: kept.grounds });
    return kept.answer;
  }

  /** The same for everyone who asks, so it hangs on nothing. */
  function readable(asked: Value, answer: Value): Value {
    return memory.lookup.sizes.of(answer) > MOST_PARTS ? hole(asked.at, labelOf(asked), TOO_INTRICATE) : answer;
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

  function briefly<T>(most: number, work: () => T): T | undefined {
    const around = { until, mostSteps, gaveUp };
    until = Math.min(until, steps - aside + most);
    mostSteps = most;
    gaveUp = false;
    try {
      const { answer, grounds } = records.apart(work);
      const isLeft = gaveUp && mayLackSteps(grounds) && steps - aside <= around.until;
      records.restOn(isLeft ? leftOpen(grounds) : grounds);
      gaveUp = around.gaveUp || (gaveUp && !isLeft);
      return isLeft ? undefined : answer;
    } finally {
      until = around.until;
      mostSteps = around.mostSteps;
    }
  }

  function byItself<T>(context: Context, work: () => T): KeptInContext<T> {
    const around = { until, given, mostSteps, gaveUp, floor, aside, from: steps };
    const busy = [...active];
    const deciding = evaluation.deciding.splice(0);
    active.clear();
    mostSteps = MOST_STEPS;
    floor = depth;
    try {
      return workedOut(evaluation, context, work);
    } finally {
      ({ until, given, mostSteps, gaveUp, floor } = around);
      aside = around.aside + steps - around.from;
      for (const key of busy) active.add(key);
      evaluation.deciding.push(...deciding);
    }
  }

  function used<T>(kept: KeptInContext<T>, context: Context): T {
    return usedIn(evaluation, context, kept);
  }

  function keep(context: Context, value: Value, kept: KeptInContext<Value>, times: number): void {
    const { answer, grounds, reliance } = kept;
    let inContext = known.get(context);
    if (inContext === undefined) {
      inContext = new Map();
      known.set(context, inContext);
    }
    inContext.set(value, { answer, grounds, reliance, times });
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

/** Of what was worked out after something was given up, all that hangs on that. */
function mayLackSteps({ holds }: Grounds): boolean {
  return holds === 'cut' || holds === 'now';
}

function hangsOnNothing({ grounds, reliance: { looks, cutShort } }: KeptInContext<Value>): boolean {
  return grounds.holds === 'always' && looks.size === 0 && !cutShort;
}
