import type { Uri } from '../source/span';

/** Places in one document that have moved by one edit: those that begin at `from` or behind it, by so many UTF-16 code units. */
export interface Move {
  readonly from: number;
  readonly by: number;
}

/**
 * Whether plain data says the same but for places in `uri`, of which all behind some point have moved alike. The point is where the
 * first of them began. Undefined: it says something else.
 */
export function moveBetween(before: unknown, now: unknown, uri: Uri): Move | undefined {
  let from = Number.POSITIVE_INFINITY;
  let by = 0;
  let lastUnmoved = -1;
  return isSame(before, now) && lastUnmoved < from ? { from, by } : undefined;

  function isSame(one: unknown, other: unknown): boolean {
    if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return Object.is(one, other);
    if (Array.isArray(one) || Array.isArray(other)) {
      if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
      for (let index = 0; index < one.length; index++) if (!isSame(one[index], other[index])) return false;
      return true;
    }
    const isPlaced = isPlace(one, uri) && isPlace(other, uri);
    if (isPlaced && !isMovedAlike(one, other)) return false;
    let keys = 0;
    for (const key in one) {
      keys += 1;
      if (!(key in other)) return false;
      if (isPlaced && (key === 'start' || key === 'end')) continue;
      if (!isSame(one[key as keyof typeof one], other[key as keyof typeof other])) return false;
    }
    for (const _ in other) keys -= 1;
    return keys === 0;
  }

  function isMovedAlike(one: Place, other: Place): boolean {
    const moved = other.start - one.start;
    if (moved !== other.end - one.end) return false;
    if (moved === 0) {
      lastUnmoved = Math.max(lastUnmoved, one.start);
      return true;
    }
    if (by !== 0 && by !== moved) return false;
    by = moved;
    from = Math.min(from, one.start);
    return true;
  }
}

/** Plain data with its places in `uri` moved. What doesn't move is the same object. */
export function moved<T>(value: T, uri: Uri, { from, by }: Move): T {
  return by === 0 ? value : (move(value) as T);

  function move(part: unknown): unknown {
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) {
      let items: unknown[] | undefined;
      for (let index = 0; index < part.length; index++) {
        const item = move(part[index]);
        if (item !== part[index]) items ??= [...part];
        if (items !== undefined) items[index] = item;
      }
      return items ?? part;
    }
    const isMoved = isPlace(part, uri) && part.start >= from;
    let record: Record<string, unknown> | undefined = isMoved ? { ...part, start: part.start + by, end: part.end + by } : undefined;
    for (const key in part) {
      const inner = part[key as keyof typeof part];
      if (typeof inner !== 'object' || inner === null) continue;
      const item = move(inner);
      if (item === inner) continue;
      record ??= { ...part };
      record[key] = item;
    }
    return record ?? part;
  }
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function isPlace(part: object, uri: Uri): part is Place {
  return 'uri' in part && part.uri === uri && 'start' in part && typeof part.start === 'number' && 'end' in part;
}
