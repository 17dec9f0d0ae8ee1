import type { ModelFacts } from '../prices/model';
import type { CallSite } from '../request/call-site';
import type { ModelAdvice } from '../routing/suggest-model';
import type { TaskReading } from '../routing/task-class';
import type { positionsOf } from '../source/position';
import type { Span, Uri } from '../source/span';
import type { Problem } from '../source/summary';
import type { FixQuestion } from '../structured-output/questions';
import type { VerifiedQuote } from '../verify/verified-quote';
import type { Estimate, Money } from './basis';
import type { MeasuredQuote } from './measured-quote';
import type { RetrievedPart } from './retrieved';
import type { StatedQuote } from './stated-quote';

/** What windows show of one document at one version. Plain data: it crosses from the worker to the host. */
export interface Analysis {
  readonly uri: Uri;
  /** The document version it belongs to; results of an older version are never shown. */
  readonly version: number;
  readonly quotes: readonly Quote[];
  readonly findings: readonly Finding[];
  /** What rules that are switched off could mend: offered to those who look for it, and shown nowhere. Absent: nothing. */
  readonly refactorings?: readonly Finding[];
  readonly problems: readonly Problem[];
  /** Files still to be read: the rest is right, this will be refined. */
  readonly pending: readonly Uri[];
  /** Files it rests on, so that their change refreshes it. */
  readonly dependsOn: readonly Uri[];
}

/** What windows know of a call site: where it stands and what was found out, not what it sends. */
export type SiteView = Omit<CallSite, 'call' | 'parameters' | 'request'> & {
  /** The keys under which prompt text stands (`messages`, `role`): where a hover answers. */
  readonly promptKeysAt: readonly Span[];
  /** Other files whose text it sends: prompt files that code loads. Absent where there are none. */
  readonly sendsFrom?: readonly Uri[];
};

export interface Quote {
  readonly site: SiteView;
  /** The catalogue's facts, when the model is known and in it. */
  readonly model?: ModelFacts;
  /** The model was assumed (the reference model), because the prompt names none. */
  readonly modelAssumed: boolean;
  /** Text of prompts alone; exact where the family has a public tokenizer. */
  readonly textTokens: Estimate;
  /** Text plus the API's framing and tools. */
  readonly inputTokens: Estimate;
  readonly parts: readonly QuotePart[];
  /** Names of what is sent and has no known size, by which the workspace file can state it; `history`: the messages that repeat. */
  readonly holes: readonly string[];
  readonly prefix: CacheablePrefix;
  /** Most output tokens a call can bill; undefined where nothing bounds it. */
  readonly outputCapTokens?: number;
  readonly outputCapWhy: string;
  /** Cost of the input of one call that reads nothing from the cache; what it writes to it is charged as a write. */
  readonly inputUsd: Money;
  /** Input when the cached part of the prefix is read from the cache. Unknown where the model has no cache price. */
  readonly cachedInputUsd: Money;
  /** Share of calls that find their prefix in the cache, by the stated traffic; absent where none is stated. */
  readonly hitShare?: number;
  /**
   * Input as the request stands, on the average of the calls that the stated traffic brings; where none is stated, of 1,000 calls that
   * come within the cache's time to live: one that reads nothing, then reads.
   */
  readonly steadyInputUsd: Money;
  /** Worst case of the output: cap × output price. Unknown without a cap. */
  readonly maxOutputUsd: Money;
  /** Input plus worst-case output. */
  readonly maxCallUsd: Money;
  /** What the folder's workspace file says of this call or its runs showed, and what follows from it; absent where there is neither. */
  readonly stated?: StatedQuote;
  /** What records of real calls say of it; absent where none were imported that are of this call. */
  readonly measured?: MeasuredQuote;
  /** Models that would take this very request for less; absent where nothing of that kind is known. */
  readonly cheaper?: readonly CheaperModel[];
  /** What kind of task the request is; absent for objects that only fix a model. */
  readonly task?: TaskReading;
  /** Which cheaper models would do for that task; absent where none would, or nothing certain is known. */
  readonly advice?: ModelAdvice;
  /** What comparing it with a changed request showed; absent: nobody did. */
  readonly verified?: VerifiedQuote;
  /** Of a prompt file, the calls in code that send it; absent where nobody looked through the workspace. */
  readonly sentBy?: readonly Sender[];
}

