import { callsByShape, mayTellByShape } from '../sdks/by-shape';
import { goesWhereCallersSay } from '../sdks/passed-address';
import { matchSdk, mayBeClientsCall, mayBeOfPassed } from '../sdks/receiver';
import type { SdkIndex } from '../sdks/sdk-index';
import type { CallPlace, CodeSummary } from '../source/summary';
import type { Call, Value, ValueOf } from '../source/values';
import { callsOfEach, oneOfCalls } from './alternatives';
import { AnswersElsewhere } from './answers-elsewhere';
import { evaluateArgs } from './arguments';
import { boundArguments } from './bound-arguments';
import { isMissed } from './cut-off';
import { spendDifferently } from './different-ways';
import { spentDirectly } from './direct-calls';
import { isDouble } from './doubles';
import { type Context, type Evaluation, NO_CONTEXT, usedIn, workedOut } from './evaluation';
import { CUT_SHORT, leftToCallers, NOTHING_SPENT, type Spending } from './found';
import { CUT, settled } from './grounds';
import { adapted, handedOver, handsOn, mayHandOver } from './handed-over';
import { implementedCalls } from './implementations';
import { keptMethodCalled } from './kept-methods';
import { callOnNamesake } from './namesakes';
import { overloadFor } from './overloads';
import { callsOnPassed } from './passed-objects';
import { isNamedLikeData, readsData } from './plain-methods';
import { isNull } from './plain-values';
import { runLater } from './run-later';
import { DEEPEST_INTERFACE, spentInFunction } from './spent-in-function';
import { isSuperConstructor } from './super';
import { isFromCaller } from './volatility';
import { Wrappers } from './wrappers';

/** Functions a call may pass through before it reaches an SDK. */
const DEEPEST_WRAPPER = 8;
/** Wrappers within which a choice of functions is still followed to each of them. */
const DEEPEST_CHOICE = 2;
const FEW_OBJECTS = 3;
/** What a callee is that the project has itself. */
const OWN: ReadonlySet<Value['kind']> = new Set(['function', 'choice', 'instance', 'self', 'class']);

/** Follows calls through the project's functions to the SDKs'. */
export class Spender {
  private readonly wrappers: Wrappers;
  /** What calls spend, by the wrappers passed through before them: it isn't followed any deeper than that allows. */
  private readonly known: AnswersElsewhere<Call, Spending>[] = [];
  /** The same, where no more was asked than whether callers decide about it. */
  private readonly knownBriefly: AnswersElsewhere<Call, Spending>[] = [];

  constructor(
    private readonly evaluation: Evaluation,
    private readonly sdks: SdkIndex,
  ) {
    this.wrappers = new Wrappers(evaluation, call => this.spendingOf(call, NO_CONTEXT, 0, true));
  }

  /** `depth`: wrappers passed through to get to the call. `briefly`: of what callers decide about, the first that is found will do. */
  spendingOf(call: Call, context: Context, depth = 0, briefly = false): Spending {
    if (readsData(call) || isSuperConstructor(call)) return NOTHING_SPENT;
    const { evaluation, wrappers } = this;
    const deciding = evaluation.deciding.length;
    const known = answersAt(briefly ? this.knownBriefly : this.known, depth);
    const before = known.find(call, context, deciding) ?? (briefly ? this.known[depth]?.find(call, context, deciding) : undefined);
    if (before !== undefined) return usedIn(evaluation, context, before);
    if (!evaluation.takeStep()) {
      evaluation.records.restOn(CUT);
      return NOTHING_SPENT;
    }
    const open = wrappers.openAnswers();
    const kept = workedOut(evaluation, context, () => this.follow(call, context, depth, briefly));
    // What functions contain that call each other isn't settled before all of them were looked into.
    if (open === wrappers.openAnswers()) known.keep(call, kept, deciding);
    return usedIn(evaluation, context, kept);
  }

  /** Undefined: by its name the call does nothing but handle data, and its object doesn't soon turn out to be the project's own. */
  private calleeOf(call: Call, context: Context): Value | undefined {
    const { evaluation, sdks } = this;
    const { callee } = call;
    if (callee.kind !== 'member' || !isNamedLikeData(callee) || sdks.mayCall(callee) || mayHandOver(call, sdks.callNames))
      return evaluation.evaluate(callee, context);
    const kept = evaluation.sparingly(() => workedOut(evaluation, context, () => evaluation.evaluate(callee, context)));
    const { grounds } = kept;
    const isCut = grounds.holds === 'cut' || grounds.holds === 'open';
    const named = usedIn(evaluation, context, { ...kept, grounds: isCut ? settled(grounds) : grounds });
    return isCut ? undefined : named;
  }

