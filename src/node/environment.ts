import type { PromptReader } from '../core/compression/prompt-reader';
import type { Catalogue } from '../core/prices/model';
import { rememberModels } from '../core/prices/remember-models';
import type { QuoteEnvironment } from '../core/quote/environment';
import type { QuoteMemory } from '../core/quote/quote-memory';
import type { QuoteSettings } from '../core/quote/settings';
import type { Uri } from '../core/source/span';
import { countText } from '../core/tokens/count-text';
import type { Counters } from '../core/tokens/counter';
import { type SaidOf, saidOfCalls } from '../core/workspace-file/stated';

/** What a shell knows besides the code. `counters` should remember (see rememberCounts): a quote counts each text anew. */
export interface EnvironmentParts {
  readonly catalogue: Catalogue;
  readonly counters: Counters;
  /** Remembers, so the shell keeps it. */
  readonly reader: PromptReader;
  readonly settings: QuoteSettings;
  /** Read from the settings where it isn't given. */
  readonly saidOf?: SaidOf;
  /** For one day. */
  readonly memory?: QuoteMemory;
  /** The moment for which prices hold. */
  readonly now: Date;
  textOf(uri: Uri): string | undefined;
}

export function createEnvironment({
  catalogue,
  counters,
  reader,
  settings,
  saidOf = saidOfCalls(settings.stated),
  now,
  memory,
  textOf,
}: EnvironmentParts): QuoteEnvironment {
  return {
    catalogue: rememberModels(catalogue),
    settings,
    saidOf,
    reader,
    today: now,
    ...(memory && { memory }),
    countTokens: (text, counting) => countText(text, counting, counters),
    textOf,
  };
}
