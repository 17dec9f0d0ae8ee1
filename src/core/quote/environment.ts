import type { PromptReader } from '../compression/prompt-reader';
import type { Catalogue, TokenCounting } from '../prices/model';
import type { Uri } from '../source/span';
import type { SaidOf } from '../workspace-file/stated';
import type { Estimate } from './basis';
import type { QuoteMemory } from './quote-memory';
import type { QuoteSettings } from './settings';

/** All that a quote depends on besides the code. Shells build it; core only reads it. */
export interface QuoteEnvironment {
  readonly catalogue: Catalogue;
  readonly settings: QuoteSettings;
  /** What the workspace file says of a call; nothing where there is no such file. */
  readonly saidOf: SaidOf;
  /** The day for which prices hold. */
  readonly today: Date;
  /** Tokens of a text; the shell may memoise. */
  countTokens(text: string, counting: TokenCounting): Estimate;
  readonly reader: PromptReader;
  /** Serves all quotes for which the rest of this, but for the texts, is the same. */
  readonly memory?: QuoteMemory;
  /** Current text of a file in the store. */
  textOf(uri: Uri): string | undefined;
}
