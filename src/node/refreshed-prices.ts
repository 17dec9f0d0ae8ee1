import { REMOTE_DATA_JSON_URL } from '@pydantic/genai-prices';
import { errorText } from '../core/error-text';
import { readRefreshed } from '../core/prices/refreshed';

export const REFRESH_URL = REMOTE_DATA_JSON_URL;
/** Where prices are fetched from; the user is asked with this name before anything is sent. */
export const REFRESH_HOST = new URL(REFRESH_URL).host;

/** What is kept of a refresh and handed to `createCatalogue` as `refreshedPrices`. */
interface RefreshedPrices {
  /** Day of the fetch, ISO. */
  readonly fetched: string;
  readonly providers: readonly unknown[];
}

export type RefreshResult =
  | { readonly kind: 'refreshed'; readonly prices: RefreshedPrices; readonly models: number; readonly problems: readonly string[] }
  | { readonly kind: 'failed'; readonly message: string };

/** As much of `fetch` as is used. */
export type FetchLike = (
  url: string,
  options: { readonly signal: AbortSignal; readonly redirect: 'error' },
) => Promise<{ readonly ok: boolean; readonly status: number; readonly text: () => Promise<string> }>;

const TIMEOUT_MS = 30_000;
/** The data has about 1.5 MB; more than this is something else. */
const MOST_CHARACTERS = 20_000_000;

/** Fetches genai-prices' current data. Only ever called because the user asked for it; nothing of the user's is sent. */
export async function fetchRefreshedPrices(fetchLike: FetchLike, today: Date): Promise<RefreshResult> {
  let text: string;
  try {
    const response = await fetchLike(REFRESH_URL, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
    if (!response.ok) return failed(`it answered with status ${response.status}`);
    text = await response.text();
  } catch (error) {
    return failed(errorText(error), ' Try again once you are online.');
  }
  if (text.length > MOST_CHARACTERS) return failed('it answered with more data than a price list has');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return failed('it answered with something other than JSON');
  }
  if (!Array.isArray(data)) return failed('it answered with JSON that is no price list');
  const prices: RefreshedPrices = { fetched: today.toISOString().slice(0, 10), providers: data };
  const read = readRefreshed(prices);
  if (read === undefined || read.models === 0)
    return failed(`no price in it could be read${read?.problems[0] === undefined ? '' : ` (${read.problems[0]})`}`);
  return { kind: 'refreshed', prices, models: read.models, problems: read.problems };
}

function failed(reason: string, next = ''): RefreshResult {
  const message = `Prices were not refreshed from ${REFRESH_HOST}: ${reason}. The prices in use stay as they are.${next}`;
  return { kind: 'failed', message };
}
