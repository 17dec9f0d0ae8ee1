import type { ChosenFix } from '../core/fixes/chosen-fix';
import type { Compared } from '../core/present/since-commit';
import type { ModelFacts } from '../core/prices/model';
import type { Analysis } from '../core/quote/analysis';
import type { JointSaving } from '../core/quote/joint-saving';
import type { QuoteSettings } from '../core/quote/settings';
import type { Edit, Refusal } from '../core/source/edit';
import type { Uri } from '../core/source/span';
import type { FixAnswers } from '../core/structured-output/questions';
import type { JsonProblem } from '../core/workspace-file/json-tree';
import type { CompressionAnswer, CompressionQuestion } from './compression';
import type { FixAllAnswer, FixAllQuestion } from './fix-all';
import type { TrialAnswered, TrialQuestion } from './trial';

/** One edit of a document: offsets before the change, as the editor reports it. Changes of one event apply in order. */
export interface TextChange {
  readonly start: number;
  readonly removed: number;
  readonly inserted: string;
}

/** What the host hands to a worker when it starts it. */
export interface WorkerStart {
  /**
   * One Int32: the host adds 1 to it, by `Atomics.add`, before it posts a message for which `bringsText` holds. A worker at work sees no
   * message; by this it sees that one is waiting, and drops what that will outdate.
   */
  readonly textsPosted?: SharedArrayBuffer;
  /** Path where the worker keeps the refreshed prices and finds them at its next start. A megabyte is not for the host to read. */
  readonly refreshedPricesFile?: string;
}

/** A folder's workspace file, unread. */
export interface WorkspaceFileText {
  readonly folder: Uri;
  readonly text: string;
}

export interface WorkspaceFileAnswer {
  readonly folder: Uri;
  /** By offsets in the text that was sent. */
  readonly problems: readonly JsonProblem[];
}

/** What the host fetched on the user's word (only the host knows the user's proxy), or why it could not. */
export type FetchAnswer = { readonly ok: boolean; readonly status: number; readonly text: string } | { readonly failed: string };

/** From the extension host to the worker. */
export type ToWorker =
  | {
      readonly type: 'configure';
      readonly settings: QuoteSettings;
      readonly userPrices: unknown;
      readonly refreshedPrices: unknown;
      /** The folders' workspace files, as they stand in the editor or on disk. */
      readonly workspaceFiles: readonly WorkspaceFileText[];
      /** The folders' files of verification results; absent: there are none. */
      readonly verifications?: readonly WorkspaceFileText[];
      readonly revision: number;
    }
  /** A document's text in chunks (a large one never blocks the host); `last` ends it and makes the worker analyse. */
  | {
      readonly type: 'open';
      readonly uri: Uri;
      readonly languageId: string;
      readonly version: number;
      readonly chunk: string;
      readonly first: boolean;
      readonly last: boolean;
    }
  | { readonly type: 'change'; readonly uri: Uri; readonly version: number; readonly changes: readonly TextChange[] }
  | { readonly type: 'close'; readonly uri: Uri }
  /**
   * A notebook's code cells of one language, in order. Each comes as a document of its own by `open`; together they are analysed as
   * one, and each gets its analysis. No cells: the notebook is closed.
   */
  | { readonly type: 'notebook'; readonly uri: Uri; readonly languageId: string; readonly cells: readonly Uri[] }
  /** The user looks at this document: it is analysed before others. */
  | { readonly type: 'focus'; readonly uri: Uri }
  /** Something on disk changed, so what was read from there is stale. */
  | { readonly type: 'changed-on-disk'; readonly uris: readonly Uri[] }
  /** The text of a file the worker can't read by itself (another scheme); null: it doesn't exist. */
  | { readonly type: 'file'; readonly uri: Uri; readonly text: string | null }
  | {
      readonly type: 'edit';
      readonly request: number;
      readonly uri: Uri;
      readonly version: number;
      readonly fixId: string;
      /** To the fix's questions, if it has any. */
      readonly answers?: FixAnswers;
    }
  | {
      readonly type: 'compress';
      readonly request: number;
      readonly uri: Uri;
      readonly version: number;
      readonly identity: string;
      readonly ask: CompressionQuestion;
    }
  | { readonly type: 'fix-all'; readonly request: number; readonly ask: FixAllQuestion }
  /** Comparing a request with a changed one. `uri`: of the document that it stands in. */
  | { readonly type: 'trial'; readonly request: number; readonly uri: Uri; readonly ask: TrialQuestion }
  /** What one fix of a document's findings saves, with the arithmetic. */
  | { readonly type: 'explain-saving'; readonly request: number; readonly version: number; readonly chosen: ChosenFix }
  /** Nobody waits for the answer to that request any more. */
  | { readonly type: 'cancel'; readonly of: number }
  | { readonly type: 'count'; readonly request: number; readonly text: string; readonly models: readonly string[] }
  | { readonly type: 'explain'; readonly request: number; readonly uri: Uri; readonly identity: string }
  /**
   * How a request was quoted in the last commit. `text`: the document's text there, with the line ends and without the byte order mark
   * that the editor has; the worker keeps it, so it is only sent when the answer wants it.
   */
  | {
      readonly type: 'committed';
      readonly request: number;
      readonly uri: Uri;
      readonly commit: string;
      readonly identity: string;
      readonly text?: string;
    }
  /** Every model of the catalogue, for choosing one. */
  | { readonly type: 'models'; readonly request: number }
  /** What the catalogue knows of some models today. */
  | { readonly type: 'model-facts'; readonly request: number; readonly ids: readonly string[] }
  /** Checks and keeps what was fetched from `refreshUrl`; counts from the next `configure` on. */
  | { readonly type: 'refresh-prices'; readonly request: number; readonly answer: FetchAnswer };

