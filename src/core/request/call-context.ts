import type { ScaffoldKind } from '../scaffolds/scaffold-uri';
import type { Span } from '../source/span';
import type { SchemaRefusal, Shape } from '../structured-output/shape';

/** Under what a call runs, as far as its own file shows. */
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
  /** Such a loop, and a job, in which its function is called; absent where the call itself stands in a loop. */
  readonly calledForItems?: CalledForItems;
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

/** `for document in documents: summarize(document)` */
export interface CalledForItems extends ItemLoop {
  /** The function that the loop's job calls, or that leads to it. */
  readonly by: string;
  readonly at: Span;
  readonly job: string;
}

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
