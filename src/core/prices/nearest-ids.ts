const MOST = 3;

/** Up to three of `ids` that are a slip of the keyboard away from `wanted`, closest first. */
export function nearestIds(wanted: string, ids: Iterable<string>): readonly string[] {
  const limit = Math.max(2, Math.floor(wanted.length / 5));
  const close: { readonly id: string; readonly distance: number }[] = [];
  for (const id of new Set(ids)) {
    if (Math.abs(id.length - wanted.length) > limit) continue;
    const distance = editDistance(wanted, id);
    if (distance <= limit) close.push({ id, distance });
  }
  close.sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1));
  return close.slice(0, MOST).map(({ id }) => id);
}

/** Levenshtein's distance. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let at = 1; at <= from.length; at++) {
    const next = [at];
    for (let column = 1; column <= to.length; column++) {
      const replaced = (row[column - 1] ?? 0) + (from[at - 1] === to[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
