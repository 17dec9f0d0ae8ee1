import type { Value } from './values';

/** What a type holds, as far as JSON can say it; free of any language. */
export type DataType =
  | { readonly kind: 'text' | 'number' | 'integer' | 'boolean' }
  | { readonly kind: 'list'; readonly item: DataType }
  /** A type of the project, perhaps in another file. */
  | { readonly kind: 'named'; readonly type: Value }
  /** Tables, dates, unions: what no plain schema says. `written`: as the source has it. */
  | { readonly kind: 'other'; readonly written: string };

/** A field of a struct, record or class, as it is read and written as JSON. */
export interface DataField {
  /** By what a tag or annotation says, else its own. */
  readonly name: string;
  /** A tag or annotation says the name. */
  readonly named: boolean;
  readonly type: DataType;
  readonly nullable: boolean;
  /** What an annotation says of it for a model. */
  readonly description?: string;
}

/** What a declared type is as data. `renames`: it is another type's name (`type Status string`). */
export type DataDeclaration =
  | { readonly kind: 'fields'; readonly fields: readonly DataField[] }
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'renames'; readonly type: DataType };
