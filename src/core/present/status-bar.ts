import type { Quote } from '../quote/analysis';
import type { Estimate, Money } from '../quote/basis';
import { isKnown } from '../quote/basis';
import { lensTitle } from './lens';
import { modelName } from './model-name';
import { type Numerals, perThousand } from './numerals';
import { type Compared, changeSince } from './since-commit';

export interface StatusText {
  readonly text: string;
  readonly tooltip: string;
}

/** The request under the cursor. `committed`: the same request as the last commit has it. */
export function requestStatus(quote: Quote, numerals: Numerals, committed?: Compared): StatusText {
  const price = isKnown(quote.maxCallUsd)
    ? ` · ${numerals.usd(quote.maxCallUsd)}/call`
    : isKnown(quote.inputUsd)
      ? ` · ${numerals.usd(quote.inputUsd)}/call + output`
      : '';
  const model = modelName(quote) ?? 'model unknown';
  const line = lensTitle(quote, [], { density: 'full', template: '', minimumUsdPerThousandCalls: 0 }, numerals) ?? '';
  const change = committed === undefined ? {} : changeSince(committed, quote, numerals);
  const changes = [change.tokens && `${change.tokens} tokens`, change.usd && `${change.usd} per call`].filter(each => each !== undefined);
  const since = changes.length === 0 ? '' : `\nSince the last commit: ${changes.join(', ')}.`;
  const short = (by: string | undefined) => (by === undefined ? '' : ` (${by} since last commit)`);
  return {
    text: `${numerals.tokens(quote.inputTokens)} tok${short(change.tokens)}${price}${change.tokens === undefined ? short(change.usd) : ''}`,
    tooltip: `${model}\n${line}${since}\n${namesModel(quote) ? 'Click for what can be done with it.' : 'Click to choose the reference model.'}`,
  };
}

/** A request that names its model has no use for a reference model. */
export function namesModel({ site, modelAssumed }: Quote): boolean {
  return !modelAssumed && site.model.candidates.length > 0;
}

/** What was counted for one model. */
export interface Counted {
  readonly model: string;
  readonly tokens: Estimate;
  readonly inputUsd: Money;
}

export function selectionStatus(counted: Counted, selections: number, numerals: Numerals): StatusText {
  const price = isKnown(counted.inputUsd) ? ` · ${numerals.usd(counted.inputUsd)}` : '';
  const joined = selections > 1 ? `${numerals.integer(selections)} selections, joined by line breaks` : 'the selection';
  const reasons = [counted.tokens.why, isKnown(counted.inputUsd) ? counted.inputUsd.why : `price unknown: ${counted.inputUsd.why}`];
  const why = [...new Set(reasons)].filter(reason => reason !== '').join('\n');
  return {
    text: `${numerals.tokens(counted.tokens)} tok selected${price}`,
    tooltip: [
      `Input tokens of ${joined} for ${counted.model}`,
      why,
      isKnown(counted.inputUsd) ? 'Click to compare models.' : 'Click to choose a model.',
    ]
      .filter(line => line !== '')
      .join('\n'),
  };
}

export interface ComparisonRow {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

/** One row a model, cheapest first; models with no known price come last, with the reason. */
export function comparisonRows(counts: readonly Counted[], numerals: Numerals): readonly ComparisonRow[] {
  const price = (counted: Counted) => (isKnown(counted.inputUsd) ? counted.inputUsd.value : Number.POSITIVE_INFINITY);
  return [...counts]
    .sort((a, b) => (price(a) === price(b) ? a.model.localeCompare(b.model, 'en') : price(a) - price(b)))
    .map(counted => ({
      label: counted.model,
      description: isKnown(counted.inputUsd)
        ? `${numerals.tokens(counted.tokens)} tok · ${numerals.usd(counted.inputUsd)} · ${numerals.usd(perThousand(counted.inputUsd))}/1k`
        : `${numerals.tokens(counted.tokens)} tok · price unknown`,
      detail: isKnown(counted.inputUsd) ? counted.tokens.why : counted.inputUsd.why,
    }));
}
