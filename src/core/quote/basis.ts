/**
 * Where a number comes from, strongest first: the provider would count the same; an approximation with a known band; real
 * usage; a default the user can change; nobody can know.
 */
export type Basis = 'exact' | 'measured' | 'estimated' | 'assumed' | 'unknown';

/** A number never stands alone: it has a band, a basis, and a clause a person can act on. `low <= value <= high`. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly basis: Basis;
  /** Empty for exact numbers. */
  readonly why: string;
}

/** A sum of money per call in US dollars, or the reason why there is none. Never zero for "unknown". */
export type Money = Estimate | { readonly basis: 'unknown'; readonly why: string };

const STRENGTH: readonly Basis[] = ['exact', 'measured', 'estimated', 'assumed', 'unknown'];

/** The basis of what rests on all of them; exact where it rests on nothing. */
export function weakest(...bases: readonly Basis[]): Basis {
  return bases.reduce<Basis>((worst, basis) => (STRENGTH.indexOf(basis) > STRENGTH.indexOf(worst) ? basis : worst), 'exact');
}

/** A number that is known: a count, a stated price. */
export function exactly(value: number): Estimate {
  return { value, low: value, high: value, basis: 'exact', why: '' };
}

/** Adds up: bands add, the weakest basis wins, reasons are joined once each. */
export function sum(parts: readonly Estimate[]): Estimate {
  return {
    value: parts.reduce((total, part) => total + part.value, 0),
    low: parts.reduce((total, part) => total + part.low, 0),
    high: parts.reduce((total, part) => total + part.high, 0),
    basis: weakest(...parts.map(part => part.basis)),
    why: [...new Set(parts.map(part => part.why).filter(why => why !== ''))].join('; '),
  };
}

/** So many times an estimate, its band with it: a price a token, a thousand calls. */
export function scale(estimate: Estimate, factor: number): Estimate {
  return { ...estimate, value: estimate.value * factor, low: estimate.low * factor, high: estimate.high * factor };
}

/** Whether money has an amount, and not only a reason why there is none. */
export function isKnown(money: Money): money is Estimate {
  return 'value' in money;
}
