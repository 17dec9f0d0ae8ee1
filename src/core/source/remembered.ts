/**
 * The same function, which remembers what it found last, by a key that tells all that it depends on. Changes how long things take and
 * nothing else. Bounded by the characters of the keys held; what is unused for longest goes first.
 */
export function remembered<Args extends readonly unknown[], Found>(
  find: (...args: Args) => Found,
  keyOf: (...args: Args) => string,
  maxCharacters = 2_000_000,
): (...args: Args) => Found {
  const known = new Map<string, Found>();
  let held = 0;
  return (...args) => {
    const key = keyOf(...args);
    const before = known.get(key);
    if (before !== undefined) {
      // Moves to the end: a Map keeps insertion order.
      known.delete(key);
      known.set(key, before);
      return before;
    }
    const found = find(...args);
    if (key.length > maxCharacters) return found;
    known.set(key, found);
    held += key.length;
    for (const oldest of known.keys()) {
      if (held <= maxCharacters) break;
      known.delete(oldest);
      held -= oldest.length;
    }
    return found;
  };
}
