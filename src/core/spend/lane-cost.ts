import type { ModelFacts } from '../prices/model';
import { laneCaching, turnCaching } from './caching';
import { type CallCaching, callUsd, NOTHING, type RequestTokens } from './call-cost';
import type { Corner } from './corners';
import { tokenRatio } from './recount';
import type { Levers } from './scenario';
import { estimateOf } from './stated';
import { summariesOf, type Turn, turnsOf } from './turns';
import { byRequestPart, INPUT_PARTS, OUTPUT_PARTS, type RequestPart, type Workload } from './workload';

const REQUEST_PARTS: readonly RequestPart[] = [...INPUT_PARTS, ...OUTPUT_PARTS];

export interface LaneUsd {
  /** Mean of a call, by part. */
  readonly parts: Readonly<Record<RequestPart, number>>;
  /** Share of the summaries that falls on one call. */
  readonly summaries: number;
}

type FindModel = (id: string) => ModelFacts | undefined;

/** What a call costs on one model in the mean over a conversation's turns; or why nobody knows. `tokens`: of the first call, in the workload's own model. */
export function laneUsd(
  workload: Workload,
  levers: Levers,
  model: ModelFacts,
  tokens: RequestTokens,
  callsPerMonth: number | undefined,
  find: FindModel,
  corner: Corner,
): LaneUsd | string {
  const turns = turnsUsd(workload, levers, model, tokens, callsPerMonth, corner);
  if (typeof turns === 'string') return turns;
  const parts = byRequestPart(() => 0);
  for (const turn of turns) for (const part of REQUEST_PARTS) parts[part] += turn[part] / turns.length;
  const summaries = summariesUsd(workload, levers, model, tokens, find, corner);
  if (typeof summaries === 'string') return summaries;
  return { parts, summaries: summaries.reduce((total, usd) => total + usd, 0) / turns.length };
}

/** The calls of a conversation or of an agent's run one by one; a single call where neither is stated. */
export function turnsUsd(
  workload: Workload,
  levers: Levers,
  model: ModelFacts,
  tokens: RequestTokens,
  callsPerMonth: number | undefined,
  corner: Corner,
): readonly Record<RequestPart, number>[] | string {
  const caching = laneCaching(workload, levers.caching, model, callsPerMonth, corner);
  const ratio = tokenRatio(workload.model, model, corner);
  const costs: Record<RequestPart, number>[] = [];
  for (const turn of turnsIn(workload, levers, tokens, corner)) {
    const sent = recounted(turn === undefined ? tokens : withHistory(tokens, turn.historyTokens), ratio);
    const counted = turn === undefined ? undefined : recountedTurn(turn, ratio);
    const usd = callUsd(model, sent, turnCaching(caching, sent, counted));
    if (typeof usd === 'string') return usd;
    costs.push(usd);
  }
  return costs;
}

function turnsIn(workload: Workload, { history }: Levers, tokens: RequestTokens, corner: Corner): readonly (Turn | undefined)[] {
  const turns = turnCount(workload);
  if (turns === undefined) return [undefined];
  return turnsOf(turns, growthTokens(workload, tokens, corner), history, summaryTokens(history, corner));
}

/** What each summary of a conversation costs; they are read and written without a cache. */
export function summariesUsd(
  workload: Workload,
  { history }: Levers,
  model: ModelFacts,
  tokens: RequestTokens,
  find: FindModel,
  corner: Corner,
): readonly number[] | string {
  const turns = turnCount(workload);
  if (turns === undefined || history?.strategy !== 'summary') return [];
  const writer = (history.model === undefined ? undefined : find(history.model)) ?? model;
  const ratio = tokenRatio(workload.model, writer, corner);
  const costs: number[] = [];
  const growth = growthTokens(workload, tokens, corner);
  for (const { inputTokens, outputTokens } of summariesOf(turns, growth, history, summaryTokens(history, corner))) {
    const sent = recounted({ ...NOTHING, history: inputTokens, output: outputTokens, reasoning: 0 }, ratio);
    const call = callUsd(writer, sent, UNCACHED);
    if (typeof call === 'string') return call;
    costs.push(call.history + call.output);
  }
  return costs;
}

const UNCACHED: CallCaching = { outcomes: [{ probability: 1, readTokens: NOTHING }], writtenTokens: NOTHING, longTtl: false };

/** Of how many calls a conversation or an agent's run is; undefined: the call stands alone. */
export function turnCount({ conversation, agent }: Workload): number | undefined {
  return conversation?.turns ?? agent?.steps;
}

/** What a turn leaves behind: question and answer, or an answer and the tools' results. Thinking is not sent again. */
function growthTokens({ agent }: Workload, tokens: RequestTokens, corner: Corner): number {
  return tokens.output + (agent === undefined ? tokens.query : estimateOf(agent.resultTokens, '')[corner]);
}

function summaryTokens(history: Levers['history'], corner: Corner): number {
  return history?.strategy === 'summary' ? estimateOf(history.summaryTokens, '')[corner] : 0;
}

function recounted(tokens: RequestTokens, ratio: number): RequestTokens {
  if (ratio === 1) return tokens;
  return byRequestPart(part => tokens[part] * ratio);
}

function withHistory(tokens: RequestTokens, history: number): RequestTokens {
  return byRequestPart(part => (part === 'history' ? history : tokens[part]));
}

function recountedTurn({ historyTokens, repeatedTokens }: Turn, ratio: number): Turn {
  return { historyTokens: historyTokens * ratio, repeatedTokens: repeatedTokens === undefined ? undefined : repeatedTokens * ratio };
}
