import type { DataDeclaration } from '../../data-type';
import type { Span, Uri } from '../../span';
import type { Block, BlockId, CallPlace, Effect, Import, Param, Scope } from '../../summary';
import type { SyntaxNode } from '../../syntax';
import type { Hole, ScopeId, Value } from '../../values';
import { throws } from '../throws';
import type { Locals } from './locals';
import type { TypeMembers } from './type-members';

/** A scope while its body is being read. */
export interface ScopeDraft {
  readonly id: ScopeId;
  readonly kind: Scope['kind'];
  readonly name: string;
  readonly parent: ScopeId | undefined;
  readonly at: Span;
  readonly async: boolean;
  params: readonly Param[];
  readonly bases: Value[];
  readonly decorators: Value[];
  /** Methods that it leaves to other classes. */
  readonly requires: string[];
  readonly effects: Effect[];
  readonly blocks: Block[];
  groups: number;
  returns: Value | undefined;
  /** A part of a class, of which other files have more. */
  partial: boolean;
  /** What an iterator hands out. */
  readonly yielded: Value[];
  data?: DataDeclaration;
}

/** A file while it is being read. `depth` counts nested syntax, so that hostile nesting ends in a hole. */
export interface FileDraft {
  readonly uri: Uri;
  readonly text: string;
  readonly scopes: ScopeDraft[];
  readonly imports: Import[];
  /** Namespaces whose types are named without them: those of `using`, and the file's own. */
  readonly exportAll: { readonly module: string; readonly at: Span }[];
  readonly calls: CallPlace[];
  /** Types by their names, with and without their namespaces: their local name. */
  readonly exports: Map<string, string>;
  depth: number;
}

/** The type that code stands in, from the innermost outwards. */
export interface EnclosingType {
  readonly scope: ScopeId;
  readonly members: TypeMembers;
  /** It may have members that this file doesn't show: it extends something, or is partial. */
  readonly open: boolean;
  readonly outer: EnclosingType | undefined;
}

/** Where a piece of syntax stands, and what names mean there. */
export interface Site {
  readonly file: FileDraft;
  readonly scope: ScopeDraft;
  readonly block: BlockId;
  readonly type: EnclosingType | undefined;
  /** With a dot behind it; empty outside of all. */
  readonly namespace: string;
  readonly locals: Locals;
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
  const base = { id: file.scopes.length, kind, name, parent, at, async, params: [], bases: [], decorators: [], requires: [] };
  const scope: ScopeDraft = { ...base, effects: [], blocks: [], groups: 0, returns: undefined, partial: false, yielded: [] };
  file.scopes.push(scope);
  return scope;
}

/** A block of `site`'s scope; what stands in it is lowered at the returned site. */
export function openBlock(site: Site, kind: Block['kind'], node: SyntaxNode, group: number, exhaustive: boolean, condition?: Value): Site {
  const id = site.scope.blocks.length;
  site.scope.blocks.push({
    ...{ id, parent: site.block, kind, at: spanOf(node, site), group, exhaustive },
    ...(condition && { condition }),
    ...(throws(node) ? { throws: true } : {}),
  });
  return { ...site, block: id, locals: site.locals.inner() };
}

export function nextGroup(site: Site): number {
  return site.scope.groups++;
}

export function spanOf(node: SyntaxNode, { file }: Pick<Site, 'file'>): Span {
  return { uri: file.uri, start: node.startIndex, end: node.endIndex };
}

export function sourceOf(node: SyntaxNode, { file }: Pick<Site, 'file'>): string {
  return file.text.slice(node.startIndex, node.endIndex);
}

/** Named children that carry meaning: no comments, no preprocessor lines. Told from the text, as a node's type is slow to ask for. */
export function parts(node: SyntaxNode, { file }: Pick<Site, 'file'>): readonly SyntaxNode[] {
  const { text } = file;
  return node.namedChildren.filter((child): child is SyntaxNode => {
    if (child === null) return false;
    const first = text[child.startIndex];
    const isComment = first === '/' && (text[child.startIndex + 1] === '/' || text[child.startIndex + 1] === '*');
    return !isComment && (first !== '#' || child.type.startsWith('preproc_if'));
  });
}

const LABEL_LENGTH = 40;

/** A part that the source doesn't tell; `reason` is one clause. */
export function hole(at: Span, { file }: Pick<Site, 'file'>, reason: string): Hole {
  const source = file.text.slice(at.start, Math.min(at.end, at.start + 4 * LABEL_LENGTH)).replace(/\s+/g, ' ');
  const label = source.length > LABEL_LENGTH ? `${source.slice(0, LABEL_LENGTH - 1)}…` : source;
  return { kind: 'hole', at, label, volatility: 'unknown', growth: 'replace', proven: false, reason };
}

export function pushEffect(site: Site, effect: Effect): void {
  site.scope.effects.push(effect);
}

export function finished({ groups: _groups, returns, requires, partial, yielded, ...scope }: ScopeDraft): Scope {
  return {
    ...scope,
    ...(returns && { returns }),
    ...(requires.length > 0 && { requires }),
    ...(partial && { partial }),
    ...(yielded.length > 0 && { yields: yielded }),
  };
}
