import type { CallPlace, CodeSummary } from '../source/summary';
import type { Call, Value, ValueOf } from '../source/values';
import { canBeTold } from './can-be-told';
import { chosenCalls } from './chosen-calls';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { isLeftToCallers, type Spending } from './found';
import { CUT, type Grounds, NO_GROUNDS, settled } from './grounds';
import { leadsToPackage } from './leads-to-package';
import type { Kept } from './memory';

/** Functions that call each other, looked into at a time. */
const DEEPEST_CHAIN = 40;
/** How often a function is looked into that is too intricate. */
const MOST_TRIES = 2;

type FunctionValue = ValueOf<'function'>;

/** What stands inside of a function. */
interface Inside {
  /** The calls that its callers decide about. */
  readonly places: readonly CallPlace[];
  /** Others spend as well, whoever calls it. */
  readonly own: boolean;
  /** Callers choose which of them is made. */
  readonly chosen?: true;
}

const EMPTY: Inside = { places: [], own: false };

/** What was found out of a function so far. */
interface Finding {
  readonly owner: CodeSummary;
  readonly fn: FunctionValue;
  /** The calls, resting on what was looked at in the function itself. */
  found: Kept<Inside>;
  /** Functions that were asked about on the way. */
  readonly asks: Set<string>;
}

/** Finds the calls inside of project functions that their callers decide about. `spendingOf`: of a call in a function, whoever calls that. */
export class Wrappers {
  /** Settled: resting on all that the functions rest on which they ask about. */
  private readonly settled = new Map<string, Kept<Inside>>();
  private readonly unsettled = new Map<string, Finding>();
  /** Functions being looked into, and those of them that were asked for again in the meantime. */
  private readonly active = new Set<string>();
  private readonly askedAgain = new Set<string>();
  /** What the function being looked into asks about. */
  private asking: Set<string> | undefined;
  private isSettling = false;
  private open = 0;

  constructor(
    private readonly evaluation: Evaluation,
    private readonly spendingOf: (call: Call) => Spending,
  ) {}

  /** How many answers were given so far that were not settled. */
  openAnswers(): number {
    return this.open;
  }

  callsIn(fn: FunctionValue): Inside {
    const key = `${fn.at.uri}#${fn.scope}`;
    this.asking?.add(key);
    const known = this.settled.get(key);
    if (known !== undefined) return this.restingOn(known);
    const sofar = this.unsettled.get(key);
    if (sofar !== undefined) return this.unsettledYet(sofar.found.answer);
    const owner = this.evaluation.codeOf(fn.at.uri);
    if (owner === undefined || !leadsToPackage(this.evaluation, owner)) return EMPTY;
    const before = this.evaluation.records.recall<Inside>(owner, shareKey(fn));
    if (before !== undefined) {
      this.settled.set(key, before);
      return this.restingOn(before);
    }
    if (this.active.has(key)) {
      this.askedAgain.add(key);
      return this.unsettledYet(EMPTY);
    }
    if (this.active.size < DEEPEST_CHAIN) return this.lookInto(key, owner, fn);
    this.evaluation.records.restOn(CUT);
    return EMPTY;
  }

  /** Whether what is called, or one of what may be called, leads to a call that its callers decide about. */
  leadOn(callee: Value): boolean {
    if (callee.kind === 'choice') return callee.options.some(option => this.leadOn(option));
    return callee.kind === 'function' && this.callsIn(callee).places.length > 0;
  }

  private lookInto(key: string, owner: CodeSummary, fn: FunctionValue): Inside {
    const asks = new Set<string>();
    this.active.add(key);
    const found = this.decidedIn(owner, fn, asks);
    this.active.delete(key);
    this.askedAgain.delete(key);
    this.unsettled.set(key, { owner, fn, found, asks });
    if (this.askedAgain.size > 0 || this.isSettling) return this.unsettledYet(found.answer);
    this.settle();
    const settled = this.settled.get(key);
    return settled === undefined ? this.unsettledYet(found.answer) : this.restingOn(settled);
  }

  private decidedIn(owner: CodeSummary, fn: FunctionValue, asks: Set<string>): Kept<Inside> {
    const around = this.asking;
    this.asking = asks;
    try {
      return this.evaluation.records.apart(() => {
        const each = this.evaluation.lookup.callsRunBy(owner, fn.scope).map(place => ({ place, spending: this.spendingOf(place.call) }));
        const chosen = chosenCalls(this.evaluation, owner, each, NO_CONTEXT);
        const left = each.filter(one => isLeftToCallers(one.spending) || chosen.includes(one));
        const own = each.some(one => one.spending.own && !chosen.includes(one));
        if (!canBeTold(owner, fn.scope)) return { places: [], own: own || left.some(({ spending }) => spending.found.length > 0) };
        return { places: left.map(({ place }) => place), own, ...(chosen.length > 0 && { chosen: true }) };
      });
    } finally {
      this.asking = around;
    }
  }

  /** Functions that call each other were looked into before all of them were known: looks again until nothing is added. */
  private settle(): void {
    this.isSettling = true;
    for (let grows = this.unsettled.size > 1; grows; ) {
      grows = false;
      const before = this.unsettled.size;
      for (const finding of this.unsettled.values()) {
        const found = this.decidedIn(finding.owner, finding.fn, finding.asks);
        grows ||= isMore(found.answer, finding.found.answer) || this.unsettled.size > before;
        finding.found = found;
      }
    }
    this.isSettling = false;
    for (const [key, { owner, fn, found }] of this.unsettled) {
      const kept = { answer: found.answer, grounds: this.groundsOf(key) };
      this.settled.set(key, kept);
      if (this.isFinal(owner, fn, kept.grounds))
        this.evaluation.records.keep(owner, shareKey(fn), { ...kept, grounds: settled(kept.grounds) });
    }
    this.unsettled.clear();
  }

  /**
   * Values that need each other say less or more by where one starts; which calls are the callers' does not hang on it. A function that
   * is too intricate to be followed to the end is tried again by others, which start elsewhere, but not by all of them.
   */
  private isFinal(owner: CodeSummary, fn: FunctionValue, grounds: Grounds): boolean {
    if (grounds.holds !== 'cut' && grounds.holds !== 'open') return grounds.holds !== 'now';
    if (this.evaluation.isOutOfSteps()) return false;
    const { records } = this.evaluation;
    const tries = (records.recall<number>(owner, `tried ${fn.scope}`)?.answer ?? 0) + 1;
    if (tries >= MOST_TRIES) return true;
    records.keep(owner, `tried ${fn.scope}`, { answer: tries, grounds: settled(grounds) });
    return false;
  }

  /** All that a function and those that it asks about rest on. */
  private groundsOf(first: string) {
    const reached = new Set([first]);
    return this.evaluation.records.apart(() => {
      for (const key of reached) {
        const finding = this.unsettled.get(key);
        const settled = this.settled.get(key);
        if (finding === undefined) this.evaluation.records.restOn(settled?.grounds ?? NO_GROUNDS);
        else {
          this.evaluation.records.restOn(finding.found.grounds);
          for (const asked of finding.asks) reached.add(asked);
        }
      }
    }).grounds;
  }

  private unsettledYet(inside: Inside): Inside {
    this.open += 1;
    return inside;
  }

  private restingOn({ answer, grounds }: Kept<Inside>): Inside {
    this.evaluation.records.restOn(grounds);
    return answer;
  }
}

function isMore({ places, own }: Inside, before: Inside): boolean {
  return places.length > before.places.length || (own && !before.own);
}

function shareKey(fn: FunctionValue): string {
  return `wrapper ${fn.scope}`;
}
