import * as z from 'zod';
import type { Estimate } from '../quote/basis';

/** A number that a person states: one figure, or `[low, high]` where they know no better. */
export type Stated = number | readonly [low: number, high: number];

/** Beyond this a figure is a slip of the keyboard, and sums lose their cents. */
const MOST = 1e12;

/** A stated figure between two bounds, as in JSON: `0.3` or `[0.2, 0.4]`. */
export function statedBetween(least: number, most: number, description: string) {
  const figure = z.number().min(least).max(most);
  return z
    .union([figure, z.tuple([figure, figure])])
    .refine(stated => typeof stated === 'number' || stated[0] <= stated[1], 'the lower end of a range comes first')
    .meta({ description });
}

/** A stated share, from 0 to 1. */
export function share(description: string) {
  return statedBetween(0, 1, description);
}

/** A stated number of tokens, or a range of it. */
export function tokens(description: string) {
  return statedBetween(0, 1e9, description);
}

/** A stated sum in US dollars. */
export function usd(description: string) {
  return z.number().min(0).max(MOST).meta({ description });
}

/** What was stated, as an estimate: it is assumed, and the middle of a range is its value. */
export function estimateOf(stated: Stated, why: string): Estimate {
  const [low, high] = typeof stated === 'number' ? [stated, stated] : stated;
  return { value: (low + high) / 2, low, high, basis: 'assumed', why };
}
