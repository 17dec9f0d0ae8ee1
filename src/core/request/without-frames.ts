/**
 * Data without the calls in which its functions and objects were made (`frames`). Whoever reads a site has no use for them, and they hold
 * on to all that was worked out on the way. The very same where there are none.
 */
export function withoutFrames<T>(data: T, known = new Map<object, object>()): T {
  if (typeof data !== 'object' || data === null) return data;
  const before = known.get(data);
  if (before !== undefined) return before as T;
  const bare = Array.isArray(data) ? bareItems(data, known) : bareFields(data, known);
  known.set(data, bare);
  return bare as T;
}

function bareItems(items: readonly unknown[], known: Map<object, object>): readonly unknown[] {
  const bare = items.map(item => withoutFrames(item, known));
  return bare.some((item, index) => item !== items[index]) ? bare : items;
}

function bareFields(data: object, known: Map<object, object>): object {
  const entries = Object.entries(data);
  const bare = entries.flatMap(([key, part]) => (key === 'frames' ? [] : [[key, withoutFrames(part, known)] as const]));
  const isSame = bare.length === entries.length && bare.every(([, part], index) => part === entries[index]?.[1]);
  return isSame ? data : Object.fromEntries(bare);
}
