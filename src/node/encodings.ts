import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { TiktokenBPE } from 'js-tiktoken/lite';
import type { EncodingName } from '../core/prices/model';
import { type Counters, createTokenCounter, type TokenCounter } from '../core/tokens/counter';

/**
 * Counters whose tables are read when an encoding is first asked for. `directory` holds `ranks/<encoding>`: beside this file
 * in the sources, beside the bundle in a build.
 */
export function loadCounters(directory: string = __dirname): Counters {
  // Not a plain `require`, which the bundler would inline together with the tables.
  const requireFrom = createRequire(join(directory, 'ranks', 'index.js'));
  const loaded = new Map<EncodingName, TokenCounter>();
  return encoding => {
    const known = loaded.get(encoding);
    if (known !== undefined) return known;
    const { tables } = requireFrom(`./${encoding}`) as { readonly tables: TiktokenBPE };
    const counter = createTokenCounter(tables);
    loaded.set(encoding, counter);
    return counter;
  };
}