export type FromWorker =
  /** Answers each `configure`. */
  | {
      readonly type: 'ready';
      readonly revision: number;
      /** What is wrong with workspace files, of those that were sent. */
      readonly workspaceFiles: readonly WorkspaceFileAnswer[];
      readonly catalogueDate: string;
      readonly problems: readonly string[];
      /** Where newer prices are fetched from, once the user says so. */
      readonly refreshUrl?: string;
    }
  | {
      readonly type: 'analysis';
      readonly analysis: Analysis;
      readonly revision: number;
      readonly milliseconds: number;
      /** Versions of the other open documents it rests on: spans in them are shown only while these hold. */
      readonly versions?: Readonly<Record<Uri, number>>;
    }
  | { readonly type: 'need-file'; readonly uris: readonly Uri[] }
  /** The changes didn't fit the text that the worker has: the host opens the document anew. */
  | { readonly type: 'reopen'; readonly uri: Uri }
  | { readonly type: 'edit'; readonly request: number; readonly result: readonly Edit[] | Refusal }
  | { readonly type: 'compress'; readonly request: number; readonly result: CompressionAnswer }
  | { readonly type: 'fix-all'; readonly request: number; readonly result: FixAllAnswer | Refusal }
  | { readonly type: 'trial'; readonly request: number; readonly result: TrialAnswered }
  | { readonly type: 'explain-saving'; readonly request: number; readonly result: JointSaving | Refusal }
  | { readonly type: 'count'; readonly request: number; readonly counts: readonly ModelCount[] }
  | { readonly type: 'explain'; readonly request: number; readonly lines: readonly string[] }
  /** No quote: the request wasn't there, or its file hasn't changed. */
  | { readonly type: 'committed'; readonly request: number; readonly wantsText: boolean; readonly quote?: Compared }
  | { readonly type: 'models'; readonly request: number; readonly models: readonly ModelChoice[] }
  /** Of those that are known. */
  | { readonly type: 'model-facts'; readonly request: number; readonly models: readonly ModelFacts[] }
  /** `message` is for the user. */
  | { readonly type: 'refresh-prices'; readonly request: number; readonly refreshed: boolean; readonly message: string }
  /** An error that analysis survived; for the output channel. */
  | { readonly type: 'log'; readonly level: 'info' | 'warning' | 'error'; readonly message: string };

export type ToWorkerOf<T extends ToWorker['type']> = Extract<ToWorker, { type: T }>;
export type FromWorkerOf<T extends FromWorker['type']> = Extract<FromWorker, { type: T }>;

/** One row of a list of models to choose from. Prices in US dollars per million tokens; undefined: unknown. */
export interface ModelChoice {
  readonly id: string;
  readonly provider: string;
  readonly inputUsd?: number;
  readonly outputUsd?: number;
}

/** Tokens and input price of a stretch of text for one model. */
export interface ModelCount {
  readonly model: string;
  readonly tokens: import('../core/quote/basis').Estimate;
  readonly inputUsd: import('../core/quote/basis').Money;
}

/** Whether a message gives a document a new text; see `WorkerStart.textsPosted`. */
export function bringsText(message: ToWorker): boolean {
  return message.type === 'open' || message.type === 'change' || message.type === 'notebook';
}

/** Whether an address is that of a notebook's cell. */
export function isCell(uri: Uri): boolean {
  return uri.startsWith('vscode-notebook-cell:');
}
