import {
  APIUserAbortError as AnthropicAbortError,
  APIConnectionError as AnthropicConnectionError,
  APIConnectionTimeoutError as AnthropicTimeoutError,
} from '@anthropic-ai/sdk';
import { APIConnectionError, APIConnectionTimeoutError, APIUserAbortError } from 'openai';
import { errorText } from '../../core/error-text';
import type { EndpointFailure } from './endpoint';
import { property } from './property';

/** What a package threw, as one sentence for the user. Nothing of the request is in it, and never the key. */
export function whatHappened(error: unknown, host: string, timeoutMs: number): Omit<EndpointFailure, 'milliseconds'> {
  const isAbort = error instanceof Error && /^(?:TimeoutError|AbortError)$/.test(error.name);
  if (isAbort || LATE.some(late => error instanceof late))
    return { kind: 'late', failed: `${host} did not answer within ${Math.round(timeoutMs / 1000)} seconds.` };
  const status = property(error, 'status');
  if (typeof status === 'number') return ofStatus(status, error, host);
  if (error instanceof APIConnectionError || error instanceof AnthropicConnectionError)
    return { kind: 'connection', failed: `${host} could not be reached: ${causeOf(error)}.` };
  // The connection broke while the answer came.
  if (error instanceof TypeError && error.message === 'terminated')
    return { kind: 'connection', failed: `${host} hung up in the middle of its answer.` };
  return { kind: 'unreadable', failed: `${host} answered with something that could not be read: ${messageOf(error)}.` };
}

const LATE = [APIConnectionTimeoutError, APIUserAbortError, AnthropicTimeoutError, AnthropicAbortError];
const OUT_OF_MONEY = /credit balance|insufficient.{0,10}(?:quota|balance|credit|funds)|billing/i;

function ofStatus(status: number, error: unknown, host: string): Omit<EndpointFailure, 'milliseconds'> {
  const message = messageOf(error);
  const retryAfterMs = retryAfter(property(error, 'headers'));
  const isQuota = property(error, 'code') === 'insufficient_quota' || status === 402;
  if (isQuota || (OUT_OF_MONEY.test(message) && retryAfterMs === undefined))
    return { kind: 'quota', failed: `${host} says that the quota or the money is used up (status ${status}): ${message}.` };
  switch (status) {
    case 401:
    case 403:
      return { kind: 'key', failed: `${host} refused the key (status ${status}). “Set the Key of an Endpoint…” takes another one.` };
    case 404:
      return {
        kind: 'model',
        failed: `${host} knows no such address or model (status 404). Check the endpoint and the model in the settings.`,
      };
    case 408:
      return { kind: 'late', failed: `${host} gave up waiting (status 408).` };
    case 429:
    case 529:
      return {
        kind: 'rate',
        failed: `${host} is over its quota or rate limit (status ${status}): ${message}.`,
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      };
  }
  const kind = status >= 500 ? 'server' : 'request';
  return { kind, failed: `${host} answered with status ${status}: ${message}.` };
}

/** In milliseconds. Seconds, or a date of which the distance is taken; what asks for nothing is none. */
function retryAfter(headers: unknown): number | undefined {
  if (!(headers instanceof Headers)) return undefined;
  const milliseconds = Number(headers.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(milliseconds) && milliseconds >= 0) return milliseconds;
  const stated = headers.get('retry-after');
  if (stated === null || stated === '') return undefined;
  const wait = Number.isFinite(Number(stated)) ? Number(stated) * 1000 : Date.parse(stated) - Date.now();
  return Number.isFinite(wait) && wait >= 0 ? wait : undefined;
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = error.cause instanceof Error && error.cause.cause instanceof Error ? error.cause.cause : error.cause;
  return inner instanceof Error && inner.message !== '' ? inner.message : error.message;
}

const LONGEST_MESSAGE = 200;
/** Some endpoints repeat the key that they refuse. */
const KEY = /\b(?:sk|pk|key|AIza)[-_A-Za-z0-9*]{8,}/g;

function messageOf(error: unknown): string {
  const text = errorText(error).replace(KEY, '…').replace(/\s+/g, ' ').replace(/\.$/, '');
  return text.length <= LONGEST_MESSAGE ? text : `${text.slice(0, LONGEST_MESSAGE - 1)}…`;
}
