import type { Interval } from '../../verify/interval';
import type { Verification } from '../../verify/verification';
import type { VerifiedQuote } from '../../verify/verified-quote';

/** What is compared, and what it shows. */
export interface Judged {
  readonly compared: number;
  readonly agreeing: number;
  readonly interval: Interval;
  readonly bar: number;
  readonly verdict: Verification['verdict'];
  readonly samplesWanted?: number;
}

/** `47 of 50 agree, 95% interval 84–98%: below your bar of 95%.` */
export function verdictText({ compared, agreeing, interval, bar, verdict, samplesWanted }: Judged): string {
  if (verdict === 'none') return 'No two answers could be compared, so nothing is known.';
  return `${agreeing} of ${compared} agree, 95% interval ${intervalText(interval)}: ${conclusion(verdict, percent(bar), samplesWanted)}.`;
}

function conclusion(verdict: Exclude<Verification['verdict'], 'none'>, bar: string, samplesWanted: number | undefined): string {
  if (verdict === 'met') return `above your bar of ${bar}`;
  if (verdict === 'below') return `below your bar of ${bar}`;
  const more =
    samplesWanted === undefined ? 'more samples may tell' : `about ${samplesWanted.toLocaleString('en')} samples would, if it stays so`;
  return `that doesn’t prove your bar of ${bar} yet; ${more}`;
}

/** Rounded outwards would claim less, rounded inwards more: as everybody rounds. */
function intervalText({ low, high }: Interval): string {
  const [from, to] = [Math.round(low * 100), Math.round(high * 100)];
  return from === to ? `${from}%` : `${from}–${to}%`;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

export interface Badge {
  readonly text: string;
  readonly kind: 'met' | 'below' | 'open' | 'stale';
  /** The whole of it. */
  readonly detail: string;
}

/** What a result comes down to in a row: `47/50 agree`, `verified`, `stale`. */
export function badgeOf(verified: VerifiedQuote): Badge {
  const { freshness, verdict, agreeing, compared, at, today, changed, change, title } = verified;
  const what = change === 'model' ? `${today.model} against ${changed.model}` : (title ?? 'a changed request');
  const detail = `${what}, ${at.slice(0, 10)}: ${verdictText(verified)}`;
  const share = `${agreeing}/${compared} agree`;
  if (freshness === 'stale')
    return { text: `${share}, stale`, kind: 'stale', detail: `${detail} Prompt or model have changed since: verify it again.` };
  const kind = verdict === 'none' ? 'open' : verdict;
  return { text: verdict === 'met' ? `verified, ${share}` : share, kind, detail };
}
