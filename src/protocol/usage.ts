import type { UsageShown } from '../core/present/estimator/data';
import type { MeasuredCall } from '../core/quote/measured';
import type { Span } from '../core/source/span';
import type { UsageTarget } from '../core/usage/join';

/** A call site or prompt file that usage may be of; its lines are looked up by the thread. */
export interface UsageCall extends Omit<UsageTarget, 'line' | 'endLine'> {
  readonly at: Span;
  /** The id that it goes by in the catalogue, or in the code; empty: not known. */
  readonly model: string;
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
export interface ImportedUsage extends Omit<UsageShown, 'calls'> {
  /** Of this form. */
  readonly version: 1;
  readonly calls: readonly MeasuredCall[];
  /** Before the end. */
  readonly stopped: boolean;
}
