import { groupedDigits } from '../present/grouped-digits';
import type { ModelFacts } from '../prices/model';
import type { SiteQuote } from '../quote/site-quote';
import type { Draft, Rule, RuleContext } from './rule';

export const rule: Rule = {
  id: 'no-context-overflow',
  summary: 'A request that, with the answer it allows, is larger than the model’s context window',
  defaultSeverity: 'warning',
  reveals: [],
  check,
};

function check({ quote, among }: RuleContext): readonly Draft[] {
  const { site, model, inputTokens } = quote;
  const window = model?.contextTokens;
  if (model === undefined || window === undefined || !mayOverflow(quote)) return [];
  // A cap that is wrong whatever a wrapper's callers send is the wrapper's.
  if (site.via.length > 0 && among(sharesCapOfWrapper)) return [];
  const answer = answerTokens(quote, model);
  const certain = inputTokens.low + answer > window;
  const { low, value } = inputTokens;
  const input = certain ? `at least ${groupedDigits(low)}` : `about ${groupedDigits(value)}`;
  const allowed = answer === 0 ? '' : `, and ${site.outputCap.parameter} allows an answer of ${groupedDigits(answer)}`;
  const message = `This request has ${input} tokens${allowed}: ${answer === 0 ? '' : 'together '}more than the ${groupedDigits(window)} that ${model.id} takes, so it ${certain ? 'fails' : 'may fail'}.`;
  const most = window - Math.ceil(certain ? low : value);
  const unfixable =
    answer > 0 && most > 0
      ? `How long an answer has to be only you know. With a cap of ${groupedDigits(most)} tokens the request would fit.`
      : 'What can be left out only you know. Shorten the request, or choose a model with a larger window.';
  const at = answer > 0 && site.outputCap.at?.uri === site.at.uri ? site.outputCap.at : site.calleeAt;
  return [{ at, message, certainty: certain ? 'confirmed' : 'suspected', fixes: [], unfixable }];
}

function sharesCapOfWrapper({ quote, quotes }: Pick<RuleContext, 'quote' | 'quotes'>): boolean {
  return quotes.some(other => other.site.isWrapper && mayOverflow(other) && isSameCap(other, quote));
}

function mayOverflow(quote: SiteQuote): boolean {
  const { model, inputTokens, modelAssumed } = quote;
  const window = model?.contextTokens;
  return model !== undefined && window !== undefined && !modelAssumed && inputTokens.value + answerTokens(quote, model) > window;
}

function isSameCap({ site: one }: SiteQuote, { site: other }: SiteQuote): boolean {
  const [a, b] = [one.outputCap.at, other.outputCap.at];
  return a !== undefined && b !== undefined && a.uri === b.uri && a.start === b.start;
}

/** Gemini counts input and output apart; of a cap that the model can't reach the provider counts all the same. */
function answerTokens({ site }: SiteQuote, model: ModelFacts): number {
  const { state, atMost, value = 0, candidates = [value] } = site.outputCap;
  // What is worked out for each call is mostly what the window leaves.
  return model.provider === 'google' || state !== 'set' || atMost ? 0 : Math.min(...candidates);
}
