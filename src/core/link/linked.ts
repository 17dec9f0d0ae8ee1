import type { CallSite } from '../request/request';
import type { Uri } from '../source/span';
import type { FileSummary, Problem } from '../source/summary';

/** The workspace index is nothing but this map. null: there is no such file; undefined: not read yet, so it is asked for. */
export interface SummaryStore {
  get(uri: Uri): FileSummary | null | undefined;
}

/** What the calls of one file would send, followed across files as far as the store reaches. */
export interface Linked {
  readonly root: Uri;
  readonly sites: readonly CallSite[];
  readonly problems: readonly Problem[];
  /** Files the store must be asked to read; the rest is right as far as it goes. */
  readonly pending: readonly Uri[];
  /** Every other file it rests on, those that do NOT exist included: a new file there changes the answer. */
  readonly dependsOn: readonly Uri[];
}
