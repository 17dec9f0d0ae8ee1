import type { Stated } from '../spend/stated';

const MOST = 1e12;
const NUMBER = /^(?:\d+|[1-9]\d{0,2}(?:[,_' \u00a0\u202f’]\d{3})+)(?:\.\d+)?$/;

/** Reads what a person types for an amount: `1200`, `1,200`, or a range `800-1200`. Undefined: it is neither. */
export function readAmount(typed: string): Stated | undefined {
  const [first = '', second, ...more] = typed.split(/\s*(?:-|–|\.\.|\bto\b)\s*/).map(part => part.trim());
  const low = readNumber(first);
  if (second === undefined) return low;
  const high = readNumber(second);
  if (low === undefined || high === undefined || more.length > 0 || low > high) return undefined;
  return low === high ? low : [low, high];
}

function readNumber(text: string): number | undefined {
  if (!NUMBER.test(text)) return undefined;
  const value = Number(text.replace(/[^\d.]/g, ''));
  return value <= MOST ? value : undefined;
}

/** As it may be typed again. */
export function writeAmount(amount: Stated): string {
  return typeof amount === 'number' ? String(amount) : `${amount[0]}-${amount[1]}`;
}
