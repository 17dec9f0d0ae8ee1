import type { Span } from '../core/source/span';
import type { UsageTarget } from '../core/usage/join';
import type { MeasuredUsage } from '../core/usage/measured';
import type { UsageGroup } from '../core/usage/tally';

/** A call site or prompt file that usage may be of; its lines are looked up by the thread. */
export interface UsageCall extends Omit<UsageTarget, 'line' | 'endLine'> {
  readonly at: Span;
}

/** What the host hands to the thread that reads usage files. */
export interface UsageStart {
  /** Absolute paths. */
  readonly files: readonly string[];
  readonly calls: readonly UsageCall[];
}

/** From the extension host to the thread: what was read so far is enough. */
export interface ToUsage {
  readonly type: 'stop';
}

export type FromUsage =
  /** Share of all bytes that were read, 0 to 1. */
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'done'; readonly usage: ImportedUsage }
  /** `message` is for the user. */
  | { readonly type: 'failed'; readonly message: string };

/** Sums of usage files, call by call, without a text of any prompt or answer. Plain data, as it is kept. */
export interface ImportedUsage {
  /** Of this form. */
  readonly version: 1;
  /** Names of the files. */
  readonly files: readonly string[];
  /** Titles of the formats that were found. */
  readonly formats: readonly string[];
  readonly calls: readonly MeasuredCall[];
  /** Those with most tokens; there may be more. */
  readonly unmatched: readonly UnmatchedUsage[];
  readonly unmatchedGroups: number;
  readonly unmatchedRecords: number;
  readonly records: number;
  readonly unknownRows: number;
  readonly otherRows: number;
  readonly faults: number;
  readonly firstFaults: readonly string[];
  readonly ungrouped: number;
  /** Before the end. */
  readonly stopped: boolean;
}

/** What was measured of one call. */
interface MeasuredCall {
  readonly uri: string;
  readonly identity: string;
  readonly usage: MeasuredUsage;
}

/** Usage that is of no call that can be told, with the reason as a clause. */
interface UnmatchedUsage extends Pick<UsageGroup, 'model' | 'names' | 'tags' | 'records' | 'inputTokens' | 'outputTokens'> {
  readonly why: string;
}
