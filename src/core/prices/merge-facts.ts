import { firstOf } from '../first-of';
import { batchFactorOf } from './batch-prices';
import { capabilitiesOf } from './capabilities/capabilities-of';
import { announcedAfter, answersAt, priceAt, pricesThroughDay } from './dated-price';
import type { CatalogueEntry } from './entry';
import { cachingOf, onBedrock } from './family-caching';
import { countingOf } from './family-counting';
import { reasoningOf } from './family-reasoning';
import type { FoundModel } from './find-entries';
import { lifecycleOf } from './lifecycle/lifecycle-of';
import type { CachingFacts, ModelFacts } from './model';
import { outputLimitOf } from './output-limits';
import { parametersOf } from './parameters/parameters-of';
import { rowIds } from './row-ids';

/**
 * The facts of a model: the price from the first source that has one for that day, everything else from the first that says it. `made` is the
 * same model at its maker, where another sells it. Its price doesn't count here: the seller's may differ.
 */
export function mergeFacts(found: FoundModel, made: FoundModel | undefined, at: Date): ModelFacts | undefined {
  const layered = [...found.entries, ...(made?.entries ?? [])];
  const priced = found.entries.find(({ entry }) => entry.prices !== undefined && answersAt(entry.prices, at));
  const main = priced ?? layered[0];
  if (main === undefined) return undefined;
  const { seller: maker, id, asked } = made ?? found;
  const say = <T>(field: (entry: CatalogueEntry) => T | undefined): T | undefined => firstOf(layered, ({ entry }) => field(entry));

  const holding = priceAt(priced?.entry.prices ?? [], at);
  const hourlyPrices = pricesThroughDay(priced?.entry.prices ?? [], at);
  const hasReadPrice = layered.some(({ entry }) => priceAt(entry.prices ?? [], at)?.price?.cacheReadUsd !== undefined);
  const batchFactor = say(entry => entry.batchFactor) ?? batchFactorOf(found.seller);
  const contextTokens = say(entry => entry.contextTokens);
  const maxOutputTokens = say(entry => entry.maxOutputTokens) ?? outputLimitOf(maker, id, asked);
  const counting = say(entry => entry.counting) ?? countingOf(maker, id) ?? countingOf(maker, asked);
  const caching = say(entry => entry.caching) ?? sellersCaching(found, maker, id, hasReadPrice);
  const reasoning = say(entry => entry.reasoning) ?? reasoningOf(maker, id) ?? reasoningOf(maker, asked);
  const ids = rowIds(maker, id, asked);
  const atMaker = found.seller === maker;
  const lifecycle = atMaker ? lifecycleOf(maker, [asked], at)?.lifecycle : undefined;
  const capabilities = capabilitiesOf(maker, ids);
  const parameters = atMaker ? parametersOf(maker, ids) : undefined;
  const { source, checked, thirdParty, thirdPartyPrices } = main.entry;
  return {
    id: found.id,
    provider: found.seller,
    name: say(entry => entry.name) ?? found.id,
    ...(holding?.price === undefined ? {} : { price: holding.price }),
    ...(hourlyPrices.length < 2 ? {} : { hourlyPrices }),
    tiers: holding?.tiers ?? [],
    ...(batchFactor === undefined ? {} : { batchFactor }),
    ...(contextTokens === undefined ? {} : { contextTokens }),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
    ...(counting === undefined ? {} : { counting }),
    ...(caching === undefined ? {} : { caching }),
    ...(reasoning === undefined ? {} : { reasoning }),
    ...(lifecycle === undefined ? {} : { lifecycle }),
    ...(capabilities === undefined ? {} : { capabilities }),
    ...(parameters === undefined ? {} : { parameters }),
    priceSource: {
      layer: main.layer,
      source,
      checked,
      thirdParty,
      ...(thirdPartyPrices === undefined ? {} : { thirdPartyPrices }),
      ...(holding?.price === undefined || holding.from === undefined ? {} : { effectiveFrom: holding.from }),
    },
    announced: announcedAfter(priced?.entry.prices ?? [], at, source),
  };
}

/** A seller of another's model caches as its maker does only where that is known. */
function sellersCaching({ seller, id }: FoundModel, maker: string, makersId: string, hasReadPrice: boolean): CachingFacts | undefined {
  if (seller === 'groq') return cachingOf(seller, id, hasReadPrice);
  const facts = cachingOf(maker, makersId, hasReadPrice);
  if (facts === undefined || seller === maker) return facts;
  if (seller === 'aws') return maker === 'anthropic' ? onBedrock(facts) : undefined;
  return seller === 'google' || seller === 'openrouter' || seller === 'azure' ? facts : undefined;
}
