import type { EncodingName } from '../prices/model';
import { remembered } from '../source/remembered';
import type { Counters, TokenCounter } from './counter';

/**
 * Counters that remember the texts counted last, so that an edit in one segment doesn't count the others again. The shell
 * creates one and keeps it. Bounded by the characters it holds for each encoding; a text longer than all of that is counted each time.
 */
export function rememberCounts(counters: Counters, maxCharacters = 4_000_000): Counters {
  const known = new Map<EncodingName, TokenCounter>();
  return encoding => {
    const counter =
      known.get(encoding) ??
      remembered(
        text => counters(encoding)(text),
        text => text,
        maxCharacters,
      );
    known.set(encoding, counter);
    return counter;
  };
}
