import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EncodingName } from '../core/prices/model';
import { type Counters, createTokenCounter, type TokenCounter } from '../core/tokens/counter';

/** Beside the bundle when packaged; from the build when run from sources. */
function tableDirectory(): string {
  const packaged = join(__dirname, 'ranks');
  return existsSync(packaged) ? packaged : join(__dirname, '..', '..', 'dist', 'ranks');
}

/** Counters whose tables, `<encoding>.bin`, are read when an encoding is first asked for, once a thread. */
export function loadCounters(directory = tableDirectory()): Counters {
  const loaded = new Map<EncodingName, TokenCounter>();
  return encoding => {
    const known = loaded.get(encoding);
    if (known !== undefined) return known;
    const counter = createTokenCounter(encoding, readFileSync(join(directory, `${encoding}.bin`)));
    loaded.set(encoding, counter);
    return counter;
  };
}
