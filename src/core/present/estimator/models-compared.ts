import { type SpendMemory, spendOfAll } from '../../spend/waterfall';
import type { Numerals } from '../numerals';
import type { EstimatedCalls } from './calls';
import { figure, inPeriod } from './money';

export interface ModelCompared {
  readonly id: string;
  readonly usd: number;
  readonly text: string;
  /** Against the models of today: `−75%`. */
  readonly change: string;
  readonly isInUse: boolean;
  /** `$2.00 in, $10.00 out` for a million tokens. */
  readonly prices: string;
}

/** What all calls that get an answer would cost on one model each, with nothing else changed, the cheapest first. Whether the answers are as good, nobody says. */
export function modelsCompared(
  calls: EstimatedCalls,
  others: readonly string[],
  numerals: Numerals,
  memory: SpendMemory,
): readonly ModelCompared[] {
  const { workloads, find } = calls;
  const total = inPeriod(numerals, calls);
  // What gets no answer is an embedding, which no other kind of model makes.
  const priced = workloads.filter(({ model, outputCapTokens }) => model !== undefined && outputCapTokens !== 0);
  const inUse = new Set(priced.flatMap(({ model }) => model?.id ?? []));
  const today = spendOfAll(priced, () => ({}), find, memory).today.usd.value;
  const rows = [...new Set([...inUse, ...others])].flatMap((id): readonly ModelCompared[] => {
    const price = find(id)?.price;
    if (price === undefined) return [];
    const usd = spendOfAll(priced, () => ({ routing: [{ model: id, share: 1 }] }), find, memory).after.usd.value;
    const change = today > 0 ? usd / today - 1 : 0;
    return [
      {
        id,
        usd,
        text: figure(usd, today, total),
        change: `${change > 0 ? '+' : change < 0 ? '−' : ''}${numerals.percent(Math.abs(change))}`,
        isInUse: inUse.has(id),
        prices: `${figure(price.inputUsd, 1, numerals)} in, ${figure(price.outputUsd, 1, numerals)} out`,
      },
    ];
  });
  return rows.sort((a, b) => a.usd - b.usd);
}
