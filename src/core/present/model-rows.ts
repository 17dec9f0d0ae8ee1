import { amountQuantum, type Numerals } from './numerals';

/** A model that can be chosen. Prices in US dollars per million tokens; undefined: unknown. */
export interface ChoosableModel {
  readonly id: string;
  readonly provider: string;
  readonly inputUsd?: number;
  readonly outputUsd?: number;
}

/** `$2.00 in, $10.00 out per 1M tokens · anthropic` */
export function modelRow(model: ChoosableModel, numerals: Numerals): { readonly label: string; readonly description: string } {
  const usd = (value: number | undefined) => (value === undefined ? 'unknown' : numerals.amount(value, amountQuantum(value)));
  const prices =
    model.inputUsd === undefined && model.outputUsd === undefined
      ? 'price unknown'
      : `${usd(model.inputUsd)} in, ${usd(model.outputUsd)} out per 1M tokens`;
  return { label: model.id, description: `${prices} · ${model.provider}` };
}
