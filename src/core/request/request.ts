import type { ScaffoldKind } from '../scaffolds/scaffold-uri';
import type { Role } from '../source/prompt-document';
import type { Span, Uri } from '../source/span';
import type { MappedText } from '../source/text-map';
import type { Argument, Call, Hole, ValueOf } from '../source/values';
import type { SchemaRefusal, Shape } from '../structured-output/shape';

/** What the provider would receive, in the provider's own prefix order. Everything said about tokens and caching derives from it. */
export interface Request {
  readonly segments: readonly Segment[];
  /** The request asks the provider to place the cache breakpoint itself (Anthropic's top-level `cache_control`). */
  readonly automaticBreakpoint?: CacheMarker;
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
    }
  /** One of several known texts. `rounds`: each of them, in rounds of a loop. `byKey`: whoever calls the function chooses it. */
  | {
      readonly kind: 'choice';
      readonly options: readonly (readonly Piece[])[];
      readonly at: Span;
      readonly slots?: readonly Slot[];
      readonly rounds?: true;
      readonly byKey?: true;
    }
  | (Hole & {
      readonly slots?: readonly Slot[] /** Counted as no tokens, to compare two requests by what is known of them. */;
      readonly empty?: true;
      /** Its size, as the workspace file states it. */
      readonly statedTokens?: StatedTokens;
    });

/** Where a value was found, or why it wasn't. */
export interface Resolved<T> {
  /** The value, when there is exactly one. */
  readonly value?: T;
  /** All of them, when the set is complete; empty when it isn't. */
  readonly candidates: readonly T[];
  /** Where it was written, or the argument that hides it. */
  readonly at?: Span;
  readonly provenance: 'literal' | 'constant' | 'default' | 'environment' | 'caller' | 'file' | 'unknown' | 'absent';
  /** Empty when known; else a clause: "comes from the parameter `model`". */
  readonly why: string;
}

export type Provider = 'openai' | 'azure' | 'anthropic' | 'google' | (string & {});

/** Names the request's form, and with it what its parameters are called: `openai-chat`, `anthropic-messages`, `prompt-file`, `langchain`. */
export type Api = 'openai-chat' | 'openai-responses' | 'anthropic-messages' | 'prompt-file' | (string & {});

/** One place where money is spent: a call in code (perhaps through a wrapper), or a prompt file. */
export interface CallSite {
  /** Survives moving: symbol path + API + ordinal, e.g. `Assistant.answer/openai-chat#0`. */
  readonly identity: string;
  /** `constructor`: an object that fixes a model and its caps; what is spent is spent by the calls on it. */
  readonly kind: 'call' | 'constructor' | 'wrapper-call' | 'prompt-file';
  /** The whole call expression (or the head of a prompt file). */
  readonly at: Span;
  /** What a lens stands over and a hover answers on: the callee. */
  readonly calleeAt: Span;
  /** Package family: `openai`, `anthropic`; the format's id for prompt files. */
  readonly sdk: string;
  readonly api: Api;
  readonly provider: Resolved<Provider>;
  readonly model: Resolved<string>;
  readonly outputCap: OutputCap;
  readonly request: Request;
  /** Other parameters in use, by the API's own names. */
  readonly parameters: Readonly<Record<string, Argument>>;
  /** Names of the wrapper functions between this call and the SDK's, outermost first. */
  readonly via: readonly string[];
  /** For a call through wrappers: the calls inside of them by which it leads to the SDK's. */
  readonly innerCalls?: readonly Span[];
  /** This call is a wrapper's inner call, about which callers decide: where one is found it is the spend, and totals leave this out. */
  readonly isWrapper: boolean;
  /** The call as written, for printers; absent for prompt files. */
  readonly call?: Call;
  /** For code: the reading function it stands in; empty at module level. */
  readonly symbol: string;
  readonly streams: boolean;
  /** It asks for an answer in a form that a program reads: a schema, a response format. */
  readonly structuredOutput?: true;
  /** What it is charged by, where that is not its text. */
  readonly chargedBy?: string;
  /** For calls in code. */
  readonly context?: CallContext;
  /** What could not be read, as clauses for "why is this unknown?". */
  readonly unknowns: readonly string[];
  readonly flatRate: boolean;
}

/** Under what a call runs, as far as its own file shows. */
/** What reads an answer as JSON: into a declared type, or into whatever comes. */
export interface ParsedAnswer {
  /** What is read was itself read from JSON: the answer within what came back. */
  readonly inside: boolean;
  readonly into?: ParsedType;
}

