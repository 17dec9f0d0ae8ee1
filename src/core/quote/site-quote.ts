import type { CallSite } from '../request/call-site';
import type { Piece } from '../request/request';
import type { Uri } from '../source/span';
import type { Quote } from './analysis';
import { promptKeys } from './prompt-keys';

/** A quote together with the whole call site, as rules see it. Stays in the worker. */
export type SiteQuote = Omit<Quote, 'site'> & { readonly site: CallSite };

/** The part that windows show; prompts, arguments and what was evaluated stay behind. */
export function viewOf(quote: SiteQuote): Quote {
  const { call: _call, parameters: _parameters, request: _request, ...site } = quote.site;
  const others = otherFiles(quote.site);
  return { ...quote, site: { ...site, promptKeysAt: promptKeys(quote.site), ...(others.length === 0 ? {} : { sendsFrom: others }) } };
}

function otherFiles({ at, request }: CallSite): readonly Uri[] {
  const uris = (piece: Piece): readonly Uri[] => {
    if (piece.kind === 'text') return [piece.text.uri];
    return piece.kind === 'choice' ? piece.options.flatMap(option => option.flatMap(uris)) : [];
  };
  const all = request.segments.flatMap(segment => segment.pieces.flatMap(uris));
  return [...new Set(all)].filter(uri => uri !== at.uri);
}
