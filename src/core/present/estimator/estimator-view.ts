import { leversFor } from '../../spend/scenario';
import { type SpendOfAll, spendOfAll } from '../../spend/waterfall';
import type { Numerals } from '../numerals';
import { type EstimatedCalls, type EstimatorMemory, estimatedCalls } from './calls';
import { type CompositionRow, compositionRows } from './composition';
import type { EstimatorData } from './data';
import { type FeatureRow, featureRows } from './features';
import { growthText } from './growth-rows';
import { type Headline, headline } from './headline';
import { inPeriod } from './money';
import { type NextRow, nextRows } from './next-rows';
import type { EstimatorState } from './state';
import { type WaterfallRow, waterfallRows } from './waterfall-rows';

/** What is always worked out; the other tabs do so when they are looked at. */
export interface EstimatorView {
  readonly calls: EstimatedCalls;
  readonly spend: SpendOfAll;
  readonly headline: Headline;
  /** What it will be, if calls grow; empty where no growth is stated. */
  readonly growth: string;
  readonly composition: readonly CompositionRow[];
  readonly waterfall: readonly WaterfallRow[];
  readonly features: readonly FeatureRow[];
  readonly next: readonly NextRow[];
}

/** The estimator as it is shown: what was scanned, and what a person set. */
export function estimatorView(data: EstimatorData, state: EstimatorState, numerals: Numerals, memory: EstimatorMemory): EstimatorView {
  const calls = estimatedCalls(data, state, memory);
  const spend = spendOfAll(calls.workloads, workload => leversFor(state.scenario, workload.feature), calls.find, memory.spend);
  const total = inPeriod(numerals, calls);
  return {
    calls,
    spend,
    headline: headline(data, calls, spend, numerals),
    growth: growthText(calls, state.scenario, numerals, memory),
    composition: compositionRows(spend, total),
    waterfall: waterfallRows(spend, total),
    features: featureRows(calls, spend, numerals),
    next: nextRows(data, calls, numerals),
  };
}
