import type { DailyHours, DatedPrice } from './entry';
import type { ModelFacts, PricePerMillion } from './model';

/** The price that holds at an instant; undefined: none of them, because all begin later. */
export function priceAt(prices: readonly DatedPrice[], at: Date): DatedPrice | undefined {
  let holding: DatedPrice | undefined;
  for (const price of prices) if (holds(price, at)) holding = price;
  return holding;
}

/** All prices of a time, where they differ by the hour; one or none where they don't. */
export function pricesThroughDay(prices: readonly DatedPrice[], at: Date): readonly PricePerMillion[] {
  let current: DatedPrice[] = [];
  for (const price of prices) {
    if (price.from !== undefined && !(at.getTime() >= startOf(price.from))) continue;
    // What holds all day replaces what stands before it.
    current = price.hours === undefined ? [price] : [...current, price];
  }
  return current.flatMap(({ price }) => price ?? []);
}

/** Whether a source says anything of the price at an instant, be it that there is none. */
export function answersAt(prices: readonly DatedPrice[], at: Date): boolean {
  return prices.length === 0 || priceAt(prices, at) !== undefined;
}

/** The prices of all hours that are announced for days after `at`, the first day of each in UTC. */
export function announcedAfter(prices: readonly DatedPrice[], at: Date, source: string): ModelFacts['announced'] {
  return prices.flatMap(({ from, hours, price }) =>
    from !== undefined && hours === undefined && price !== undefined && at.getTime() < startOf(from) ? [{ from, price, source }] : [],
  );
}

function holds(price: DatedPrice, at: Date): boolean {
  if (price.from !== undefined && !(at.getTime() >= startOf(price.from))) return false;
  return price.hours === undefined || isWithin(price.hours, at);
}

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

const SATURDAY = 6;
const SUNDAY = 0;

function isWithin({ fromSecond, toSecond, weekdaysOnly }: DailyHours, at: Date): boolean {
  const day = at.getUTCDay();
  if (weekdaysOnly && (day === SATURDAY || day === SUNDAY)) return false;
  const second = at.getUTCHours() * 3600 + at.getUTCMinutes() * 60 + at.getUTCSeconds();
  return fromSecond <= toSecond ? second >= fromSecond && second < toSecond : second >= fromSecond || second < toSecond;
}
