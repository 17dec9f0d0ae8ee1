import type { Quote } from '../quote/analysis';
import { isKnown } from '../quote/basis';
import type { Workload } from '../spend/workload';
import { ASSUMED_OUTPUT_TOKENS } from '../spend/workload-of-quote';
import type { Numerals } from './numerals';

/** An answer that no cap bounds, and nobody stated the length of. */
export function isWithoutCap({ outputCapTokens, stated, inputUsd }: Quote): boolean {
  return outputCapTokens === undefined && stated?.outputTokens === undefined && isKnown(inputUsd);
}

/** Why 1,000 of each call have another figure in a panel than in the side bar, a sentence each. */
export function unlikeTheSideBar(withoutCap: number, priced: readonly Workload[], numerals: Numerals): readonly string[] {
  const reading = priced.filter(({ caching }) => caching.readTokens.value > 0).length;
  const { value } = ASSUMED_OUTPUT_TOKENS;
  return [
    ...counted(
      withoutCap,
      `call has no cap: an answer of ${value} tokens is assumed, where the side bar counts the input alone.`,
      `calls have no cap: answers of ${value} tokens are assumed, where the side bar counts the input alone.`,
      numerals,
    ),
    ...counted(
      reading,
      'call reads from the cache what the one before it wrote, where the side bar counts it by itself.',
      'calls read from the cache what those before them wrote, where the side bar counts each by itself.',
      numerals,
    ),
  ];
}

/** Calls of tests and examples. */
export function leftAside(calls: number, numerals: Numerals): readonly string[] {
  return counted(calls, 'call in tests and examples is left out.', 'calls in tests and examples are left out.', numerals);
}

/** `1 call is left out.`, `2 calls are left out.`; nothing where there is none. */
export function counted(found: number, one: string, many: string, numerals: Numerals): readonly string[] {
  return found === 0 ? [] : [found === 1 ? `1 ${one}` : `${numerals.integer(found)} ${many}`];
}
