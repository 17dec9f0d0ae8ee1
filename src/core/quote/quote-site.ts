import { costOf } from '../prices/cost';
import { UNKNOWN_TOKENIZER } from '../prices/family-counting';
import { likelyMeant } from '../prices/likely-meant';
import type { CachingFacts, ModelFacts } from '../prices/model';
import { sellerOf } from '../prices/sellers';
import type { CallSite } from '../request/call-site';
import { isKnown, type Money } from './basis';
import { statedHitShare } from './cache-hits';
import type { QuoteEnvironment } from './environment';
import { holesOf } from './holes';
import { inputCost } from './input-cost';
import { calibrated } from './measured';
import { cacheablePrefix } from './prefix';
import { targetOf } from './prompt-target';
import { countRequest, embeds, writePremium } from './request-parts';
import { segmentCounter } from './segment-counter';
import type { SiteQuote } from './site-quote';

const BY_SUBSCRIPTION = 'files like this are often paid by subscription; choose a reference model to see prices';

/** No provider caches what it embeds. */
const NO_CACHING: CachingFacts = { mode: 'none', wholeRequestOnly: false, ttl: '', source: '' };

/** What one call costs as it stands: tokens of its parts, US dollars a call, and why what is unknown is unknown. Total. */
export function quoteSite(site: CallSite, environment: QuoteEnvironment): SiteQuote {
  const target = targetOf(site, environment);
  // A reference model is for prompts of which nobody knows who sends them.
  const { model, assumed } = target === undefined ? modelOf(site, environment) : { assumed: false };
  const call = { uri: site.at.uri, identity: site.identity };
  const counting = calibrated((target ?? model)?.counting ?? UNKNOWN_TOKENIZER, environment.settings.measured, call, model);
  const counter = segmentCounter(site, model, counting, environment.countTokens.bind(environment));
  const prefix = embeds(site)
    ? cacheablePrefix({ ...site.request, segments: [] }, NO_CACHING, counter)
    : cacheablePrefix(site.request, model?.caching, counter);
  const { parts, textTokens, inputTokens } = countRequest(site, model, counter, prefix.at);
  const hitShare = statedHitShare(environment.saidOf(site.at.uri, site.identity), { site, ...(model === undefined ? {} : { model }) });
  const costs = inputCost(model, inputTokens, prefix, hitShare);
  const cap = capOf(site, model);
  const outputCapTokens = cap.tokens;
  const whyUnpriced = noPriceOf(site, model, environment);
  const unknown = (why: string): Money => ({ basis: 'unknown', why });
  const maxOutputUsd =
    outputCapTokens === undefined
      ? unknown(cap.why)
      : whyUnpriced === undefined
        ? costOf(model, { inputTokens, outputTokens: outputCapTokens }).outputUsd
        : unknown(whyUnpriced);
  const explained = whyUnpriced === undefined ? costs : unpriced(costs, whyUnpriced);
  const { inputUsd } = explained;
  const maxCallUsd =
    isKnown(inputUsd) && isKnown(maxOutputUsd) ? added(inputUsd, maxOutputUsd) : isKnown(inputUsd) ? maxOutputUsd : inputUsd;
  return {
    site,
    ...(model === undefined ? {} : { model }),
    modelAssumed: assumed,
    textTokens,
    inputTokens,
    parts: [...parts, ...writePremium(site, costs.inputUsd, parts)],
    holes: holesOf(site.request),
    prefix,
    ...(hitShare === undefined ? {} : { hitShare }),
    ...(outputCapTokens === undefined ? {} : { outputCapTokens }),
    outputCapWhy: cap.why,
    ...explained,
    maxOutputUsd,
    maxCallUsd,
  };
}

function added(a: Money, b: Money): Money {
  if (!isKnown(a)) return a;
  if (!isKnown(b)) return b;
  const basis = a.basis === 'exact' ? b.basis : a.basis;
  return {
    value: a.value + b.value,
    low: a.low + b.low,
    high: a.high + b.high,
    basis,
    why: [a.why, b.why].filter(why => why !== '').join('; '),
  };
}

