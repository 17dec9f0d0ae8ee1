import type { ModelFacts } from '../prices/model';
import { type Estimate, exactly } from '../quote/basis';
import { basisOf } from './basis-of';
import { changedTokens } from './changed-tokens';
import { atCorners, type Corner, spanned } from './corners';
import { summariesUsd, turnsUsd } from './lane-cost';
import type { Levers } from './scenario';
import { spendOfAll } from './waterfall';
import type { Workload } from './workload';

type FindModel = (id: string) => ModelFacts | undefined;

/** What each call of a conversation costs, the first first; a summary is paid with the turn before which it is written. Undefined: no price. */
export function turnCurve(workload: Workload, levers: Levers, find: FindModel): readonly Estimate[] | undefined {
  const curves = atCorners(corner => turnsAt(workload, levers, find, corner));
  const { low, value, high } = curves;
  if (low === undefined || value === undefined || high === undefined) return undefined;
  const { basis, why } = basisOf(workload, levers);
  return value.map((usd, turn) => spanned({ low: low[turn] ?? usd, value: usd, high: high[turn] ?? usd }, basis, why));
}

function turnsAt(workload: Workload, levers: Levers, find: FindModel, corner: Corner): readonly number[] | undefined {
  const { model, callsPerMonth } = workload;
  if (model === undefined) return undefined;
  const tokens = changedTokens(workload, levers, corner);
  const turns = turnsUsd(workload, levers, model, tokens, callsPerMonth?.[corner], corner);
  const summaries = summariesUsd(workload, levers, model, tokens, find, corner);
  if (typeof turns === 'string' || typeof summaries === 'string') return undefined;
  const every = levers.history?.strategy === 'summary' ? levers.history.everyTurns : 1;
  return turns.map((parts, earlier) => {
    const summary = earlier > 0 && earlier % every === 0 ? (summaries[earlier / every - 1] ?? 0) : 0;
    return Object.values(parts).reduce((total, usd) => total + usd, summary);
  });
}

/** What workloads cost at a share of calls that find the prefix in the cache, the other levers as they are. */
export function usdAtHitRate(workloads: readonly Workload[], levers: Levers, hitRate: number, find: FindModel): Estimate {
  return spendOfAll(workloads, () => ({ ...levers, caching: { ...levers.caching, hitRate } }), find).after.usd;
}

/** The most that a call can bill: an answer as long as the cap. Undefined: nothing bounds it. */
export function worstCase(workload: Workload): Workload | undefined {
  if (workload.outputCapTokens === undefined) return undefined;
  // A cap bounds thinking and answer together.
  return { ...workload, tokens: { ...workload.tokens, output: exactly(workload.outputCapTokens), reasoning: exactly(0) } };
}

/** Days from which announced prices hold for any of these workloads, the next first (UTC, ISO). */
export function announcedDays(workloads: readonly Workload[]): readonly string[] {
  return [...new Set(workloads.flatMap(({ model }) => (model?.announced ?? []).map(({ from }) => from)))].sort();
}

/** A workload at the prices that hold on a day, if what was announced comes true. Announcements know no long-context tiers. */
export function atAnnounced(workload: Workload, day: string): Workload {
  const { model } = workload;
  const announced = model?.announced.filter(({ from }) => from <= day).at(-1);
  return model === undefined || announced === undefined
    ? workload
    : { ...workload, model: { ...model, price: announced.price, tiers: [] } };
}
