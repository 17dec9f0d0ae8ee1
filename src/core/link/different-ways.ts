import type { SiteContent } from '../request/read-site';
import type { Piece } from '../request/request';
import type { ByCaller } from '../source/values';
import type { Spending } from './found';

/**
 * Whether it makes a difference to what is paid on which of several objects a call is made. By a key callers choose among prompts, too;
 * what a branch says besides is the function's own.
 */
export function differ(contents: readonly SiteContent[], byCaller: ByCaller): boolean {
  const [first, ...others] = contents.map(content => said(content, byCaller === 'key'));
  return others.some(other => other !== first);
}

/** The same of what each of them spends; one that spends nothing differs from one that does. */
export function spendDifferently(each: readonly Spending[], byCaller: ByCaller): boolean {
  const spending = each.filter(({ found }) => found.length > 0);
  if (spending.length < each.length) return spending.length > 0;
  return differ(
    spending.flatMap(({ found: [one] }) => one?.content ?? []),
    byCaller,
  );
}

/** What tells a request from others. */
function said({ sdk, api, provider, model, outputCap: { state, value }, request }: SiteContent, withTexts: boolean): string {
  const texts = withTexts ? request.segments.flatMap(({ kind, pieces }) => [kind, ...pieces.map(textOf)]) : [];
  return JSON.stringify([sdk, api, provider.value ?? provider.candidates, model.value ?? model.candidates, state, value, texts]);
}

function textOf(piece: Piece): string {
  if (piece.kind === 'text') return piece.text.text;
  return piece.kind === 'hole' ? '' : piece.options.map(option => option.map(textOf).join('')).join('|');
}
