import type { Counters, TokenCount } from './counter';

/**
 * Counters that remember the texts counted last, so that an edit in one segment doesn't count the others again. The shell
 * creates one and keeps it. Bounded by the characters it holds; a text longer than all of that is counted each time.
 */
export function rememberCounts(counters: Counters, maxCharacters = 4_000_000): Counters {
  const counts = new Map<string, TokenCount>();
  let held = 0;
  return encoding => text => {
    const key = `${encoding} ${text}`;
    const known = counts.get(key);
    if (known !== undefined) {
      // Moves to the end: a Map keeps insertion order, so its first key is the one unused for longest.
      counts.delete(key);
      counts.set(key, known);
      return known;
    }
    const count = counters(encoding)(text);
    if (key.length > maxCharacters) return count;
    counts.set(key, count);
    held += key.length;
    for (const oldest of counts.keys()) {
      if (held <= maxCharacters) break;
      counts.delete(oldest);
      held -= oldest.length;
    }
    return count;
  };
}
