import type { CallSite } from '../request/call-site';
import type { Passages } from '../source/passages';
import type { Uri } from '../source/span';
import type { FileSummary, Problem } from '../source/summary';
import type { SiteOrigin } from './kept-sites';

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
  /** Of a file that is being edited. */
  readonly edited?: EditedSites;
}

/** By what answers about sites are known again after an edit. */
interface EditedSites {
  readonly passages: Passages;
  /** What stands for a site for as long as nothing of it changes but its place. */
  readonly origins: ReadonlyMap<CallSite, SiteOrigin>;
}
