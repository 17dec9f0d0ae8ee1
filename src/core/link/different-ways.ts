import type { SiteContent } from '../request/read-site';
import type { Piece } from '../request/request';
import type { Spending } from './found';

/** Whether it makes a difference to what is paid, or to what is said, on which of several objects a call is made. */
export function differ([first, ...others]: readonly SiteContent[]): boolean {
  const saidFirst = first && said(first);
  return others.some(other => said(other) !== saidFirst);
}

/** The same of what each of them spends; one that spends nothing differs from one that does, unless what it spends is told elsewhere. */
export function spendDifferently(each: readonly Spending[]): boolean {
  const spending = each.filter(({ found }) => found.length > 0);
  if (spending.length < each.length) return spending.length > 0;
  return differ(spending.flatMap(({ found: [one] }) => one?.content ?? []));
}

/** All of a request that tells it from others, but for what callers put into it. */
function said({ sdk, api, provider, model, outputCap: { state, value }, request }: SiteContent): string {
  const texts = request.segments.flatMap(({ kind, pieces }) => [kind, ...pieces.map(textOf)]);
  return JSON.stringify([sdk, api, provider.value ?? provider.candidates, model.value ?? model.candidates, state, value, texts]);
}

function textOf(piece: Piece): string {
  if (piece.kind === 'text') return piece.text.text;
  return piece.kind === 'hole' ? '' : piece.options.map(option => option.map(textOf).join('')).join('|');
}
