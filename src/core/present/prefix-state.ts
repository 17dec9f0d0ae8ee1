import type { CacheablePrefix, Quote } from '../quote/analysis';

/** As a reader is told it: what is too short to be cached isn't cacheable, whether or not the request asks for it. */
export function prefixState({ prefix, model }: Quote): Pick<CacheablePrefix, 'state' | 'why'> {
  const { state, why, tokens } = prefix;
  const minimum = model?.caching?.minimumTokens;
  if (state !== 'not-asked' || minimum === undefined || tokens.low >= minimum) return { state, why };
  const from = `${minimum.toLocaleString('en')} tokens this model caches from`;
  return tokens.high < minimum
    ? { state: 'below-minimum', why: `shorter than the ${from}` }
    : { state: 'straddles-minimum', why: `may be shorter than the ${from}; ${why}` };
}
