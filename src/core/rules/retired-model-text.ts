import { usdText } from '../present/finding-money';
import type { FoundLifecycle } from '../prices/lifecycle/lifecycle-of';
import type { ModelFacts } from '../prices/model';

/** As they write themselves. */
export const MAKERS: Readonly<Record<string, string>> = {
  openai: 'OpenAI',
  anthropic: 'Anthropic',
  google: 'Google',
  deepseek: 'DeepSeek',
  mistral: 'Mistral',
  'x-ai': 'xAI',
};

const DAY_MS = 86_400_000;

/** Whole days from today until a day, negative once it is past. */
export function daysUntil(day: string | undefined, today: Date): number | undefined {
  return day === undefined ? undefined : Math.ceil((Date.parse(`${day}T00:00:00Z`) - today.getTime()) / DAY_MS);
}

/** What happened or will happen, then what is recommended, each with whose word it is where it isn't the maker's. */
export function lifeText(id: string, { maker, lifecycle }: FoundLifecycle, today: Date): string {
  const name = MAKERS[maker] ?? maker;
  const { state, shutdown, replacement, replacementSource, proviso, thirdParty, source } = lifecycle;
  const days = daysUntil(shutdown, today);
  const when =
    state === 'retired'
      ? `${name} shut \`${id}\` down on ${shutdown ?? ''}, and requests to it fail`
      : shutdown === undefined
        ? `${name} has deprecated \`${id}\``
        : `${name} will shut \`${id}\` down on ${shutdown}${days === undefined ? '' : `, in ${days} day${days === 1 ? '' : 's'}`}`;
  const whose = thirdParty ? ` (${source})` : '';
  const instead = replacement === undefined ? '' : ` It recommends \`${replacement}\`${proviso === undefined ? '' : ` ${proviso}`}`;
  const read = replacement === undefined ? '' : replacementSource === undefined || thirdParty ? '.' : ` (${replacementSource}).`;
  return `${when}${whose}.${instead}${read}`;
}

/** ` (input $2.50 → $0.10, output $10 → $0.50 per 1M tokens)`; empty where a price is not known. */
export function priceChange(from: ModelFacts | undefined, to: ModelFacts): string {
  if (from?.price === undefined || to.price === undefined) return '';
  const { price: was } = from;
  const { price: is } = to;
  return ` (input ${usdText(was.inputUsd)} → ${usdText(is.inputUsd)}, output ${usdText(was.outputUsd)} → ${usdText(is.outputUsd)} per 1M tokens)`;
}
