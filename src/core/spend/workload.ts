import type { ModelFacts } from '../prices/model';
import type { Estimate } from '../quote/basis';
import type { Agent, Conversation } from './scenario';

/** What a call sends, in the order in which it is sent: a cached prefix covers them from the left. */
export const INPUT_PARTS = ['tools', 'system', 'history', 'retrieved', 'query'] as const;
/** What it gets; thinking is charged as output. */
export const OUTPUT_PARTS = ['output', 'reasoning'] as const;
/** What is paid besides. Retries send and get everything again; the rest are the costs of levers. */
const EXTRA_PARTS = ['retries', 'summaries', 'lookups', 'classifier', 'scorer', 'compression'] as const;

export type InputPart = (typeof INPUT_PARTS)[number];
export type RequestPart = InputPart | (typeof OUTPUT_PARTS)[number];
export type SpendPart = RequestPart | (typeof EXTRA_PARTS)[number];

export const SPEND_PARTS: readonly SpendPart[] = [...INPUT_PARTS, ...OUTPUT_PARTS, ...EXTRA_PARTS];

/** Written out, so that all of them have one shape: a scenario of 500 calls makes a hundred thousand. */
export function byInputPart<T>(of: (part: InputPart) => T): Record<InputPart, T> {
  return { tools: of('tools'), system: of('system'), history: of('history'), retrieved: of('retrieved'), query: of('query') };
}

/** Something for each part of a request. */
export function byRequestPart<T>(of: (part: RequestPart) => T): Record<RequestPart, T> {
  return {
    tools: of('tools'),
    system: of('system'),
    history: of('history'),
    retrieved: of('retrieved'),
    query: of('query'),
    output: of('output'),
    reasoning: of('reasoning'),
  };
}

/** Something for each part of what a call costs. */
export function bySpendPart<T>(of: (part: SpendPart) => T): Record<SpendPart, T> {
  return {
    tools: of('tools'),
    system: of('system'),
    history: of('history'),
    retrieved: of('retrieved'),
    query: of('query'),
    output: of('output'),
    reasoning: of('reasoning'),
    retries: of('retries'),
    summaries: of('summaries'),
    lookups: of('lookups'),
    classifier: of('classifier'),
    scorer: of('scorer'),
    compression: of('compression'),
  };
}

/** One call site, or a request that somebody describes, as the model of spend sees it. */
export interface Workload {
  readonly id: string;
  readonly label: string;
  readonly feature: string;
  /** Undefined, or without a price: `whyUnpriced` says why. */
  readonly model?: ModelFacts;
  readonly whyUnpriced: string;
  /** Of the first call; a conversation's or an agent's history comes on top. */
  readonly tokens: Readonly<Record<RequestPart, Estimate>>;
  /** Undefined: nobody stated it, and money is for 1,000 calls. */
  readonly callsPerMonth?: Estimate;
  /** Share by which the calls grow each month: 0.1 is 10%. */
  readonly growthPerMonth?: number;
  /** Hours of a month in which calls come. */
  readonly hoursPerMonth: number;
  /** The head of the request that is the same in every call. */
  readonly prefixTokens: Estimate;
  /** The same once the fixes that are found are made, which move behind it what changes; undefined: there are none. */
  readonly fixedPrefixTokens?: Estimate;
  /** Instructions and tools are the same in all calls of one conversation; false where the time of the call stands in them. */
  readonly steadyInConversation: boolean;
  /** Among how many values of the prefix the calls are spread: 1, or the number of users where it names the user. */
  readonly prefixValues: number;
  readonly caching: CachingToday;
  readonly retriesPerCall: Estimate;
  /** Most output that a call can bill; undefined: nothing bounds it. */
  readonly outputCapTokens?: number;
  readonly conversation?: Conversation;
  readonly agent?: Agent;
}

/** What the request as written has cached. */
export interface CachingToday {
  /** Read by a call that finds it. */
  readonly readTokens: Estimate;
  /** Written by a call that finds nothing. */
  readonly writtenTokens: Estimate;
  readonly longTtl: boolean;
  /** A later turn reads the turns before it, too. */
  readonly coversConversation: boolean;
}

/** The head that a scenario's caching can count on. */
export function prefixToCache(workload: Workload, caching: { readonly afterFixes?: boolean | undefined } | undefined): Estimate {
  return caching?.afterFixes === true ? (workload.fixedPrefixTokens ?? workload.prefixTokens) : workload.prefixTokens;
}