/** A call in code that sends a prompt file. */
export interface Sender {
  /** The function around it, or its file. */
  readonly name: string;
  /** Relative to its workspace folder. */
  readonly path: string;
  readonly at: Span;
  /** As a lens names it; absent where none is known. */
  readonly model?: string;
  /** What it is sent to; absent where that isn't one known model. */
  readonly target?: { readonly provider?: string; readonly model: string };
}

/** A model of the same seller, in service, against which nothing stands. Whether its answers are as good, nobody says. */
export interface CheaperModel {
  readonly id: string;
  /** US dollars per call: the input and the worst case of the output where that is bounded, else the input. */
  readonly usd: Estimate;
  readonly of: 'call' | 'input';
  /** What it costs less, as a share of what is paid today: 0.95. */
  readonly saves: number;
}

export interface QuotePart {
  readonly label: string;
  readonly at: Span;
  readonly tokens: Estimate;
  readonly usd: Money;
  /** Inside the cacheable prefix. */
  readonly cacheable: boolean;
  /** What of it is looked up for the call; absent: nothing, as far as names tell. */
  readonly retrieved?: RetrievedPart;
  readonly why: string;
}

/** The longest stretch at the head of the request that is the same in every call. */
export interface CacheablePrefix {
  readonly tokens: Estimate;
  /** Where it stands in the sources, in request order. */
  readonly at: readonly Span[];
  /** What ends it; undefined: nothing does. */
  readonly cut?: { readonly at: Span; readonly label: string; readonly why: string };
  /** The part of it that the provider caches as the request stands; zero where it caches nothing. */
  readonly cachedTokens: Estimate;
  /** What a call that finds nothing in the cache writes to it; at a premium with some providers. */
  readonly writtenTokens: Estimate;
  /** The breakpoint asks for the longer time to live, whose writes cost more. */
  readonly longTtl: boolean;
  /** Whether the provider would cache it as the request stands. `broken`: the marker stands behind a value that changes, so each call writes and none reads. */
  readonly state: 'cached' | 'below-minimum' | 'straddles-minimum' | 'not-asked' | 'broken' | 'unsupported' | 'unknown';
  /** The same head per reuse scope: longer for calls of one user or one conversation. */
  readonly byScope: { readonly allCalls: Estimate; readonly oneUser: Estimate; readonly oneConversation: Estimate };
  /** One clause for the hover. */
  readonly why: string;
}

export type RuleId = string;
export type Severity = 'off' | 'hint' | 'information' | 'warning' | 'error';

export interface Finding {
  readonly rule: RuleId;
  readonly at: Span;
  readonly message: string;
  /** `confirmed`: the text proves it. `suspected`: something of unknown volatility, or a band that straddles a threshold. */
  readonly certainty: 'confirmed' | 'suspected';
  readonly severity: Severity;
  /** What the fix saves alone, in US dollars per call; absent for findings that bound a worst case. */
  readonly saving?: Money;
  /** Where the cause stands, when `at` can only be the call because the cause is in another file; `lines`: of that file, which may not be open. */
  readonly related?: { readonly at: Span; readonly message: string; readonly lines?: ReturnType<typeof positionsOf> };
  /** Identity of the call site it belongs to. */
  readonly site: string;
  readonly fixes: readonly FixOffer[];
  /** Why no safe fix exists; answers "Why can't this be fixed?". */
  readonly unfixable?: string;
}

export interface FixOffer {
  /** Unique within one Analysis. */
  readonly id: string;
  /** Carries the saving. */
  readonly title: string;
  /**
   * What the model receives afterwards, compared with before. `calls`: the same, though not as often; `context`: fewer of the messages or
   * results that it receives, each as it was.
   */
  readonly effect: 'none' | 'whitespace' | 'reorder' | 'words' | 'parameters' | 'caching' | 'schema' | 'calls' | 'context';
  readonly preferred: boolean;
  /** The file that it writes anew; everything else stays as it is. */
  readonly creates?: Uri;
  /** What has to be asked before its edits can be made: nothing of this is guessed. */
  readonly questions?: readonly FixQuestion[];
}
