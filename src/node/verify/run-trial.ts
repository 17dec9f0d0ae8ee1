import type { CallBound } from '../../core/verify/call-cost';
import { realUsd } from '../../core/verify/call-cost';
import type { TrialAnswer, TrialPair } from '../../core/verify/outcome';
import { createSpendLimit, type SpendLimit } from '../../core/verify/spend-limit';
import type { TrialPlan } from '../../core/verify/trial-plan';
import { type FilledMessage, fillTrial, type Sample } from '../../core/verify/trial-request';
import type { EndpointAnswer, FailureKind } from '../endpoint/endpoint';
import { type Gate, requestGate } from './request-gate';

/** Who is asked: today's model, the other one, or the judge. */
type TrialRole = 'today' | 'changed' | 'judge';

export interface TrialRun {
  readonly plan: TrialPlan;
  readonly samples: readonly Sample[];
  /** By sample. A side without bounds isn't billed by the token, as the editor's own models. */
  readonly bounds: Readonly<Record<'today' | 'changed', readonly CallBound[] | undefined>>;
  readonly limitUsd: number;
  readonly concurrency: number;
  ask(role: TrialRole, messages: readonly FilledMessage[], signal: AbortSignal): Promise<EndpointAnswer>;
  /** Asks whether the second answer is as good as the first; absent: nobody is asked. */
  readonly judge?: TrialJudge;
  readonly signal: AbortSignal;
  onProgress(progress: TrialProgress): void;
}

export interface TrialJudge {
  /** What is asked about two answers; undefined: they needn't be judged. */
  messages(sample: number, today: string, changed: string): readonly FilledMessage[] | undefined;
  bound(messages: readonly FilledMessage[]): Promise<CallBound | undefined>;
  usd(usage: NonNullable<Extract<TrialAnswer, { readonly text: string }>['usage']>): number | undefined;
  read(answer: string): boolean | undefined;
}

/** What a run cost so far. `isAtMost`: of some calls nobody said it, and they count with their worst case. */
export interface TrialSpend {
  readonly spentUsd: number;
  readonly isAtMost: boolean;
}

export interface TrialProgress extends TrialSpend {
  readonly done: number;
  readonly of: number;
}

export interface TrialOutcome extends TrialSpend {
  /** Of samples of which at least one request was sent, in their order. */
  readonly pairs: readonly TrialPair[];
  /** Why it ended before its end, as a sentence. */
  readonly stopped?: string;
}

/** What won't be otherwise for the next sample. */
const HOPELESS: readonly FailureKind[] = ['key', 'model', 'quota'];
/** As many of one side in a row, and the rest would fare no better. */
const FAILURES_IN_A_ROW = 3;
const MOST_RETRIES = 5;

/**
 * Sends both requests for each sample, some at a time. Before a call its worst case is set aside, so that what is spent and what is
 * under way together never exceed the limit. What was answered is kept, however it ends.
 */
export async function runTrial(run: TrialRun): Promise<TrialOutcome> {
  const limit = createSpendLimit(run.limitUsd);
  const ending = new AbortController();
  const signal = AbortSignal.any([run.signal, ending.signal]);
  const gate = requestGate(run.concurrency, signal);
  const pairs = new Map<number, TrialPair>();
  const spent = (): TrialSpend => ({ spentUsd: limit.spentUsd, isAtMost: calls.isSpentAtMost });
  let stopped: string | undefined;
  let done = 0;
  /** What is under way may end; nothing new begins. */
  let isEnding = false;
  const stop = (why: string) => {
    stopped ??= why;
    isEnding = true;
    gate.close();
  };
  const calls = new Calls(run, limit, gate, signal, (failure, kind, inARow) => {
    if (HOPELESS.includes(kind)) stop(failure);
    else if (inARow >= FAILURES_IN_A_ROW) stop(`${inARow} calls in a row failed, the last because: ${failure}`);
  });
  const one = async (sample: number): Promise<void> => {
    const values = run.samples[sample];
    if (values === undefined) return;
    const [today, changed] = await Promise.all((['today', 'changed'] as const).map(role => calls.answer(role, sample, values)));
    if (today === undefined || changed === undefined) return;
    const judged = 'text' in today && 'text' in changed ? await calls.judge(sample, today.text, changed.text) : undefined;
    pairs.set(sample, { sample, today, changed, ...(judged === undefined ? {} : { judged }) });
    done++;
    run.onProgress({ done, of: run.samples.length, ...spent() });
  };
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < run.samples.length && !isEnding && !run.signal.aborted) {
      const sample = next++;
      await one(sample);
      if (calls.isOutOfMoney) stop('The next call could exceed the limit.');
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(run.concurrency, run.samples.length)) }, worker));
  ending.abort();
  if (run.signal.aborted) stopped ??= 'It was cancelled.';
  const kept = [...pairs.values()].sort((a, b) => a.sample - b.sample);
  return { pairs: kept, ...spent(), ...(stopped === undefined ? {} : { stopped }) };
}

