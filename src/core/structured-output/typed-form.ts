import type { Refusal } from '../source/edit';
import type { ImportedName } from '../source/language';
import type { JsonSchema } from './json-schema';

/** How one API is asked for an answer by a schema in a language whose options are objects of a type: the answer stays a text, which the code goes on to parse. */
export interface TypedForm {
  /** How the package's calls are named that take one. */
  readonly called: RegExp;
  /** Types of the objects that hold the request's options. */
  readonly holder: RegExp;
  /** What the options are told. */
  entries(schema: SchemaToWrite): readonly (readonly [key: string, source: string])[] | Refusal;
  /** What stands at the head of the file, where the schema doesn't stand in the call. Lines end in `\n`. */
  declared?(schema: SchemaToWrite): { readonly imports: readonly ImportedName[]; readonly source: string };
  /** Written in place of options that are none (`nil`). */
  made?(entries: string, schema: SchemaToWrite): string;
}

export interface SchemaToWrite {
  readonly schema: JsonSchema;
  /** As the API is to call it. */
  readonly name: string;
  /** A variable that nothing in the file is called by. */
  readonly variable: string;
  /** The package of the options' type, as the file calls it; empty where types stand without one. */
  readonly prefix: string;
  readonly text: string;
  /** Of the line that the options' entry stands in. */
  readonly indentation: string;
}
