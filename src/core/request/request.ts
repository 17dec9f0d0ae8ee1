import type { Role } from '../source/prompt-document';
import type { Span } from '../source/span';
import type { MappedText } from '../source/text-map';
import type { Hole, ValueOf } from '../source/values';

/** What the provider would receive, in the provider's own prefix order. Everything said about tokens and caching derives from it. */
export interface Request {
  readonly segments: readonly Segment[];
  /** The request asks the provider to place the cache breakpoint itself (Anthropic's top-level `cache_control`). */
  readonly automaticBreakpoint?: CacheMarker;
  /** Cache breakpoints are set on what was put together before, and not known is on which parts. */
  readonly markedLater?: true;
  /** The request switches implicit caching off (OpenAI's `mode: 'explicit'`). */
  readonly explicitOnly: boolean;
}

/** One content part: a marker can stand behind each, so a message of several parts is several segments. */
export interface Segment {
  readonly kind: 'tools' | 'system' | 'message' | 'schema';
  readonly role: Role;
  readonly pieces: readonly Piece[];
  /** Where the provider's cache marker stands behind this segment; undefined: none. */
  readonly marker?: CacheMarker;
  /** First part of its message: providers add framing tokens per message. */
  readonly startsMessage: boolean;
  /** The content block as written (`{"type": "text", "text": …, "cache_control": …}`), when it is one. */
  readonly block?: ValueOf<'record'>;
  /** The message that it is a part of (`{"role": …, "content": …}`), when it is written as one. */
  readonly message?: ValueOf<'record'>;
  /** Stands in the request any number of times (a history), perhaps never. */
  readonly repeats: boolean;
  /** Size of all that repeats, as the workspace file states it. */
  readonly statedTokens?: StatedTokens;
  /** Whether it is always there. */
  readonly optional: boolean;
  /** A schema that the package makes of this type when it sends it: how it is written is the package's affair. */
  readonly derivedFrom?: string;
  /** The role's marker (`system:`), where a prompt file has one. */
  readonly roleAt?: Span;
  readonly at: Span;
}

export interface StatedTokens {
  readonly low: number;
  readonly high: number;
}

export interface CacheMarker {
  readonly ttl: '5m' | '1h' | '30m' | '12h' | 'default';
  /** What says so, where it is written as a record; for edits. */
  readonly record?: ValueOf<'record'>;
  readonly at: Span;
}

/** Where in a string literal something else is put in: `{header}`, `${rules}`. */
export interface Slot {
  readonly literal: ValueOf<'template'>;
  /** Index into the literal's parts. */
  readonly part: number;
}

/** A stretch of text, or what cannot be known of it. `slots`: the literals it was put into, outermost first; for edits. */
export type Piece =
  | {
      readonly kind: 'text';
      readonly text: MappedText;
      readonly at: Span;
      readonly slots?: readonly Slot[];
      /** The literal that it is a part of; absent: `at` is a literal of its own, if any. For edits. */
      readonly literal?: Slot['literal'];
      /** Signs of JSON that the call at `at` lays out over lines. */
      readonly indented?: true;
    }
  /**
   * One of several known texts. `rounds`: each of them, in rounds of a loop. `byKey`: whoever calls the function chooses it. `defaultOf`: the
   * parameter for which a caller may pass another.
   */
  | {
      readonly kind: 'choice';
      readonly options: readonly (readonly Piece[])[];
      readonly at: Span;
      readonly slots?: readonly Slot[];
      readonly rounds?: true;
      readonly byKey?: true;
      readonly defaultOf?: string;
    }
  | (Hole & {
      readonly slots?: readonly Slot[] /** Counted as no tokens, to compare two requests by what is known of them. */;
      readonly empty?: true;
      /** Its size, as the workspace file states it. */
      readonly statedTokens?: StatedTokens;
    });
