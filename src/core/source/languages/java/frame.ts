import type { DataDeclaration } from '../../data-type';
import type { Span, Uri } from '../../span';
import type { Block, BlockId, CallPlace, Effect, Import, LoopParts, Param, Scope } from '../../summary';
import type { SyntaxNode } from '../../syntax';
import type { Hole, ScopeId, Value, ValueOf } from '../../values';
import { throws } from '../throws';
import type { OpenedHere } from './opened-nodes';

/** What lowering one file collects. */
export interface FileLowering {
  readonly uri: Uri;
  readonly text: string;
  /** Its own package; empty for the unnamed one. */
  packageName: string;
  readonly scopes: OpenScope[];
  readonly imports: Import[];
  readonly calls: CallPlace[];
  /** Names that the file itself declares or imports. */
  readonly known: Set<string>;
  /** Packages of `import x.y.*`. */
  readonly packages: string[];
  /** Classes of `import static x.Y.*`, by the name they are imported under. */
  readonly staticClasses: string[];
  /** `import static x.Y.name`: the class under the name it is imported under, and the path to the member. */
  readonly staticMembers: Map<string, readonly [type: string, ...path: string[]]>;
  depth: number;
}

/** What a variable holds that statements change by calling its methods. */
export type Kind = 'text' | 'builder' | 'other';

/** A scope whose body is being read. */
export interface OpenScope extends Omit<Scope, 'returns' | 'data' | 'requires'> {
  readonly params: Param[];
  readonly effects: Effect[];
  readonly blocks: Block[];
  readonly bases: Value[];
  readonly decorators: Value[];
  readonly requires: string[];
  returns: Value | undefined;
  data?: DataDeclaration;
  nextGroup: number;
}

/** A class around, and what it declares: a bare name may be one of its members. */
export interface TypeAround {
  readonly scope: ScopeId;
  readonly at: Span;
  readonly fields: ReadonlyMap<string, Kind>;
  readonly methods: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
  readonly hasBase: boolean;
  readonly outer: TypeAround | undefined;
}

/** Local variables in sight, by block. */
interface Locals {
  readonly names: Map<string, Kind>;
  readonly outer: Locals | undefined;
}

/** Where the walk stands. */
export interface Frame {
  readonly file: FileLowering;
  readonly scope: OpenScope;
  readonly block: BlockId;
  readonly type: TypeAround | undefined;
  readonly locals: Locals;
  /** What the switch expression around gives by `yield`. */
  readonly yields: Value[] | undefined;
  /** Variables of the block being read that are containers inside of others. */
  readonly opened?: OpenedHere[];
}

/** Deeper than any code that people write; what is nested beyond it is not read. */
export const DEEPEST = 300;

export function spanOf({ file }: Frame, node: SyntaxNode): Span {
  return { uri: file.uri, start: node.startIndex, end: node.endIndex };
}

export function sourceOf({ file }: Frame, node: SyntaxNode): string {
  return file.text.slice(node.startIndex, node.endIndex);
}

/** Asks the text, not the tree: a node's type costs a call into the parser. */
function isComment({ file }: Frame, node: SyntaxNode): boolean {
  const next = file.text[node.startIndex + 1];
  return file.text[node.startIndex] === '/' && (next === '/' || next === '*');
}

/** Named children but comments. */
export function partsOf(frame: Frame, node: SyntaxNode): readonly SyntaxNode[] {
  return node.namedChildren.filter(child => child !== null && !isComment(frame, child)).filter(child => child !== null);
}

export function openScope(
  file: FileLowering,
  { kind, name, at, parent }: Pick<Scope, 'kind' | 'name' | 'at'> & { readonly parent?: ScopeId },
): OpenScope {
  const opened: OpenScope = {
    ...{ id: file.scopes.length, kind, name, at, parent, async: false, returns: undefined, nextGroup: 0 },
    ...{ params: [], effects: [], blocks: [], bases: [], decorators: [], requires: [] },
  };
  file.scopes.push(opened);
  return opened;
}

export function closeScope({ nextGroup: _, returns, requires, ...scope }: OpenScope): Scope {
  return { ...scope, ...(returns && { returns }), ...(requires.length > 0 && { requires }) };
}

/** The frame of a function's body, which sees the variables around it. */
export function bodyFrame(frame: Frame, scope: OpenScope): Frame {
  return { ...frame, scope, block: -1, locals: { names: new Map(), outer: frame.locals }, yields: undefined };
}

export interface BlockShape {
  readonly kind: Block['kind'];
  /** Given when the block excludes others; a group of its own otherwise. */
  readonly group?: number;
  readonly exhaustive: boolean;
  readonly condition?: Value | undefined;
  readonly loop?: LoopParts | undefined;
}

/** Opens a block around a node. */
export function inBlock(frame: Frame, node: SyntaxNode, shape: BlockShape): Frame {
  const { scope } = frame;
  const id = scope.blocks.length;
  const group = shape.group ?? scope.nextGroup++;
  const { kind, exhaustive, condition, loop } = shape;
  const under = { ...(condition && { condition }), ...(throws(node) ? { throws: true as const } : {}), ...(loop && { loop }) };
  scope.blocks.push({ id, parent: frame.block, kind, at: spanOf(frame, node), group, exhaustive, ...under });
  return { ...frame, block: id, locals: { names: new Map(), outer: frame.locals } };
}

/** Reads a part of an expression that doesn't always run (`a ? f() : b`); its block stays only if something happens in it. */
export function inBranch<T>(frame: Frame, node: SyntaxNode, shape: BlockShape, read: (inner: Frame) => T): T {
  const { scope, file } = frame;
  const effects = scope.effects.length;
  const calls = file.calls.length;
  const inner = inBlock(frame, node, shape);
  const result = read(inner);
  if (scope.effects.length === effects && file.calls.length === calls && scope.blocks.length === inner.block + 1) scope.blocks.pop();
  return result;
}

/** What a local variable in sight holds; undefined: there is none of the name. */
export function localKind({ locals }: Frame, name: string): Kind | undefined {
  for (let around: Locals | undefined = locals; around !== undefined; around = around.outer) {
    const kind = around.names.get(name);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** Declares a local variable. */
export function bindLocal(frame: Frame, name: string, kind: Kind, value: Value, at: Span, type?: Value): void {
  frame.locals.names.set(name, kind);
  const target = { root: { name }, path: [] };
  frame.scope.effects.push({ kind: 'assign', at, block: frame.block, target, value, declares: true, ...(type && { type }) });
}

const LONGEST_LABEL = 40;

/** A part that the source doesn't tell; `reason` is one clause. */
export function hole(frame: Frame, node: SyntaxNode, reason: string): Hole {
  const at = spanOf(frame, node);
  const head = frame.file.text.slice(at.start, Math.min(at.end, at.start + 4 * LONGEST_LABEL));
  const line = head.replace(/\s+/g, ' ').trim();
  const label = line.length <= LONGEST_LABEL ? line : `${line.slice(0, LONGEST_LABEL - 1)}…`;
  return { kind: 'hole', at, label, volatility: 'unknown', growth: 'replace', proven: false, reason };
}

export function scalar(frame: Frame, node: SyntaxNode, value: number | boolean | null): ValueOf<'scalar'> {
  return { kind: 'scalar', at: spanOf(frame, node), value };
}
