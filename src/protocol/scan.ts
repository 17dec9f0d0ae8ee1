import type { Coverage } from '../core/present/coverage-page';
import type { FileSpend } from '../core/present/spend';
import type { QuoteSettings } from '../core/quote/settings';
import type { Uri } from '../core/source/span';
import type { BudgetCheck } from '../core/workspace-file/budgets';
import type { IdleSelector } from '../core/workspace-file/idle-selectors';
import type { TaskCost } from '../core/workspace-file/task-costs';
import type { WorkspaceFileText } from './worker';

/** What the host hands to the thread that scans the workspace when it starts it. */
export interface ScanStart {
  /** Folder where the scan keeps what it found, for the next time. */
  readonly cacheFolder: string;
  /** Path where the refreshed prices are kept. */
  readonly refreshedPricesFile: string;
  /** Of the extension: what another version found is found anew. */
  readonly version: string;
}

export interface ScanFolder {
  /** Absolute path. */
  readonly path: string;
  /** Shown before the paths of its files; empty where there is only one folder. */
  readonly label: string;
}

/** What a folder's workspace file comes to, now that all of its calls are known. */
export interface FolderOutcome {
  readonly folder: Uri;
  readonly budgets: readonly BudgetCheck[];
  readonly tasks: readonly TaskCost[];
  /** What of it means no call. */
  readonly idle: readonly IdleSelector[];
}

/** From the extension host to the scanning thread. */
export type ToScan =
  /** All of the workspace, from what is known where nothing changed. */
  | {
      readonly type: 'scan';
      readonly folders: readonly ScanFolder[];
      /** Globs of files that are not to be looked at, besides those that .gitignore names. */
      readonly exclude: readonly string[];
      readonly settings: QuoteSettings;
      readonly userPrices: unknown;
      /** The folders' workspace files, as they stand in the editor or on disk. */
      readonly workspaceFiles: readonly WorkspaceFileText[];
      /** The folders' files of verification results; absent: there are none. */
      readonly verifications?: readonly WorkspaceFileText[];
    }
  /** Files changed, came or went: those, and what rests on them, are looked at again. */
  | { readonly type: 'changed' };

export type FromScan =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  /** Replaces what was known of these files; those without calls, prompts or findings are left out of `files` and named in `gone`. */
  | { readonly type: 'files'; readonly files: readonly FileSpend[]; readonly gone: readonly Uri[] }
  | { readonly type: 'done'; readonly coverage: Coverage; readonly outcomes: readonly FolderOutcome[]; readonly milliseconds: number }
  /** The round ended without an answer; the log says why. */
  | { readonly type: 'failed' }
  | { readonly type: 'log'; readonly message: string };
