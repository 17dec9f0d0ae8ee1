import * as z from 'zod';
import { usdPerThousandText } from '../present/finding-money';
import { groupedDigits } from '../present/grouped-digits';
import { costOf } from '../prices/cost';
import type { ModelFacts, PriceTier } from '../prices/model';
import { isKnown } from '../quote/basis';
import type { SiteQuote } from '../quote/site-quote';
import { optionsOf } from './options';
import type { Draft, Rule, RuleContext } from './rule';

const OPTIONS = z.object({
  nearShare: z.number().min(0).max(1).default(0.9).describe('From this share of a threshold on a request is said to come near it.'),
});

export const rule: Rule = {
  id: 'no-long-context-tier',
  summary: 'Input that crosses a threshold above which the whole request costs more, or nearly does',
  defaultSeverity: 'hint',
  reveals: [],
  options: OPTIONS,
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const { quote } = context;
  const { site, model, inputTokens } = quote;
  if (model?.price === undefined || site.isWrapper || quote.modelAssumed) return [];
  const crossed = [...model.tiers].reverse().find(tier => inputTokens.low > tier.aboveInputTokens);
  const unfixable = 'What can be left out, or asked in two requests, only you know.';
  if (crossed !== undefined) {
    const message = `Above ${groupedDigits(crossed.aboveInputTokens)} tokens of input ${model.id} costs more for the whole request, and this one has at least ${groupedDigits(inputTokens.low)}${surcharge(quote, model)}.`;
    return [{ at: site.calleeAt, message, certainty: 'confirmed', fixes: [], unfixable }];
  }
  const { nearShare } = optionsOf(rule.id, OPTIONS, context);
  const near = model.tiers.find(tier => inputTokens.value > tier.aboveInputTokens * nearShare);
  if (near === undefined) return [];
  const message = `This request has about ${groupedDigits(inputTokens.value)} tokens of input as far as they are known. Above ${groupedDigits(near.aboveInputTokens)} the whole of it costs more with ${model.id}: ${change(model, near)}.`;
  return [{ at: site.calleeAt, message, certainty: 'suspected', fixes: [], unfixable }];
}

/** What the input costs more than it would below the threshold. */
function surcharge({ inputTokens }: SiteQuote, model: ModelFacts): string {
  const known = { ...inputTokens, high: inputTokens.value };
  const now = costOf(model, { inputTokens: known }).inputUsd;
  const below = costOf({ ...model, tiers: [] }, { inputTokens: known }).inputUsd;
  if (!isKnown(now) || !isKnown(below)) return '';
  const more = now.value - below.value;
  return `: ${usdPerThousandText({ ...now, value: more, low: more, high: more })} more per 1,000 calls for the input alone`;
}

function change({ price }: ModelFacts, { price: above }: PriceTier): string {
  const factor = (part: 'inputUsd' | 'outputUsd') => (price === undefined || price[part] === 0 ? 1 : above[part] / price[part]);
  return `${times(factor('inputUsd'))} the input price, ${times(factor('outputUsd'))} the output price`;
}

function times(factor: number): string {
  return `${Number(factor.toFixed(2))} ×`;
}
