import type { ImportedName } from '../source/language';
import type { Literal } from '../source/literal';

/** How one API is asked for an answer that keeps to a schema, in one language. */
export interface Form {
  /** How today's packages are called; earlier ones had other names. */
  readonly called: RegExp;
  /** Besides zod or pydantic. */
  readonly imports: readonly ImportedName[];
  /** The answer comes parsed, or its text is checked where it is parsed. */
  readonly asParsed: Asking;
  /** The answer stays a text, which the code goes on to parse; absent: there is no such way. */
  readonly asText?: Asking;
  readonly parsed: ParsedPlace;
}

/** What of the call changes. `schema`: the name of the zod schema or the pydantic class. `name`: what the API is to call it. */
export type Asking =
  /** `response_format=Invoice` */
  | (Passed & { value(schema: string, name: string, quoted: Quoting): Literal })
  /** `text: { format: … }`: of a record that may hold more. */
  | (Passed & { entries(schema: string, name: string, quoted: Quoting): readonly Entry[] })
  /** `model.withStructuredOutput(schema).invoke(…)` */
  | { readonly receiver: string };

interface Passed {
  readonly parameter: string;
  /** The method that is called instead. */
  readonly method?: string;
  /** The schema that pydantic makes goes to the API as it is, so its classes must forbid other fields. */
  readonly asMade?: true;
}

/** A text as the file quotes it. */
type Quoting = (text: string) => string;

export type Entry = readonly [key: string, value: Literal];

/**
 * What then holds the parsed answer. `sibling`: beside the text (`….message.parsed` for `….message.content`). `member`: of the answer.
 * `answer`: the answer itself, whose text was its member `text`, or all of it. `text`: nothing, so that the text is parsed and checked where it was parsed.
 */
export type ParsedPlace =
  /** `mayBeNull`: where the model refused. */
  | { readonly of: 'sibling'; readonly text: string; readonly key: string; readonly mayBeNull: true }
  | { readonly of: 'member'; readonly key: string; readonly mayBeNull: boolean }
  | { readonly of: 'answer'; readonly text?: string }
  | { readonly of: 'text' };