/** The model's facts. A client that talks to another host has no known price; a prompt without a model may borrow the reference model. */
function modelOf(site: CallSite, environment: QuoteEnvironment): { readonly model?: ModelFacts; readonly assumed: boolean } {
  const { catalogue, settings, today } = environment;
  const id = site.model.value;
  if (id !== undefined) {
    const found = catalogue.find(site.provider.value, id, today);
    if (found === undefined) return { assumed: false };
    const isPriced = !isElsewhere(site) && !isBySubscription(site, environment) && site.chargedBy === undefined;
    return { model: isPriced ? found : withoutPrice(found), assumed: false };
  }
  if (site.model.provenance !== 'absent' || settings.referenceModel === undefined) return { assumed: false };
  const reference = catalogue.find(undefined, settings.referenceModel, today);
  return reference === undefined ? { assumed: false } : { model: reference, assumed: true };
}

/** Files of editors' own agents have money only for those who ask for it, by choosing a reference model. */
function isBySubscription(site: CallSite, { settings }: QuoteEnvironment): boolean {
  return site.flatRate && settings.referenceModel === undefined;
}

function withoutPrice({ price: _, ...facts }: ModelFacts): ModelFacts {
  return { ...facts, tiers: [] };
}

/** A client that talks to a host of which nobody knows who it is, or what it charges. */
function isElsewhere({ provider }: CallSite): boolean {
  return provider.value === undefined && provider.provenance !== 'absent';
}

/** Why a call has no price, and what to do about it; undefined where its model has one. */
function noPriceOf(site: CallSite, model: ModelFacts | undefined, environment: QuoteEnvironment): string | undefined {
  if (isBySubscription(site, environment)) return BY_SUBSCRIPTION;
  if (site.chargedBy !== undefined) return `charged by ${site.chargedBy}, which is not counted`;
  if (model !== undefined) return isElsewhere(site) ? `provider unknown (${site.provider.why})` : undefined;
  const { value, why } = site.model;
  if (value === undefined) return `model unknown (${why})`;
  const provider = site.provider.value;
  if (sellerOf(provider) === 'azure') return `${value} is a deployment on Azure; promptfare.json can say which model it is`;
  const isSoldElsewhere = environment.catalogue.find(undefined, value, environment.today) !== undefined;
  if (provider !== undefined && isSoldElsewhere) return `no price of ${value} at ${provider} is known`;
  const absent = `${value} is not in the catalogue`;
  const life = environment.catalogue.lifecycle(provider, value, environment.today)?.lifecycle;
  if (life?.state === 'retired') return `${absent}: it was shut down on ${life.shutdown}`;
  const meant = likelyMeant(environment.catalogue, value).slice(0, 2);
  return meant.length === 0 ? absent : `${absent}; did you mean ${meant.join(' or ')}?`;
}

function unpriced(costs: ReturnType<typeof inputCost>, why: string): ReturnType<typeof inputCost> {
  const unknown = { basis: 'unknown' as const, why };
  return { ...costs, inputUsd: unknown, cachedInputUsd: unknown, steadyInputUsd: unknown };
}

function capOf(site: CallSite, model: ModelFacts | undefined): { readonly tokens?: number; readonly why: string } {
  const { outputCap } = site;
  const limit = model?.maxOutputTokens;
  if (outputCap.state === 'set' && outputCap.value !== undefined) {
    const tokens = limit === undefined ? outputCap.value : Math.min(outputCap.value, limit);
    const unless = outputCap.byDefault ? ', unless a caller passes another' : '';
    return { tokens, why: `${outputCap.parameter} bounds the output${unless}` };
  }
  if (outputCap.state === 'unknown') {
    const how = outputCap.at === undefined ? 'may be set where it is not in sight' : 'is set to a value that is not in sight';
    return { why: `${outputCap.parameter} ${how}` };
  }
  const most = limit === undefined ? '' : `; the model may write up to ${limit.toLocaleString('en')} tokens`;
  if (outputCap.state === 'absent') return { why: `no output cap${most}` };
  return embeds(site) ? { tokens: 0, why: 'embeddings are not billed as output' } : { why: 'there is no place for an output cap' };
}
