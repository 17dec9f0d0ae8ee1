import { chargedAt } from '../prices/cost';
import type { ModelFacts } from '../prices/model';
import { turnCount } from './lane-cost';
import type { Levers } from './scenario';
import { prefixToCache, type Workload } from './workload';

export interface UsableLevers {
  readonly levers: Levers;
  /** Why a lever counts for nothing here, as clauses. */
  readonly notes: readonly string[];
}

type FindModel = (id: string) => ModelFacts | undefined;

/** The levers that can be pulled on a workload: not those that nobody knows the price of, and not those that it leaves nothing to. */
export function usableLevers(workload: Workload, levers: Levers, find: FindModel): UsableLevers {
  const notes: string[] = [];
  const isPriced = (id: string): boolean => {
    const known = find(id)?.price !== undefined;
    if (!known) notes.push(`the price of ${id} is not known, so nothing is sent there`);
    return known;
  };
  const usable: { -readonly [Name in keyof Levers]: Levers[Name] } = { ...levers };
  if (levers.routing !== undefined) usable.routing = levers.routing.filter(route => isPriced(route.model));
  if (levers.dynamicRouting !== undefined && !isPriced(levers.dynamicRouting.model)) delete usable.dynamicRouting;
  if (levers.cascade !== undefined && !isPriced(levers.cascade.model)) delete usable.cascade;
  if (levers.history?.strategy === 'summary' && levers.history.model !== undefined && !isPriced(levers.history.model))
    delete usable.history;
  if (levers.history !== undefined && turnCount(workload) === undefined) {
    notes.push('state how many turns a conversation has, or the history stays what it is');
    delete usable.history;
  }
  if (levers.batch !== undefined && workload.model !== undefined && workload.model.batchFactor === undefined)
    notes.push(`no batch price of ${workload.model.id} is known, so batches save nothing`);
  const uncacheable = levers.caching === undefined ? undefined : whyNotCached(workload, levers.caching);
  if (uncacheable !== undefined) {
    notes.push(uncacheable);
    delete usable.caching;
  }
  return { levers: usable, notes };
}

function whyNotCached(workload: Workload, lever: NonNullable<Levers['caching']>): string | undefined {
  const { model } = workload;
  const prefixTokens = prefixToCache(workload, lever);
  if (model?.caching === undefined) return `how ${model?.id ?? 'the model'} caches is not known`;
  const { caching } = model;
  if (caching.mode === 'none') return `${model.id} caches nothing`;
  const price = chargedAt(model, prefixTokens.value);
  if (price?.cacheReadUsd === undefined) return `what ${model.id} charges for cached input is not known`;
  const writes = lever.longTtl === true ? price.cacheWriteLongUsd : price.cacheWriteUsd;
  if (writes === undefined)
    return `what ${model.id} charges for writing to the ${lever.longTtl === true ? 'longer ' : ''}cache is not known`;
  const minimum = caching.minimumTokens ?? 1;
  if (lever.covers !== 'conversation' && prefixTokens.high < minimum)
    return `what all calls share is shorter than the ${minimum.toLocaleString('en-US')} tokens that ${model.id} caches from`;
  return undefined;
}
