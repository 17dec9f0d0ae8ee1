import type { Estimate } from '../quote/basis';
import type { JointSaving } from '../quote/joint-saving';
import { difference } from '../rules/saving';
import { amountQuantum, moneyQuantum, type Numerals, perThousand, roundTo } from './numerals';

/** What fixes save together for 1,000 calls: the savings of their requests added up. */
export function savedTogether(savings: readonly JointSaving[], numerals: Numerals): string {
  const requests = savings.flatMap(saving => saving.requests);
  return addedSavings(
    requests.map(({ before, after }) => difference(before.usd, after.usd, '')),
    numerals,
  );
}

/**
 * `$6.78` of savings that are written as `$6.70` and `$0.081`, so that who adds them up gets the same; each is given for one call. Where what
 * many of them were rounded by comes to more than a step of the coarsest, the sum is rounded itself, to that step.
 */
export function addedSavings(perCall: readonly Estimate[], numerals: Numerals): string {
  const { perUsd } = numerals.currency;
  const figures = perCall.map(each => {
    const money = perThousand(each);
    const step = numerals.step(moneyQuantum(money));
    return { value: money.value * perUsd, step };
  });
  const sum = figures.reduce((all, { value }) => all + value, 0);
  const asWritten = figures.reduce((all, { value, step }) => all + roundTo(value, step), 0);
  const steps = figures.map(({ step }) => step);
  const [finest, coarsest] = [Math.min(...steps), Math.max(...steps)];
  if (Math.abs(asWritten - sum) >= coarsest) return numerals.written(sum, coarsest);
  return numerals.written(asWritten, Math.max(finest, numerals.step(amountQuantum(sum / perUsd))));
}