  private follow(call: Call, context: Context, depth: number, briefly: boolean): Spending {
    const { evaluation } = this;
    const own = () => evaluateArgs(evaluation, call.args, context);
    const named = this.calleeOf(call, context);
    if (named === undefined) return NOTHING_SPENT;
    const evaluated = named.kind === 'choice' ? overloadFor(evaluation, named, own) : named;
    const partial = evaluated.kind === 'call' ? boundArguments(evaluated, own) : undefined;
    const callee = partial?.callee ?? adapted(evaluated) ?? evaluated;
    const args = () => partial?.args ?? own();
    const direct = matchSdk(evaluation, callee, args, context, this.sdks, call.at);
    const mayHand = direct.length === 0 && callee.kind !== 'function' && mayHandOver(call, this.sdks.callNames);
    const handed = mayHand ? handedOver(evaluation, args(), context, this.sdks) : undefined;
    const traced = handed === undefined ? direct : matchSdk(evaluation, handed.callee, () => handed.args, context, this.sdks, call.at);
    const byShape = traced.length === 0 && callee.kind !== 'function' && mayTellByShape(call, this.sdks);
    const matches = byShape ? callsByShape(evaluation, call, args, context, this.sdks) : traced;
    if (matches.length > 0) return spentDirectly(evaluation, { call, callee, args, matches, byShape, briefly }, this.sdks);
    if (goesWhereCallersSay(callee, args, this.sdks)) return { ...NOTHING_SPENT, open: true };
    const called = callee.kind === 'function' ? undefined : callOfObject(evaluation, call, callee, context);
    if (called !== undefined) return this.follow(called, context, depth, briefly);
    const later = callee.kind === 'function' ? undefined : runLater(evaluation, call, callee, context);
    if (later !== undefined) return this.follow(later, context, depth, briefly);
    const method = keptMethodCalled(evaluation, call, context);
    if (method !== undefined) return this.follow(method, context, depth, briefly);
    if (call.callee.kind === 'member' && isDouble(evaluation.evaluate(call.callee.object, context))) return NOTHING_SPENT;
    const implemented = implementedCalls(evaluation, call, context);
    const ofPassed = () => call.callee.kind === 'member' && isPassed(evaluation.evaluate(call.callee.object, context));
    // A store that one of many implementations fills by embeddings is no call of a model.
    const isMost = (spenders: number) => implemented.isModel || spenders * 2 >= implemented.calls.length;
    if (depth >= DEEPEST_INTERFACE && implemented.calls.length > 0 && !this.endThere(implemented.calls, context)) {
      const leading = implemented.calls.filter(one => this.wrappers.leadOn(evaluation.evaluate(one.callee, context)));
      if (leading.length > 0 && (isMost(leading.length) || ofPassed())) return this.byOneOf(leading, call, context, depth, briefly);
    } else if (implemented.calls.length > 0) {
      const each = implemented.calls.map(one => this.spendingOf(one, context, depth, briefly));
      const { found, open, own, cut } = oneOfCalls(each, implemented.all);
      const spenders = each.filter(one => one.found.length > 0 || one.own).length;
      const mostSpend = isMost(spenders);
      // Whoever passes the object decides, whatever other implementations do; but where those in sight send nothing, the others hardly do.
      const mayBeOther = !implemented.all && (implemented.isModel || spenders > 0);
      const isLeft = (cut || mayBeOther) && ofPassed();
      return { found: mostSpend ? found : [], open: open || found.length > 0 || isLeft, own };
    }
    if (callee.kind === 'param' && depth < DEEPEST_CHOICE) {
      const passed = callsOnPassed(evaluation, call, callee);
      // Whether it spends at all is what callers decide, so a brief answer says too little.
      const { found, own } = oneOfCalls(
        passed.calls.map(one => this.spendingOf(one, context, depth)),
        passed.all,
      );
      if (found.length > 0) return leftToCallers({ found, open: true, own });
      const namesake = passed.calls.length > 0 ? undefined : callOnNamesake(evaluation, call, callee);
      if (namesake !== undefined) return this.follow(namesake, context, depth, briefly);
    }
    if (callee.kind === 'member' && mayBeOfPassed(callee, this.sdks)) return { ...NOTHING_SPENT, open: true };
    if (callee.kind === 'param') return { ...NOTHING_SPENT, open: mayBeClientsCall(callee, this.sdks) || handsOn(call) };
    const which = callee.kind === 'choice' ? this.byEach(callee, call, context, depth, briefly) : undefined;
    if (which !== undefined) return which;
    if (isMissed(call, callee)) evaluation.missCall();
    if (callee.kind !== 'function' || depth >= DEEPEST_WRAPPER) {
      if (!this.wrappers.leadOn(callee)) return NOTHING_SPENT;
      const ways = callee.kind === 'choice' ? callsOfEach(evaluation, call, callee, context) : [];
      const leading = ways.filter(one => this.wrappers.leadOn(evaluation.evaluate(one.callee, context)));
      return this.byOneOf(leading, call, context, depth, briefly);
    }
    const written = partial === undefined ? call.args : undefined;
    const entered = { call, callee, args, written, context, depth, briefly };
    return spentInFunction(evaluation, this.wrappers, entered, (...inner) => this.spendingOf(...inner));
  }

