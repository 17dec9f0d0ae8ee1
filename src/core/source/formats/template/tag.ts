import type { Problem } from '../../summary';

/** A template cut into literal stretches and tags, in reading order. Offsets are the source's. */
export type Token = Literal | Tag;

interface Literal {
  readonly kind: 'literal';
  readonly start: number;
  readonly end: number;
  /** What the stretch emits, where that is not the source itself (an escape). */
  readonly emits?: string;
}

export interface Tag {
  readonly kind: 'tag';
  readonly start: number;
  readonly end: number;
  readonly action: Action;
  /** `{%-` and `{{~`: white space before or behind the tag is not emitted. */
  readonly trimBefore: boolean;
  readonly trimBehind: boolean;
  /** Takes its line with it when nothing else stands on it (Handlebars and Mustache blocks). */
  readonly ownLine: boolean;
}

export type Action =
  /** Emits what an expression gives. */
  | { readonly kind: 'print'; readonly expression: string }
  /** A clock or an include: text that a statement, not an expression, emits. */
  | { readonly kind: 'emit'; readonly label: string; readonly reason: string; readonly clock?: 'call' | 'day' }
  | { readonly kind: 'open'; readonly name: string; readonly block: Block }
  | { readonly kind: 'otherwise' }
  | { readonly kind: 'close'; readonly name: string }
  /** Comments, assignments: emit nothing. `assigns`: what stands behind may depend on it. */
  | { readonly kind: 'nothing'; readonly assigns: boolean };

export type Block =
  /** Its text stands once, or not at all. */
  | { readonly kind: 'plain' }
  /** Its text is defined here and emitted elsewhere. */
  | { readonly kind: 'muted' }
  /** Its text stands once for each item of `collection`; `binds` is the item's name, `relative` says that bare names are the item's fields. */
  | {
      readonly kind: 'loop';
      readonly label: string;
      readonly collection: readonly string[];
      readonly binds: readonly string[];
      readonly relative: boolean;
    };

export interface Lexed {
  readonly tokens: readonly Token[];
  readonly problems: readonly Problem[];
}
