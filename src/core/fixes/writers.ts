import type { CallSite } from '../request/call-site';
import type { PromptFormat } from '../source/format';
import type { Printer } from '../source/language';
import type { Uri } from '../source/span';
import type { CodeSummary, PromptSummary, Scope } from '../source/summary';

export interface WritablePrompt {
  readonly format: PromptFormat;
  readonly summary: PromptSummary;
}

/** How to write into the files at hand. */
export interface Writers {
  textOf(uri: Uri): string | undefined;
  /** The printer of a code file's language. */
  printerOf(uri: Uri): Printer | undefined;
  /** What a code file says by itself. */
  codeOf(uri: Uri): CodeSummary | undefined;
  /** The functions that a call stands in, innermost first. They stay as they are for as long as the statement of its file that it stands in does. */
  functionsAround(site: CallSite): readonly Scope[];
  /** A prompt file's format and summary, whose document is the one that the site stands for. */
  promptOf(site: CallSite): WritablePrompt | undefined;
  /** The same of the file in which the site's output cap is written. */
  settingsOf(site: CallSite): WritablePrompt | undefined;
}