  /** What a call of one of several functions spends, unless they are too many to be followed from here. */
  private byEach(callee: ValueOf<'choice'>, call: Call, context: Context, depth: number, briefly: boolean): Spending | undefined {
    const { evaluation } = this;
    const areFew = isOfFewObjects(call, callee);
    if (depth >= (areFew ? DEEPEST_WRAPPER : DEEPEST_CHOICE)) return undefined;
    // One whose object is again a choice (its field is) is as open as the whole.
    const single = callsOfEach(evaluation, call, callee, context).filter(one => evaluation.evaluate(one.callee, context).kind !== 'choice');
    if (depth >= DEEPEST_INTERFACE && !this.endThere(single, context)) return undefined;
    const { byCaller } = callee;
    const each = single.map(one => this.spendingOf(one, context, depth, briefly && byCaller === undefined));
    const which = oneOfCalls(
      each,
      // `handler or Handler()`: what a caller may pass instead is not known, as with any parameter that has a default. On nothing no call is made.
      callee.options.every(
        option => option.kind === 'function' || isNull(option) || (option.kind === 'param' && option.type === undefined),
      ),
    );
    return byCaller !== undefined && spendDifferently(each, byCaller) ? leftToCallers(which) : which;
  }

  /** Whether calls mean functions that ask a package themselves: following each of a few multiplies no ways. */
  private endThere(calls: readonly Call[], context: Context): boolean {
    if (calls.length > FEW_OBJECTS) return false;
    return calls.every(({ callee }) => {
      const fn = this.evaluation.evaluate(callee, context);
      const inside = fn.kind === 'function' ? this.wrappers.callsIn(fn).places : [];
      return inside.every(({ call }) => !OWN.has(this.evaluation.evaluate(call.callee, NO_CONTEXT).kind));
    });
  }

  /** What a call spends that leads to a model in one of some ways, which are too many to be followed each from here. */
  private byOneOf([first]: readonly Call[], { callee }: Call, context: Context, depth: number, briefly: boolean): Spending {
    // Whoever passes the object says which of them it is, and for them it isn't too deep.
    const isLeft = callee.kind === 'member' && isPassed(this.evaluation.evaluate(callee.object, context));
    if (isLeft) return { ...NOTHING_SPENT, open: true };
    if (first === undefined || depth >= DEEPEST_WRAPPER) return CUT_SHORT;
    const { found, ...spending } = oneOfCalls([this.spendingOf(first, context, depth, briefly)], false);
    return { ...spending, found: found.map(each => ({ ...each, oneOfMany: true as const })) };
  }

  /** Whether callers of the function that a call stands in decide that it is this one that is made. */
  isChosen({ scopes }: CodeSummary, { scope, call: { at } }: CallPlace): boolean {
    const within = scopes[scope];
    if (within?.kind !== 'function' || !within.blocks.some(({ condition }) => condition !== undefined)) return false;
    const { places, chosen } = this.wrappers.callsIn({ kind: 'function', at, scope });
    return chosen === true && places.some(({ call }) => call.at.start === at.start);
  }
}

function answersAt(all: AnswersElsewhere<Call, Spending>[], depth: number): AnswersElsewhere<Call, Spending> {
  const known = all[depth] ?? new AnswersElsewhere();
  all[depth] = known;
  return known;
}

/** `client.ask(…)` on one of two or three objects that are in sight: as few as those that implement an interface. */
function isOfFewObjects({ callee: { kind } }: Call, { options }: ValueOf<'choice'>): boolean {
  return kind === 'member' && options.length <= FEW_OBJECTS && options.every(option => option.kind === 'function' || isNull(option));
}

function isPassed(object: Value): boolean {
  return object.kind === 'choice' ? object.options.some(isPassed) : isFromCaller(object);
}

/** `llm(prompt)` of an object of the project whose class has a `__call__` (Python), as the call of that method. */
function callOfObject(evaluation: Evaluation, call: Call, callee: Value, context: Context): Call | undefined {
  const isObject = callee.kind === 'instance' || callee.kind === 'self' || (callee.kind === 'param' && callee.type?.kind === 'class');
  if (!isObject || evaluation.codeOf(call.at.uri)?.language !== 'python') return undefined;
  const method: Value = { kind: 'member', at: call.callee.at, object: call.callee, key: '__call__' };
  return evaluation.evaluate(method, context).kind === 'function' ? { ...call, callee: method } : undefined;
}
