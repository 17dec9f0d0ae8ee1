import type { Span, Uri } from '../source/span';
import type { Argument, Call } from '../source/values';
import type { CallContext } from './call-context';
import type { Request } from './request';

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
  /** Others that it may be a call of instead: which object it is made on is decided while the program runs. */
  readonly otherApis?: readonly Api[];
  readonly provider: Resolved<Provider>;
  readonly model: Resolved<string>;
  /** For code: where among the parameters the model is named (`model`, `body.model`), if it is named. */
  readonly modelParameter?: string;
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

export interface OutputCap {
  readonly state: 'set' | 'absent' | 'unknown' | 'unsupported';
  /** Tokens; of several that it may be the highest, as that much can be paid. */
  readonly value?: number;
  /** All that it may be, rising, where the code says several (a table looked up, branches). */
  readonly candidates?: readonly number[];
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
