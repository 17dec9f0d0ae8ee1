import { coveringEdit } from './covering-edit';
import { type Passage, type Passages, type Placed, passagesOf } from './passages';
import { addedBy, append, type Content, fits, type ModuleDraft, moved } from './statement-content';
import type { CallPlace, Scope } from './summary';
import type { SyntaxNode } from './syntax';

/** A file that is being edited, as it was read before the last edit. */
export interface ReadBefore {
  readonly text: string;
  readonly passages: ReadPassages;
}

export interface Editing {
  /** Undefined: it was not read yet. */
  readonly before: ReadBefore | undefined;
}

/** How a language reads its statements. */
interface Reading<S> {
  read(statement: SyntaxNode): void;
  /** A scope as it is once all of its file was read. */
  finished(scope: S): Scope;
}

/** What reading costs grows with `read`. */
export interface ReadPassages extends Passages {
  readonly placed: readonly Kept[];
  /** Statements that had to be read: all others are as they were. */
  readonly read: number;
  /** All scopes but the module's own. */
  readonly scopes: readonly Scope[];
  readonly calls: readonly CallPlace[];
  /** The same calls, with the places where they were read: for whoever asks for nothing but names. */
  readonly callsAsRead: readonly CallPlace[];
}

interface Kept extends Placed {
  /** What it said when it was read, and where that stands now. */
  readonly asRead: Content;
  readonly content: Content;
  /** How far it has moved since. */
  readonly by: number;
}

/**
 * Reads the statements of a module, but for those that the last edit left alone: what these said is taken over, moved to where they stand
 * now. A statement without a syntax error says the same wherever the parser finds it with the same text.
 */
export function readPassages<S>(
  root: SyntaxNode,
  draft: ModuleDraft<S>,
  before: ReadBefore | undefined,
  { read, finished }: Reading<S>,
): ReadPassages {
  const unchanged = before === undefined ? () => undefined : unchangedSince(before, draft.text);
  const found: (() => Kept)[] = [];
  let count = 0;
  for (const node of root.namedChildren) {
    if (node === null) continue;
    const { startIndex: start, endIndex: end } = node;
    const same = unchanged(start, end);
    if (same !== undefined && fits(same.asRead, draft) && same.passage.type === node.type && !node.hasError) {
      const by = same.by + start - same.start;
      const content = same.start === start ? same.content : moved(same.asRead, draft.uri, by);
      append(draft, content);
      found.push(() => ({ ...same, start, end, content, by }));
      continue;
    }
    count += 1;
    const { scopes, ...added } = addedBy(draft, () => read(node));
    const passage: Passage = { type: node.hasError ? BROKEN : node.type };
    found.push(() => {
      const content: Content = { ...added, scopes: scopes.map(finished) };
      return { passage, start, end, asRead: content, content, by: 0 };
    });
  }
  const placed = found.map(finish => finish());
  return {
    ...passagesOf(placed, draft.text.length),
    placed,
    read: count,
    scopes: placed.flatMap(({ content }) => content.scopes),
    calls: placed.flatMap(({ content }) => content.calls),
    callsAsRead: placed.flatMap(({ asRead }) => asRead.calls),
  };
}

/** No node's type: a statement with a syntax error may be read otherwise when something else changes. */
const BROKEN = '';

/** Finds the passage that stood, with the same text, where a stretch of the new text stands. */
function unchangedSince({ text, passages }: ReadBefore, now: string): (start: number, end: number) => Kept | undefined {
  const edit = coveringEdit(text, now) ?? { start: text.length, oldEnd: text.length, newEnd: text.length };
  const byStart = new Map(passages.placed.map(place => [place.start, place]));
  return (start, end) => {
    const by = start >= edit.newEnd ? edit.oldEnd - edit.newEnd : end <= edit.start ? 0 : undefined;
    const place = by === undefined ? undefined : byStart.get(start + by);
    return place !== undefined && place.end === end + (by ?? 0) ? place : undefined;
  };
}
