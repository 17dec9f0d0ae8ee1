import { bySource } from '../../by-source';
import type { Span, Uri } from '../../span';
import type { Block, CallPlace, CodeSummary, Effect, Import, Param, Scope } from '../../summary';
import type { SyntaxNode } from '../../syntax';
import type { Hole, ScopeId, Value } from '../../values';
import { throws } from '../throws';

/** A scope while its body is being read. */
export interface ScopeDraft {
  readonly id: ScopeId;
  readonly kind: Scope['kind'];
  readonly name: string;
  readonly parent: ScopeId | undefined;
  readonly at: Span;
  readonly async: boolean;
  params: readonly Param[];
  bases: readonly Value[];
  decorators: readonly Value[];
  readonly effects: Effect[];
  readonly blocks: Block[];
  /** Names that a `global` or `nonlocal` statement says belong to another scope. */
  readonly elsewhere: Set<string>;
  groups: number;
  returns: Value | undefined;
  doc: Value | undefined;
  /** Methods that it leaves to classes below it. */
  readonly requires: string[];
  /** What it hands out, for generators. */
  readonly yielded: Value[];
}

/** A file while it is being read. `depth` counts nested expressions and blocks, so that hostile nesting ends in a hole. */
export interface FileDraft {
  readonly uri: Uri;
  readonly text: string;
  /** The tree has errors. */
  readonly broken: boolean;
  readonly scopes: ScopeDraft[];
  readonly imports: Import[];
  readonly exportAll: { readonly module: string; readonly at: Span }[];
  readonly calls: CallPlace[];
  depth: number;
}

/** Where a piece of syntax stands, and what names mean there. */
export interface Site {
  readonly file: FileDraft;
  readonly scope: ScopeDraft;
  readonly block: number;
  /** The first parameter of the method around, `self` or `cls`. */
  readonly receiver: { readonly name: string; readonly kind: 'self' | 'class'; readonly scope: ScopeId } | undefined;
  /** Loop variables of the comprehensions around, and what they hold. */
  readonly loopVariables: ReadonlyMap<string, Value> | undefined;
  /** In a part of an expression that may run any number of times, or not at all. */
  readonly unsure: boolean;
  /** Under `if TYPE_CHECKING`. */
  readonly typeOnly: boolean;
}

/** Deeper nesting than people write; beyond it, recursion could exhaust the stack. */
export const MAX_DEPTH = 300;

export function openScope(
  file: FileDraft,
  kind: Scope['kind'],
  name: string,
  parent: ScopeId | undefined,
  at: Span,
  async = false,
): ScopeDraft {
  const scope: ScopeDraft = {
    id: file.scopes.length,
    kind,
    name,
    parent,
    at,
    async,
    params: [],
    bases: [],
    decorators: [],
    effects: [],
    blocks: [],
    elsewhere: new Set(),
    groups: 0,
    returns: undefined,
    doc: undefined,
    requires: [],
    yielded: [],
  };
  file.scopes.push(scope);
  return scope;
}

/** A block of `site`'s scope; what stands in it is lowered at the returned site. */
export function openBlock(
  site: Site,
  kind: Block['kind'],
  node: SyntaxNode,
  group: number,
  exhaustive: boolean,
  { condition, loop, managers }: { readonly [Part in 'condition' | 'loop' | 'managers']?: Block[Part] | undefined } = {},
): Site {
  const id = site.scope.blocks.length;
  const at = spanOf(node, site.file);
  const under = {
    ...(condition && { condition }),
    ...(throws(node) ? { throws: true as const } : {}),
    ...(loop && { loop }),
    ...(managers && { managers }),
  };
  site.scope.blocks.push({ id, parent: site.block, kind, at, group, exhaustive, ...under });
  return { ...site, block: id };
}

export function nextGroup(site: Site): number {
  return site.scope.groups++;
}

export function spanOf(node: SyntaxNode, file: FileDraft): Span {
  return { uri: file.uri, start: node.startIndex, end: node.endIndex };
}

export function sourceOf(node: SyntaxNode, file: FileDraft): string {
  return file.text.slice(node.startIndex, node.endIndex);
}

/** Named children that carry meaning by their position. */
export function parts(node: SyntaxNode, { file }: Site): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (const child of node.namedChildren) {
    if (child !== null && !isAside(child, file) && !(file.broken && child.type === 'ERROR')) found.push(child);
  }
  return found;
}

/** A comment or a line continuation; told from the text, as a node's type is slow to ask for. */
export function isAside(node: SyntaxNode, file: FileDraft): boolean {
  const first = file.text[node.startIndex];
  return first === '#' || first === '\\';
}

const LABEL_LENGTH = 40;

export function hole(at: Span, file: FileDraft, reason: string): Hole {
  const source = file.text.slice(at.start, Math.min(at.end, at.start + 4 * LABEL_LENGTH)).replace(/\s+/g, ' ');
  const label = source.length > LABEL_LENGTH || at.end - at.start > 4 * LABEL_LENGTH ? `${source.slice(0, LABEL_LENGTH - 1)}…` : source;
  return { kind: 'hole', at, label, volatility: 'unknown', growth: 'replace', proven: false, reason };
}

/** `said`: what it says where that isn't what was read just now. */
export function finish(
  file: FileDraft,
  problems: CodeSummary['problems'],
  said: Pick<CodeSummary, 'scopes' | 'calls'> = { scopes: file.scopes.map(finishedScope), calls: file.calls.sort(bySource) },
): CodeSummary {
  const { scopes, calls } = said;
  const { uri, imports, exportAll } = file;
  return { kind: 'code', uri, language: 'python', scopes, imports, exportAll, calls, problems };
}

export function finishedScope({ elsewhere: _elsewhere, groups: _groups, returns, doc, requires, yielded, ...scope }: ScopeDraft): Scope {
  return {
    ...scope,
    ...(returns && { returns }),
    ...(doc && { doc }),
    ...(requires.length > 0 && { requires }),
    ...(yielded.length > 0 && { yields: yielded }),
  };
}
