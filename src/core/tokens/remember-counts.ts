import type { EncodingName } from '../prices/model';
import type { Counters } from './counter';

/**
 * Counters that remember the texts counted last, so that an edit in one segment doesn't count the others again. The shell
 * creates one and keeps it. Bounded by the characters it holds of each encoding; a text longer than all of that is counted each time.
 */
export function rememberCounts(counters: Counters, maxCharacters = 4_000_000): Counters {
  const ofEncodings = new Map<EncodingName, (text: string) => number>();
  return encoding => {
    const known = ofEncodings.get(encoding);
    if (known !== undefined) return known;
    const remembering = remember(text => counters(encoding)(text), maxCharacters);
    ofEncodings.set(encoding, remembering);
    return remembering;
  };
}

function remember(count: (text: string) => number, maxCharacters: number): (text: string) => number {
  const counts = new Map<string, number>();
  let held = 0;
  return text => {
    const known = counts.get(text);
    if (known !== undefined) {
      // Moves to the end: a Map keeps insertion order, so its first key is the one unused for longest.
      counts.delete(text);
      counts.set(text, known);
      return known;
    }
    const tokens = count(text);
    if (text.length > maxCharacters) return tokens;
    counts.set(text, tokens);
    held += text.length;
    for (const oldest of counts.keys()) {
      if (held <= maxCharacters) break;
      counts.delete(oldest);
      held -= oldest.length;
    }
    return tokens;
  };
}
