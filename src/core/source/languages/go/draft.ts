import type { DataDeclaration } from '../../data-type';
import type { Span, Uri } from '../../span';
import type { Block, CallPlace, Effect, Import, LoopParts, Param, Scope } from '../../summary';
import type { SyntaxNode } from '../../syntax';
import type { Hole, ScopeId, Value, ValueOf } from '../../values';

/** A scope while its body is being read. */
export interface ScopeDraft extends Omit<Scope, 'returns' | 'params' | 'requires' | 'jsonNames' | 'data'> {
  params: Param[];
  requires?: readonly string[];
  jsonNames?: Readonly<Record<string, string>>;
  data?: DataDeclaration;
  readonly effects: Effect[];
  readonly blocks: Block[];
  readonly bases: Value[];
  groups: number;
  returns: Value | undefined;
  /** Names of the results, where they have some: what `return` alone returns. */
  results: readonly string[];
  /** A function of one result, and perhaps an error or a flag. */
  hasOneResult: boolean;
  /** Variables that hold a pointer to a struct, with its type where that is the package's own. */
  readonly pointers: Map<string, string>;
}

/** A file while it is being read. `depth` counts nested expressions and blocks, so that hostile nesting ends in a hole. */
export interface FileDraft {
  readonly uri: Uri;
  readonly text: string;
  readonly scopes: ScopeDraft[];
  readonly imports: Import[];
  readonly exportAll: { readonly module: string; readonly at: Span }[];
  readonly calls: CallPlace[];
  /** Struct and interface types of the file, and others that it adds methods to, by name. */
  readonly classes: Map<string, ScopeDraft>;
  /** Types of the file that are other types' names (`type Model string`). */
  readonly renamed: Set<string>;
  depth: number;
}

/** Where a piece of syntax stands, and what names mean there. */
export interface Site {
  readonly file: FileDraft;
  readonly scope: ScopeDraft;
  readonly block: number;
  /** The variable that a method calls its object, and the class. */
  readonly receiver?: { readonly name: string; readonly scope: ScopeId };
  /** The loop around: the variable that holds its items, and what it goes over. */
  readonly round?: { readonly name: string; readonly over: Value };
  /** What the innermost loop around goes over, if it goes over something. */
  readonly through?: Value;
  /** The line of a group of constants. */
  readonly iota?: number;
}

/** Deeper nesting than people write; beyond it, recursion could exhaust the stack. */
export const MAX_DEPTH = 300;

export function openScope(
  file: FileDraft,
  kind: Scope['kind'],
  name: string,
  parent: ScopeId | undefined,
  at: Span,
  partial = false,
): ScopeDraft {
  const scope: ScopeDraft = {
    ...{ id: file.scopes.length, kind, name, parent, at, params: [], effects: [], blocks: [], bases: [], decorators: [], async: false },
    ...(partial ? { partial: true as const } : {}),
    ...{ groups: 0, returns: undefined, results: [], hasOneResult: true, pointers: new Map() },
  };
  file.scopes.push(scope);
  return scope;
}

export function closeScope({
  groups: _groups,
  results: _results,
  hasOneResult: _one,
  pointers: _pointers,
  returns,
  ...scope
}: ScopeDraft): Scope {
  return returns === undefined ? scope : { ...scope, returns };
}

/** The class of a name: of a type of the file, or of one that another file of the package declares. */
export function classNamed(file: FileDraft, name: string, at: Span): ScopeDraft {
  const known = file.classes.get(name);
  if (known !== undefined) return known;
  const opened = openScope(file, 'class', name, 0, at, true);
  file.classes.set(name, opened);
  return opened;
}

export interface BlockShape {
  readonly kind: Block['kind'];
  readonly group?: number;
  readonly exhaustive?: boolean;
  readonly condition?: Value | undefined;
  readonly loop?: LoopParts | undefined;
}

/** A block of `site`'s scope; what stands in it is lowered at the returned site. */
export function openBlock(site: Site, node: SyntaxNode, { kind, group, exhaustive = false, condition, loop }: BlockShape): Site {
  const { scope } = site;
  const id = scope.blocks.length;
  const under = { ...(condition === undefined ? {} : { condition }), ...(loop === undefined ? {} : { loop }) };
  scope.blocks.push({ id, parent: site.block, kind, at: spanOf(node, site), group: group ?? scope.groups++, exhaustive, ...under });
  return { ...site, block: id };
}

export function spanOf(node: SyntaxNode, { file }: Site): Span {
  return { uri: file.uri, start: node.startIndex, end: node.endIndex };
}

export function sourceOf(node: SyntaxNode | null, { file }: Site): string {
  return node === null ? '' : file.text.slice(node.startIndex, node.endIndex);
}

/** Named children but for comments. */
export function parts(node: SyntaxNode | null): readonly SyntaxNode[] {
  return (node?.namedChildren ?? []).flatMap(child => (child === null || child.type === 'comment' ? [] : [child]));
}

export function fields(node: SyntaxNode, name: string): readonly SyntaxNode[] {
  return node.childrenForFieldName(name).flatMap(child => (child?.isNamed ? [child] : []));
}

/** The expressions of an `expression_list`, or the one that stands alone. */
export function listed(node: SyntaxNode | null): readonly SyntaxNode[] {
  if (node === null) return [];
  return node.type === 'expression_list' ? parts(node) : [node];
}

const LABEL_LENGTH = 40;

export function hole(node: SyntaxNode, site: Site, reason: string): Hole {
  const source = site.file.text.slice(node.startIndex, Math.min(node.endIndex, node.startIndex + 4 * LABEL_LENGTH)).replace(/\s+/g, ' ');
  const label = source.length > LABEL_LENGTH ? `${source.slice(0, LABEL_LENGTH - 1)}…` : source;
  return { kind: 'hole', at: spanOf(node, site), label, volatility: 'unknown', growth: 'replace', proven: false, reason };
}

export function scalar(node: SyntaxNode, site: Site, value: number | boolean | null): ValueOf<'scalar'> {
  return { kind: 'scalar', at: spanOf(node, site), value };
}

export function nameValue(node: SyntaxNode, site: Site, name = sourceOf(node, site)): ValueOf<'name'> {
  return { kind: 'name', at: spanOf(node, site), name, scope: site.scope.id };
}

/** Sets a name of the scope at hand. */
export function declare(site: Site, name: string, value: Value, at: Span, type?: Value): void {
  if (name === '_' || name === '') return;
  const target = { root: { name }, path: [] };
  site.scope.effects.push({
    kind: 'assign',
    at,
    block: site.block,
    target,
    value,
    declares: true,
    ...(type === undefined ? {} : { type }),
  });
}
