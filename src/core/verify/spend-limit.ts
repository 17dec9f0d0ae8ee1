/** Keeps what is spent, and what calls that are under way may still cost, below a limit in US dollars. */
export interface SpendLimit {
  /** Sets aside the worst case of a call; false: it may not be made now. */
  reserve(worstUsd: number): boolean;
  /** A call ended: what was set aside is spent as far as it really cost. */
  settle(worstUsd: number, usd: number): void;
  /** Whether a call that costs this would fit if nothing were under way. */
  fits(worstUsd: number): boolean;
  readonly spentUsd: number;
  /** Something is set aside. */
  readonly isWaiting: boolean;
}

/** Sums of floating point numbers may end a hair above what they are. */
const ROUNDING_USD = 1e-12;

/** Keeps a run below a limit in US dollars: what a call can cost at worst is set aside before it is made. */
export function createSpendLimit(limitUsd: number): SpendLimit {
  let spentUsd = 0;
  let reservedUsd = 0;
  let under = 0;
  return {
    reserve(worstUsd) {
      if (!(spentUsd + reservedUsd + worstUsd <= limitUsd + ROUNDING_USD)) return false;
      reservedUsd += worstUsd;
      under++;
      return true;
    },
    settle(worstUsd, usd) {
      reservedUsd = Math.max(0, reservedUsd - worstUsd);
      spentUsd += usd;
      under--;
    },
    fits: worstUsd => spentUsd + worstUsd <= limitUsd + ROUNDING_USD,
    get isWaiting() {
      return under > 0;
    },
    get spentUsd() {
      return spentUsd;
    },
  };
}
