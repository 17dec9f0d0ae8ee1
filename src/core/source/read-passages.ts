import { coveringEdit } from './covering-edit';
import { moveSpans } from './move-spans';
import { type Passage, type Passages, type Placed, passagesOf } from './passages';
import type { Span, Uri } from './span';
import type { Block, CallPlace, Effect, Import } from './summary';
import type { SyntaxNode } from './syntax';
import type { Value } from './values';

/** A file that is being edited, as it was read before the last edit. */
export interface ReadBefore {
  readonly text: string;
  readonly passages: Passages;
}

export interface Editing {
  /** Undefined: it was not read yet. */
  readonly before: ReadBefore | undefined;
}

/** What reading the statements of a module adds to; `S` is a scope while it is read. */
export interface ModuleDraft<S> {
  readonly uri: Uri;
  readonly text: string;
  readonly scopes: S[];
  readonly imports: Import[];
  readonly exportAll: { readonly module: string; readonly at: Span }[];
  readonly calls: CallPlace[];
  /** Exported name → local name, for languages that state them. */
  readonly exports?: Map<string, string>;
  /** The module's own scope. */
  readonly module: ModuleScope;
}

interface ModuleScope {
  readonly effects: Effect[];
  readonly blocks: Block[];
  /** The next number for a group of blocks. */
  groups: number;
  /** Effects at the front of `effects` that count before all others. */
  hoisted?: number;
  /** What `yield` hands out, for languages that let it stand anywhere. */
  readonly yielded?: Value[];
}

/** What one statement adds. Scopes, blocks and groups are numbered through the file, so it fits only where their numbers begin alike. */
interface Content {
  readonly firstScope: number;
  readonly firstBlock: number;
  readonly firstGroup: number;
  readonly groups: number;
  readonly hoisted: readonly Effect[];
  readonly effects: readonly Effect[];
  readonly blocks: readonly Block[];
  readonly yielded: readonly Value[];
  readonly scopes: readonly unknown[];
  readonly imports: readonly Import[];
  readonly exportAll: ModuleDraft<unknown>['exportAll'];
  readonly exports: readonly (readonly [string, string])[];
  readonly calls: readonly CallPlace[];
}

/** What reading costs grows with `read`. */
export interface ReadPassages extends Passages {
  readonly placed: readonly Kept[];
  /** Statements that had to be read: all others are as they were. */
  readonly read: number;
}

interface Kept extends Placed {
  readonly content: Content;
}

/**
 * Reads the statements of a module by `read`, but for those that the last edit left alone: what these said is taken over, moved to
 * where they stand now. A statement without a syntax error says the same wherever the parser finds it with the same text.
 */
export function readPassages<S>(
  root: SyntaxNode,
  draft: ModuleDraft<S>,
  before: ReadBefore | undefined,
  read: (statement: SyntaxNode) => void,
): ReadPassages {
  const unchanged = before === undefined ? () => undefined : unchangedSince(before, draft.text);
  const placed: Kept[] = [];
  let count = 0;
  for (const node of root.namedChildren) {
    if (node === null) continue;
    const { startIndex: start, endIndex: end } = node;
    const same = unchanged(start, end);
    if (same !== undefined && fits(same.content, draft) && same.passage.type === node.type && !node.hasError) {
      const content = same.start === start ? same.content : moveSpans(same.content, draft.uri, () => start - same.start);
      append(draft, content as Content);
      placed.push({ passage: same.passage, start, end, content });
      continue;
    }
    count += 1;
    const content = added(draft, () => read(node));
    const passage: Passage = { type: node.hasError ? BROKEN : node.type };
    placed.push({ passage, start, end, content });
  }
  return { ...passagesOf(placed, draft.text.length), placed, read: count };
}

/** No node's type: a statement with a syntax error may be read otherwise when something else changes. */
const BROKEN = '';

/** Finds the passage that stood, with the same text, where a stretch of the new text stands. */
function unchangedSince({ text, passages }: ReadBefore, now: string): (start: number, end: number) => Kept | undefined {
  const edit = coveringEdit(text, now) ?? { start: text.length, oldEnd: text.length, newEnd: text.length };
  const byStart = new Map((passages as ReadPassages).placed.map(place => [place.start, place]));
  return (start, end) => {
    const by = start >= edit.newEnd ? edit.oldEnd - edit.newEnd : end <= edit.start ? 0 : undefined;
    const place = by === undefined ? undefined : byStart.get(start + by);
    return place !== undefined && place.end === end + (by ?? 0) ? place : undefined;
  };
}

function fits({ firstScope, firstBlock, firstGroup }: Content, { scopes, module }: ModuleDraft<unknown>): boolean {
  return firstScope === scopes.length && firstBlock === module.blocks.length && firstGroup === module.groups;
}

function added<S>(draft: ModuleDraft<S>, read: () => void): Content {
  const { module, scopes, imports, exportAll, calls, exports } = draft;
  const from = { effects: module.effects.length, hoisted: module.hoisted ?? 0, imports: imports.length, calls: calls.length };
  const [firstScope, firstBlock, firstGroup, exportAllFrom] = [scopes.length, module.blocks.length, module.groups, exportAll.length];
  const yieldedFrom = module.yielded?.length ?? 0;
  // A name may be exported twice, so what is exported here is told apart from what was before.
  const others = [...(exports ?? [])];
  exports?.clear();
  read();
  const own = [...(exports ?? [])];
  exports?.clear();
  for (const [name, local] of [...others, ...own]) exports?.set(name, local);
  const hoisted = (module.hoisted ?? 0) - from.hoisted;
  return {
    firstScope,
    firstBlock,
    firstGroup,
    groups: module.groups - firstGroup,
    hoisted: module.effects.slice(from.hoisted, from.hoisted + hoisted),
    effects: module.effects.slice(from.effects + hoisted),
    blocks: module.blocks.slice(firstBlock),
    yielded: module.yielded?.slice(yieldedFrom) ?? [],
    scopes: scopes.slice(firstScope),
    imports: imports.slice(from.imports),
    exportAll: exportAll.slice(exportAllFrom),
    exports: own,
    calls: calls.slice(from.calls),
  };
}

function append<S>(draft: ModuleDraft<S>, content: Content): void {
  const { module } = draft;
  if (content.hoisted.length > 0) {
    module.effects.splice(module.hoisted ?? 0, 0, ...content.hoisted);
    module.hoisted = (module.hoisted ?? 0) + content.hoisted.length;
  }
  module.effects.push(...content.effects);
  module.blocks.push(...content.blocks);
  module.yielded?.push(...content.yielded);
  module.groups += content.groups;
  draft.scopes.push(...(content.scopes as readonly S[]));
  draft.imports.push(...content.imports);
  draft.exportAll.push(...content.exportAll);
  draft.calls.push(...content.calls);
  for (const [name, local] of content.exports) draft.exports?.set(name, local);
}