export interface ParsedType {
  /** As written. */
  readonly name: string;
  readonly shape: Shape | SchemaRefusal;
  /** How the parser takes names; absent: as they are declared. */
  readonly naming?: 'any case' | 'camelCase' | 'unknown';
}

export interface CallContext {
  /** In a loop of any kind, comprehensions and callbacks of lists included. */
  readonly inLoop: boolean;
  readonly inComprehension: boolean;
  /** Made again after a failure, by a decorator, a helper or a loop. */
  readonly retried: boolean;
  readonly retry?: Retry;
  /** Its loop adds to the messages that it sends. */
  readonly agentLoop: boolean;
  /** That loop. */
  readonly loop?: LoopAround;
  /** The list that it sends and that only gets longer. */
  readonly growth?: Growth;
  /** The loop over things that it stands in, where each of its rounds sends another request. */
  readonly itemLoop?: ItemLoop;
  /** The search whose results go into what it sends: the one that asks for most. */
  readonly retrieval?: Retrieval;
  /** What was scaffolded for it beside its file. */
  readonly scaffolded: readonly ScaffoldKind[];
  /** Why it looks like a job that nobody waits for, as a clause; absent where it doesn't. */
  readonly job?: string;
  /** Its answers are kept: by a decorator, or by what stands around it. */
  readonly cached: boolean;
  /** For each request, or once when its file is started; absent where its file doesn't say. */
  readonly runsIn?: 'handler' | 'script';
  /** Its result goes into a reader of JSON, and so does what was read (`inside`). */
  readonly parsesJson: boolean | 'inside';
  /** What the parser makes of it, where that is an object of a declared type. */
  readonly parsedInto?: ParsedType;
  /** What is called on its result asks for an object by a schema (`.call().entity(Invoice.class)`). */
  readonly givesObject: boolean;
}

/** A loop around a call that goes over nothing, or over numbers. */
export interface LoopAround {
  /** The whole statement, and what runs in each round. */
  readonly at: Span;
  readonly body: Span;
  /** A number ends it, whatever happens in it. */
  readonly bounded: boolean;
  /** Each round waits for a person or a message. */
  readonly waits: boolean;
}

/** What makes a call again after a failure. */
export interface Retry {
  /** The decorator, the helper's call or the loop's statement. */
  readonly at: Span;
  readonly by: 'helper' | 'loop';
  /** What a loop runs in each round. */
  readonly body?: Span;
  /** Absent: a helper that isn't known, or whose arguments are not in sight. */
  readonly bounded?: boolean;
  /** The number that bounds it, where it is written out. */
  readonly attempts?: number;
  readonly attemptsAt?: Span;
  /** The `true` that lets it go on for ever. */
  readonly foreverAt?: Span;
  /** The helper's argument that would bound it: a number, or a function of the module called with one. */
  readonly write?: { readonly name: string; readonly module?: string; readonly as?: string };
}

/** A list of messages that only gets longer. */
export interface Growth {
  /** As the code calls it: `messages`. */
  readonly name: string;
  /** Where it stands in the call's arguments. */
  readonly at: Span;
  /** With the rounds of a loop that a person keeps going, or with the calls of the function. */
  readonly over: 'rounds' | 'calls';
  /** Other messages are written around it in the call. */
  readonly among: boolean;
  /** One message is added before each call, and one behind it. */
  readonly alternates: boolean;
  /** An object of a package that holds messages (`ChatHistory`), instead of which no plain list can be sent. */
  readonly ofPackage: boolean;
}

/** A search that says how many results it wants. */
export interface Retrieval {
  /** As written: `k`, `n_results`, `topK`. */
  readonly name: string;
  readonly results: number;
  /** Where the number stands, or the name that holds it. */
  readonly at: Span;
  /** The number itself stands there. */
  readonly isWritten: boolean;
}

/** `for document in documents` */
export interface ItemLoop {
  /** The loop's variable and what it goes over, as written: `document`, `documents`. */
  readonly item: string;
  readonly over: string;
}

export interface OutputCap {
  readonly state: 'set' | 'absent' | 'unknown' | 'unsupported';
  /** Tokens. */
  readonly value?: number;
  /** It counts unless a caller passes another: it is the default of a parameter. */
  readonly byDefault?: true;
  /** It is the most that is passed, which is worked out while the program runs: `min(800, left)`. */
  readonly atMost?: true;
  /** The parameter in use, or the one that the API wants. */
  readonly parameter: string;
  readonly at?: Span;
  /** Required by the API: a call without it fails. */
  readonly required: boolean;
  /** It can't be written into the call itself, but there: "where the ChatOpenAI is made". */
  readonly elsewhere?: string;
  /** Where a prompt file's cap is written, if not in the file itself. */
  readonly file?: Uri;
}
