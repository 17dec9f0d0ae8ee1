import type { RealUsage } from '../../core/verify/call-cost';
import type { FilledMessage, TrialRequest } from '../../core/verify/trial-request';

/** One question to an endpoint. */
export interface EndpointQuestion extends Pick<TrialRequest, 'wire' | 'model' | 'parameters' | 'answerForm'> {
  /** As the packages take it: `https://api.openai.com/v1`, `https://api.anthropic.com`. */
  readonly baseUrl: string;
  /** Undefined: the endpoint wants none, as those on one's own machine. */
  readonly key: string | undefined;
  readonly messages: readonly FilledMessage[];
  /** Undefined: as long as the model likes; Anthropic's wire wants one. */
  readonly maxOutputTokens?: number;
  /** The newer name of the cap, which OpenAI wants and others don't know. */
  readonly capsCompletion: boolean;
  readonly streams: boolean;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/**
 * Why there is no answer. `empty`, `refused` and `cut` are the model's; `key`, `model` and `quota` won't pass by themselves, nor will
 * `request`: it doesn't take what was asked. `rate` passes.
 */
export type FailureKind =
  | 'empty'
  | 'refused'
  | 'cut'
  | 'key'
  | 'model'
  | 'quota'
  | 'request'
  | 'rate'
  | 'server'
  | 'late'
  | 'connection'
  | 'unreadable';

export interface EndpointFailure {
  /** What happened, as a sentence for the user. */
  readonly failed: string;
  readonly kind: FailureKind;
  readonly usage?: RealUsage;
  readonly milliseconds: number;
  /** Of `rate`: how long it asks to wait. */
  readonly retryAfterMs?: number;
}

interface EndpointText {
  readonly answer: string;
  /** Absent: it reported none. */
  readonly usage?: RealUsage;
  readonly milliseconds: number;
  /** Of streams. */
  readonly firstTokenMs?: number;
}

export type EndpointAnswer = EndpointText | EndpointFailure | { readonly cancelled: true };

/** What a wire's reader got out of a response that came. */
export interface Received {
  readonly text: string;
  readonly ended: 'complete' | 'cut' | 'refused';
  readonly usage?: RealUsage;
  readonly firstTokenMs?: number;
  /** It was no response of this kind. */
  readonly isForeign?: true;
}

/** Milliseconds since the question. */
export type Clock = () => number;
