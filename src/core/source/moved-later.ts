import type { DataDeclaration } from './data-type';
import { moveSpans } from './move-spans';
import type { Uri } from './span';
import type { Block, CallPlace, Effect, Expected, Param, Scope } from './summary';
import type { Call, ScopeId, Value } from './values';

/** Parts of one statement at their new places; what they share stays shared. */
export type Move = <T>(part: T) => T;

export function moveBy(uri: Uri, by: number): Move {
  const known = new Map<object, object>();
  return part => moveSpans(part, uri, () => by, known);
}

/**
 * A scope of a statement that an edit before it has moved. Most of them nobody looks into before the next edit, so what speaks of places
 * is moved when it is asked for. To be read by its names: a copy of its own properties lacks what is behind the getters.
 */
export class MovedScope implements Scope {
  readonly id: ScopeId;
  readonly kind: Scope['kind'];
  readonly name: string;
  readonly parent: ScopeId | undefined;
  readonly async: boolean;
  readonly partial?: true;
  readonly jsonNames?: Readonly<Record<string, string>>;
  readonly requires?: readonly string[];
  readonly closedFields?: readonly string[];
  readonly implements?: readonly Value[];
  readonly data?: DataDeclaration;
  readonly returns?: Value;
  readonly yields?: readonly Value[];
  readonly signatures?: Readonly<Record<string, Value>>;
  readonly expected?: Expected;
  /** The same, with the places where it was read. */
  readonly asRead: Scope;
  readonly #move: Move;
  #at: Scope['at'] | undefined;
  #params: readonly Param[] | undefined;
  #effects: readonly Effect[] | undefined;
  #blocks: readonly Block[] | undefined;
  #bases: readonly Value[] | undefined;
  #decorators: readonly Value[] | undefined;

  constructor(asRead: Scope, move: Move) {
    this.asRead = asRead;
    this.#move = move;
    this.id = asRead.id;
    this.kind = asRead.kind;
    this.name = asRead.name;
    this.parent = asRead.parent;
    this.async = asRead.async;
    if (asRead.partial !== undefined) this.partial = asRead.partial;
    if (asRead.jsonNames !== undefined) this.jsonNames = asRead.jsonNames;
    if (asRead.requires !== undefined) this.requires = asRead.requires;
    if (asRead.closedFields !== undefined) this.closedFields = asRead.closedFields;
    if (asRead.implements !== undefined) this.implements = move(asRead.implements);
    if (asRead.data !== undefined) this.data = move(asRead.data);
    if (asRead.returns !== undefined) this.returns = move(asRead.returns);
    if (asRead.yields !== undefined) this.yields = move(asRead.yields);
    if (asRead.signatures !== undefined) this.signatures = move(asRead.signatures);
    if (asRead.expected !== undefined) this.expected = move(asRead.expected);
  }

  get at(): Scope['at'] {
    this.#at ??= this.#move(this.asRead.at);
    return this.#at;
  }

  get params(): readonly Param[] {
    this.#params ??= this.#move(this.asRead.params);
    return this.#params;
  }

  get effects(): readonly Effect[] {
    this.#effects ??= this.#move(this.asRead.effects);
    return this.#effects;
  }

  get blocks(): readonly Block[] {
    this.#blocks ??= this.#move(this.asRead.blocks);
    return this.#blocks;
  }

  get bases(): readonly Value[] {
    this.#bases ??= this.#move(this.asRead.bases);
    return this.#bases;
  }

  get decorators(): readonly Value[] {
    this.#decorators ??= this.#move(this.asRead.decorators);
    return this.#decorators;
  }
}

/** The same for a call. */
export class MovedCall implements CallPlace {
  readonly scope: ScopeId;
  readonly block: number;
  readonly #asRead: CallPlace;
  readonly #move: Move;
  #call: Call | undefined;

  constructor(asRead: CallPlace, move: Move) {
    this.#asRead = asRead;
    this.#move = move;
    this.scope = asRead.scope;
    this.block = asRead.block;
  }

  get call(): Call {
    this.#call ??= this.#move(this.#asRead.call);
    return this.#call;
  }
}

/** A scope with the places where it was read: the same object for as long as it is not read again. */
export function asRead(scope: Scope): Scope {
  return scope instanceof MovedScope ? scope.asRead : scope;
}
