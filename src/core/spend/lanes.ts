import type { ModelFacts } from '../prices/model';
import { type Corner, savingEnd } from './corners';
import type { Levers } from './scenario';
import { estimateOf } from './stated';

/** A part of the calls that one model answers. Behind a cascade the shares add up to more than 1: escalated calls are paid twice. */
interface Lane {
  readonly model: ModelFacts;
  readonly share: number;
  /** Of the usual price: batch and flex. */
  readonly priceFactor: number;
}

export interface Routed {
  readonly lanes: readonly Lane[];
  /** Shares of the calls that are classified and scored. */
  readonly classified: number;
  readonly scored: number;
}

type FindModel = (id: string) => ModelFacts | undefined;

/** Static routing first, then what is left to the classifier, then the rest to the cascade; at last what can wait, of all lanes alike. */
export function routed(model: ModelFacts, levers: Levers, find: FindModel, corner: Corner): Routed {
  const lanes: { model: ModelFacts; share: number }[] = [];
  let left = 1;
  for (const route of levers.routing ?? []) {
    const share = Math.min(left, end(route.share, corner));
    lanes.push({ model: find(route.model) ?? model, share });
    left -= share;
  }
  let classified = 0;
  if (levers.dynamicRouting !== undefined) {
    classified = left;
    const share = left * end(levers.dynamicRouting.share, corner);
    lanes.push({ model: find(levers.dynamicRouting.model) ?? model, share });
    left -= share;
  }
  let scored = 0;
  if (levers.cascade !== undefined) {
    scored = left;
    lanes.push({ model: find(levers.cascade.model) ?? model, share: left });
    // Escalating costs, so its cheap end is the low one.
    left *= estimateOf(levers.cascade.escalationRate, '')[corner];
  }
  lanes.push({ model, share: left });
  const used = lanes.filter(lane => lane.share > 0);
  return { lanes: used.map(lane => ({ ...lane, priceFactor: priceFactorOf(lane.model, levers, corner) })), classified, scored };
}

function priceFactorOf(model: ModelFacts, { batch, flex }: Levers, corner: Corner): number {
  const later = batch === undefined || model.batchFactor === undefined ? 0 : end(batch.share, corner);
  const slower = flex === undefined ? 0 : Math.min(1 - later, end(flex.share, corner));
  return 1 - later * (1 - (model.batchFactor ?? 1)) - slower * (1 - (flex?.priceFactor ?? 1));
}

function end(stated: Parameters<typeof estimateOf>[0], corner: Corner): number {
  return savingEnd(estimateOf(stated, ''), corner);
}
