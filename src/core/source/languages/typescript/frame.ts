import type { Span, Uri } from '../../span';
import type { Block, BlockId, CallPlace, Effect, Expected, Import, Param, Scope } from '../../summary';
import type { SyntaxNode } from '../../syntax';
import type { ScopeId, Value, ValueOf } from '../../values';
import { throws } from '../throws';

/** What lowering one file collects. */
export interface FileLowering {
  readonly uri: Uri;
  readonly text: string;
  readonly scopes: OpenScope[];
  readonly imports: Import[];
  readonly exportAll: { readonly module: string; readonly at: Span }[];
  readonly exports: Map<string, string>;
  readonly calls: CallPlace[];
  /** How deep the tree walk stands, so that absurdly nested input ends in a hole and not in a full stack. */
  depth: number;
}

/** A scope whose body is being read. */
export interface OpenScope extends Omit<Scope, 'returns' | 'implements' | 'requires' | 'closedFields' | 'expected' | 'awaitsEvent'> {
  readonly params: Param[];
  readonly effects: Effect[];
  readonly blocks: Block[];
  readonly bases: Value[];
  readonly decorators: Value[];
  readonly implements: Value[];
  readonly requires: string[];
  readonly closedFields: string[];
  awaitsEvent?: true;
  /** What `this` is, where the source tells: of a class, or the variable that holds the object. */
  readonly self: ScopeId | ValueOf<'name'> | undefined;
  returns: Value | undefined;
  expected: Expected | undefined;
  readonly signatures: Record<string, Value>;
  groups: number;
  /** Function declarations bound so far: they stand before all other effects, as they are hoisted. */
  hoisted: number;
}

/** Deeper than any code that people write; what is nested beyond it is not read. */
export const deepest = 500;

/** Where the walk stands: the scope and block that effects and calls belong to. */
export interface Frame {
  readonly file: FileLowering;
  readonly scope: OpenScope;
  readonly block: BlockId;
  /** Where names are looked up: the scope itself, but for a class's fields, which don't see each other by bare names, the scope around it. */
  readonly names: ScopeId;
}

export function spanOf(frame: Frame, node: SyntaxNode): Span {
  return { uri: frame.file.uri, start: node.startIndex, end: node.endIndex };
}

export function sourceOf(frame: Frame, node: SyntaxNode): string {
  return frame.file.text.slice(node.startIndex, node.endIndex);
}

/** Asks the text, not the tree: a node's type costs a call into the parser. */
export function isComment(frame: Frame, node: SyntaxNode): boolean {
  const { text } = frame.file;
  const at = node.startIndex;
  return text[at] === '/' && (text[at + 1] === '/' || text[at + 1] === '*');
}

type NewScope = Pick<Scope, 'kind' | 'name' | 'at'> & {
  readonly parent?: ScopeId;
  readonly async?: boolean;
  readonly self?: OpenScope['self'];
};

export function openScope(file: FileLowering, scope: NewScope): OpenScope {
  const opened: OpenScope = {
    id: file.scopes.length,
    kind: scope.kind,
    name: scope.name,
    parent: scope.parent,
    at: scope.at,
    params: [],
    effects: [],
    blocks: [],
    bases: [],
    decorators: [],
    implements: [],
    requires: [],
    closedFields: [],
    async: scope.async ?? false,
    self: scope.kind === 'class' ? file.scopes.length : scope.self,
    returns: undefined,
    expected: undefined,
    signatures: {},
    groups: 0,
    hoisted: 0,
  };
  file.scopes.push(opened);
  return opened;
}

export function closeScope({
  self: _self,
  groups: _groups,
  hoisted: _hoisted,
  returns,
  implements: named,
  requires,
  closedFields,
  expected,
  signatures,
  ...scope
}: OpenScope): Scope {
  return {
    ...scope,
    ...(returns && { returns }),
    ...(named.length > 0 && { implements: named }),
    ...(requires.length > 0 && { requires }),
    ...(closedFields.length > 0 && { closedFields }),
    ...(expected && { expected }),
    ...(Object.keys(signatures).length > 0 && { signatures }),
  };
}

/** The frame of a scope's own body. */
export function bodyFrame(file: FileLowering, scope: OpenScope): Frame {
  return { file, scope, block: -1, names: scope.id };
}

export interface BlockShape {
  readonly kind: Block['kind'];
  /** Given when the block excludes others; a group of its own otherwise. */
  readonly group?: number;
  readonly exhaustive: boolean;
  readonly condition?: Value | undefined;
  readonly loop?: Block['loop'] | undefined;
}

/** Opens a block around a node. */
export function inBlock(frame: Frame, node: SyntaxNode, shape: BlockShape): Frame {
  const { scope } = frame;
  const id = scope.blocks.length;
  const group = shape.group ?? scope.groups++;
  const { kind, exhaustive, condition, loop } = shape;
  const under = { ...(condition && { condition }), ...(throws(node) ? { throws: true as const } : {}), ...(loop && { loop }) };
  scope.blocks.push({ id, parent: frame.block, kind, at: spanOf(frame, node), group, exhaustive, ...under });
  return { ...frame, block: id };
}

/** Reads a part of an expression that doesn't always run (`a && f()`); its block stays only if something happens in it. */
export function inBranch<T>(frame: Frame, node: SyntaxNode, shape: BlockShape, read: (inner: Frame) => T): T {
  const { scope, file } = frame;
  const effects = scope.effects.length;
  const calls = file.calls.length;
  const inner = inBlock(frame, node, shape);
  const result = read(inner);
  if (scope.effects.length === effects && file.calls.length === calls && scope.blocks.length === inner.block + 1) scope.blocks.pop();
  return result;
}