/** Makes the calls of a run, and keeps what they cost. */
class Calls {
  readonly #run: TrialRun;
  readonly #limit: SpendLimit;
  readonly #gate: Gate;
  readonly #signal: AbortSignal;
  readonly #failed: (failure: string, kind: FailureKind, inARow: number) => void;
  readonly #inARow: Record<TrialRole, number> = { today: 0, changed: 0, judge: 0 };
  isOutOfMoney = false;
  isSpentAtMost = false;

  constructor(
    run: TrialRun,
    limit: SpendLimit,
    gate: Gate,
    signal: AbortSignal,
    failed: (failure: string, kind: FailureKind, inARow: number) => void,
  ) {
    this.#run = run;
    this.#limit = limit;
    this.#gate = gate;
    this.#signal = signal;
    this.#failed = failed;
  }

  /** Undefined: it wasn't sent. */
  async answer(role: 'today' | 'changed', sample: number, values: Sample): Promise<TrialAnswer | undefined> {
    const { plan, bounds } = this.#run;
    const { request, facts } = plan[role];
    const bound = bounds[role]?.[sample];
    const usdOf: TrialJudge['usd'] = usage => realUsd(facts, usage);
    const answer = await this.#ask(role, fillTrial(request, values), bound, bounds[role] !== undefined, usdOf);
    if (answer === undefined || 'cancelled' in answer) return undefined;
    const paid = answer.usage === undefined ? {} : { usage: answer.usage, ...usdIn(usdOf(answer.usage)) };
    if ('answer' in answer) {
      const { answer: text, milliseconds, firstTokenMs } = answer;
      return { text, milliseconds, ...paid, ...(firstTokenMs === undefined ? {} : { firstTokenMs }) };
    }
    const { kind, failed, milliseconds } = answer;
    return isByTheModel(kind) ? { none: kind, milliseconds, ...paid } : { failed };
  }

  async judge(sample: number, today: string, changed: string): Promise<boolean | undefined> {
    const { judge } = this.#run;
    const messages = judge?.messages(sample, today, changed);
    if (judge === undefined || messages === undefined) return undefined;
    const bound = await judge.bound(messages);
    const answer = await this.#ask('judge', messages, bound, bound !== undefined, usage => judge.usd(usage));
    return answer !== undefined && 'answer' in answer ? judge.read(answer.answer) : undefined;
  }

  async #ask(
    role: TrialRole,
    messages: readonly FilledMessage[],
    bound: CallBound | undefined,
    isBilled: boolean,
    usdOf: TrialJudge['usd'],
  ): Promise<EndpointAnswer | undefined> {
    for (let attempt = 0; ; attempt++) {
      const worst = isBilled ? (bound?.worstUsd ?? Number.POSITIVE_INFINITY) : 0;
      if (!(await this.#reserve(worst))) return undefined;
      const answer = await this.#run.ask(role, messages, this.#signal);
      const cost = costOfAnswer(answer, usdOf);
      // What isn't known to be free counts with its worst case.
      this.#limit.settle(worst, cost ?? worst);
      this.isSpentAtMost ||= cost === undefined && worst > 0;
      this.#gate.leave();
      if (!('failed' in answer) || isByTheModel(answer.kind)) {
        this.#inARow[role] = 0;
        return answer;
      }
      const mayTryAgain = answer.kind === 'rate' && attempt < MOST_RETRIES;
      if (mayTryAgain && (await this.#gate.backOff(answer.retryAfterMs, attempt))) continue;
      // Who asks to wait for longer than anybody would says that a quota is used up.
      this.#failed(answer.failed, answer.kind === 'rate' ? 'quota' : answer.kind, ++this.#inARow[role]);
      return answer;
    }
  }

  /** Waits for calls under way where their worst case is what stands in the way, and for a place. */
  async #reserve(worstUsd: number): Promise<boolean> {
    while (!this.#limit.reserve(worstUsd)) {
      const mayFit = this.#limit.fits(worstUsd) && this.#limit.isWaiting;
      if (!mayFit) this.isOutOfMoney = true;
      if (!mayFit || !(await this.#gate.untilOneLeaves())) return false;
    }
    if (await this.#gate.enter()) return true;
    this.#limit.settle(worstUsd, 0);
    return false;
  }
}

/** A request that was refused before it ran is free. Undefined: nobody said what it cost. */
function costOfAnswer(answer: EndpointAnswer, usdOf: TrialJudge['usd']): number | undefined {
  if ('cancelled' in answer) return undefined;
  const usd = answer.usage === undefined ? undefined : usdOf(answer.usage);
  if (usd !== undefined || 'answer' in answer) return usd;
  const isFree: readonly FailureKind[] = ['key', 'model', 'quota', 'request', 'rate'];
  return isFree.includes(answer.kind) ? 0 : undefined;
}

function isByTheModel(kind: FailureKind): kind is 'empty' | 'refused' | 'cut' {
  return kind === 'empty' || kind === 'refused' || kind === 'cut';
}

function usdIn(usd: number | undefined): { readonly usd?: number } {
  return usd === undefined ? {} : { usd };
}
