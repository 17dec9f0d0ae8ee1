import type { Span, Uri } from './span';

/** How far a stretch of one file has moved, in UTF-16 code units; undefined: it is not there any more. */
export type Shift = (start: number, end: number) => number | undefined;

/** Something in a value stands where nothing stands any more. */
export class CannotMove extends Error {}

/**
 * Plain data as it reads once the text around it has moved: with every span, and every source of a text, where it stands now. A call that
 * is shared within stays shared, what doesn't move is the same object. Throws `CannotMove`.
 */
export function moveSpans<T>(value: T, uri: Uri, shift: Shift, known = new Map<object, object>()): T {
  return move(value) as T;

  function move(part: unknown): unknown {
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return list(part);
    if (part instanceof Map) return table(part);
    if (part instanceof Set) return part;
    if (isSpan(part)) return part.uri === uri ? span(part) : part;
    if (isText(part)) return part.uri === uri ? text(part) : part;
    // Only calls and sites are looked for by what they are; keeping everything else one object as well would take longer than moving it.
    if (!('call' in part) && !('argsAt' in part)) return record(part);
    const before = known.get(part);
    if (before !== undefined) return before;
    const after = record(part);
    known.set(part, after);
    return after;
  }

  function list(items: readonly unknown[]): readonly unknown[] {
    let changed: unknown[] | undefined;
    for (let index = 0; index < items.length; index++) {
      const item = move(items[index]);
      if (changed === undefined && item !== items[index]) changed = items.slice(0, index);
      changed?.push(item);
    }
    return changed ?? items;
  }

  function table(entries: ReadonlyMap<unknown, unknown>): ReadonlyMap<unknown, unknown> {
    const moved = [...entries].map(([key, item]) => {
      // The rounds of comprehensions are told apart by where these stand.
      if (typeof key === 'string' && /^\d+-\d+$/.test(key)) throw new CannotMove();
      return [key, move(item)] as const;
    });
    return moved.some(([key, item]) => item !== entries.get(key)) ? new Map(moved) : entries;
  }

  function record(part: object): object {
    let changed: Record<string, unknown> | undefined;
    for (const key in part) {
      const before = part[key as keyof typeof part];
      const item = move(before);
      if (item === before) continue;
      changed ??= { ...part };
      changed[key] = item;
    }
    return changed ?? part;
  }

  function span(at: Span): Span {
    const by = shift(at.start, at.end);
    if (by === undefined) throw new CannotMove();
    return by === 0 ? at : { uri, start: at.start + by, end: at.end + by };
  }

  function text(mapped: Text): Text {
    const runs = mapped.runs.map(run => {
      const by = shift(run.source, run.source + run.sourceLength);
      if (by === undefined) throw new CannotMove();
      return by === 0 ? run : { ...run, source: run.source + by };
    });
    return runs.every((run, index) => run === mapped.runs[index]) ? mapped : { ...mapped, runs };
  }
}

interface Text {
  readonly uri: Uri;
  readonly runs: readonly { readonly source: number; readonly sourceLength: number }[];
}

function isSpan(part: object): part is Span {
  return 'start' in part && 'end' in part && 'uri' in part;
}

function isText(part: object): part is Text {
  return 'runs' in part && 'uri' in part;
}
