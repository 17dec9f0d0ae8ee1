import { chargedAt } from '../prices/cost';
import type { CachingFacts, ModelFacts } from '../prices/model';
import { type CallCaching, head, type InputTokens, inputTotal, NOTHING, type RequestTokens } from './call-cost';
import { type Corner, costEnd, savingEnd } from './corners';
import { hitRateOf, STEADY_HIT_RATE, ttlMinutes } from './hit-rate';
import type { Levers } from './scenario';
import { estimateOf } from './stated';
import type { Turn } from './turns';
import { byInputPart, prefixToCache, type Workload } from './workload';

/** Between two turns or steps, where nobody states it. */
const ASSUMED_SECONDS_BETWEEN_TURNS = 60;

/** How the calls of one lane find the cache. */
export interface LaneCaching {
  /** Shares of today's tokens, by part, that a hit reads and that are in the cache after a miss. */
  readonly readShares: InputTokens;
  readonly writtenShares: InputTokens;
  readonly longTtl: boolean;
  /** A later turn finds the turns before it. */
  readonly coversConversation: boolean;
  /** How often a call finds the prefix, and a turn the turn before. */
  readonly prefixHitRate: number;
  readonly turnHitRate: number;
  readonly minimumTokens: number;
  /** An agent's task stands before its steps; a conversation's question behind them. */
  readonly isAgent: boolean;
}

/** How one model's calls find the cache, at a corner. `callsPerMonth`: those that reach this model. */
export function laneCaching(
  workload: Workload,
  lever: Levers['caching'],
  model: ModelFacts,
  callsPerMonth: number | undefined,
  corner: Corner,
): LaneCaching {
  const { caching: today, conversation, agent } = workload;
  const longTtl = lever === undefined ? today.longTtl : (lever.longTtl ?? false);
  const facts = cachingOn(model, workload, lever, longTtl);
  const ttl = facts === undefined ? 0 : savingEnd(ttlMinutes(facts, longTtl), corner);
  const stated = lever?.hitRate === undefined ? undefined : savingEnd(estimateOf(lever.hitRate, ''), corner);
  const seconds = conversation?.secondsBetweenTurns ?? agent?.secondsBetweenSteps ?? ASSUMED_SECONDS_BETWEEN_TURNS;
  const sharesOf = (tokens: Workload['prefixTokens']) =>
    facts === undefined ? NOTHING : headShares(workload, costEnd(tokens, corner), corner);
  const prefix = prefixToCache(workload, lever);
  const isSteady = workload.steadyInConversation || (lever?.afterFixes === true && workload.fixedPrefixTokens !== undefined);
  const covers = today.coversConversation || lever?.covers === 'conversation';
  return {
    readShares: sharesOf(lever === undefined ? today.readTokens : prefix),
    writtenShares: sharesOf(lever === undefined ? today.writtenTokens : prefix),
    longTtl,
    coversConversation: facts !== undefined && covers && isSteady,
    prefixHitRate: stated ?? (callsPerMonth === undefined ? STEADY_HIT_RATE.value : hitRateOf(perMinute(workload, callsPerMonth), ttl)),
    turnHitRate: stated ?? hitRateOf(60 / seconds, ttl),
    minimumTokens: facts?.minimumTokens ?? 0,
    isAgent: agent !== undefined,
  };
}

/** How a model caches these calls. Another maker's doesn't know the breakpoints of the request, and one without a price counts as none. */
function cachingOn(model: ModelFacts, { model: own }: Workload, lever: Levers['caching'], longTtl: boolean): CachingFacts | undefined {
  const { caching } = model;
  if (caching === undefined || caching.mode === 'none') return undefined;
  if (model.id === own?.id) return caching;
  if (lever === undefined && caching.mode === 'explicit' && model.provider !== own?.provider) return undefined;
  const price = chargedAt(model, 0);
  const written = longTtl ? price?.cacheWriteLongUsd : price?.cacheWriteUsd;
  return price?.cacheReadUsd === undefined || written === undefined ? undefined : caching;
}

/** What one call finds and leaves in the cache. A head below the model's minimum is neither read nor written. */
export function turnCaching(lane: LaneCaching, tokens: RequestTokens, turn: Turn | undefined): CallCaching {
  const longEnough = (found: InputTokens) => (inputTotal(found) >= lane.minimumTokens ? found : NOTHING);
  const prefix = longEnough(ofShares(tokens, lane.readShares, turn));
  const repeated = longEnough(lane.coversConversation && turn !== undefined ? repeatedHead(lane, tokens, turn) : NOTHING);
  const found = inputTotal(repeated) > inputTotal(prefix) ? lane.turnHitRate : 0;
  return {
    outcomes: [
      { probability: found, readTokens: repeated },
      { probability: (1 - found) * lane.prefixHitRate, readTokens: prefix },
      { probability: (1 - found) * (1 - lane.prefixHitRate), readTokens: NOTHING },
    ],
    writtenTokens: longEnough(lane.coversConversation && turn !== undefined ? tokens : ofShares(tokens, lane.writtenShares, turn)),
    longTtl: lane.longTtl,
  };
}

/** What the call before sent in the same places. */
function repeatedHead({ isAgent }: LaneCaching, tokens: RequestTokens, { historyTokens, repeatedTokens }: Turn): InputTokens {
  if (repeatedTokens === undefined) return NOTHING;
  const fixed = { ...NOTHING, tools: tokens.tools, system: tokens.system };
  if (isAgent) return { ...fixed, history: repeatedTokens, retrieved: tokens.retrieved, query: tokens.query };
  // The question before stands in the history now, unless what was retrieved for it stood between.
  const asked = tokens.retrieved > 0 ? 0 : tokens.query;
  return { ...fixed, history: Math.min(historyTokens, repeatedTokens + asked) };
}

function headShares({ tokens }: Workload, headTokens: number, corner: Corner): InputTokens {
  const sent = byInputPart(part => costEnd(tokens[part], corner));
  const taken = head(sent, headTokens);
  return byInputPart(part => (sent[part] > 0 ? taken[part] / sent[part] : 0));
}

/** A history that grows by turns is not a part of what all calls share. */
function ofShares(tokens: RequestTokens, shares: InputTokens, turn: Turn | undefined): InputTokens {
  return byInputPart(part => (part === 'history' && turn !== undefined ? 0 : tokens[part] * shares[part]));
}

function perMinute({ hoursPerMonth, prefixValues }: Workload, callsPerMonth: number): number {
  const minutes = hoursPerMonth * 60 * prefixValues;
  return minutes > 0 ? callsPerMonth / minutes : 0;
}
