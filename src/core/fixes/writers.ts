import type { PromptFormat } from '../source/format';
import type { Printer } from '../source/language';
import type { Uri } from '../source/span';
import type { PromptSummary } from '../source/summary';

/** How to write into the files at hand. */
export interface Writers {
  textOf(uri: Uri): string | undefined;
  /** The printer of a code file's language. */
  printerOf(uri: Uri): Printer | undefined;
  /** A prompt file's format and summary. */
  promptOf(uri: Uri): { readonly format: PromptFormat; readonly summary: PromptSummary } | undefined;
}
