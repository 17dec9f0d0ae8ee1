import type { ModelFacts } from '../../prices/model';
import type { Estimate } from '../../quote/basis';
import type { MeasuredQuote } from '../../quote/measured-quote';
import type { Span } from '../../source/span';
import type { Scenario } from '../../spend/scenario';
import type { Workload } from '../../spend/workload';
import type { UsageGroup } from '../../usage/tally';
import type { TaskCost } from '../../workspace-file/task-costs';
import type { ScanState } from '../scan-state';
import type { LeftOut } from '../usage-texts';
import type { Period } from './period';

/** What the estimator is filled with. Plain data: it goes from the host to the page. */
export interface EstimatorData {
  readonly scan: ScanState;
  readonly workloads: readonly Workload[];
  /** Besides those of the workloads: what can be routed to or compared with. */
  readonly models: readonly ModelFacts[];
  readonly next: readonly NextStep[];
  /** Of the workspace file, by name. */
  readonly scenarios: Readonly<Record<string, Scenario>>;
  /** What it costs to get things done, as far as the workspace file says what takes which calls. */
  readonly tasks: readonly TaskCost[];
  /** Calls that go to models which think, whose thinking nobody stated the length of. */
  readonly thinking: number;
  /** Calls whose answers no cap bounds, and nobody stated the length of. */
  readonly withoutCap: number;
  /** Calls in tests and examples, which are left out. */
  readonly aside: number;
  /** Absent: nothing was imported. */
  readonly usage?: UsageShown;
  /** For how long totals are; absent: for a month. */
  readonly period?: Period;
  /** Day for which prices hold, ISO. */
  readonly day: string;
}

/** What was imported of measured usage: that of calls, and what belongs to none. */
export interface UsageShown extends LeftOut {
  readonly files: readonly string[];
  readonly formats: readonly string[];
  readonly records: number;
  readonly calls: readonly MeasuredSite[];
  /** The largest; there may be more. */
  readonly unmatched: readonly UnmatchedUsage[];
  readonly unmatchedGroups: number;
  readonly unmatchedRecords: number;
}

/** A call with what was measured of it. */
export interface MeasuredSite {
  readonly workload: string;
  readonly label: string;
  readonly path: string;
  readonly at: Span;
  /** As estimated. */
  readonly inputTokens: Estimate;
  readonly measured: MeasuredQuote;
}

/** Usage that is of no call that can be told, with the reason as a clause. */
export interface UnmatchedUsage extends Pick<UsageGroup, 'model' | 'names' | 'tags' | 'records' | 'inputTokens' | 'outputTokens'> {
  readonly why: string;
}

/** A finding, as a step to take. */
export interface NextStep {
  readonly rule: string;
  readonly message: string;
  readonly path: string;
  readonly at: Span;
  /** The workload that it is about, where that is one of `workloads`. */
  readonly workload: string;
  readonly isConfirmed: boolean;
  /** US dollars a call. */
  readonly savesUsd?: Estimate;
  /** Title of the fix that the place offers, without what it saves. */
  readonly fix?: string;
}
