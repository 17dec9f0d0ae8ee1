import { chargedAt, noPriceFor, usdOfTokens } from '../prices/cost';
import type { ModelFacts } from '../prices/model';
import { byInputPart, INPUT_PARTS, type InputPart, type RequestPart } from './workload';

export type RequestTokens = Readonly<Record<RequestPart, number>>;
export type InputTokens = Readonly<Record<InputPart, number>>;

/** What a call may find in the cache, and how often. The probabilities of a call add up to 1. */
interface CacheOutcome {
  readonly probability: number;
  readonly readTokens: InputTokens;
}

export interface CallCaching {
  readonly outcomes: readonly CacheOutcome[];
  /** What is in the cache afterwards: what isn't read of it is written. */
  readonly writtenTokens: InputTokens;
  readonly longTtl: boolean;
}

export const NOTHING: InputTokens = { tools: 0, system: 0, history: 0, retrieved: 0, query: 0 };

/**
 * The mean cost of one call by part, in US dollars, or the price that isn't known. The whole request is charged at the tier of all
 * its input. Per part: Σ over outcomes of probability × (read·p_read + (written − read)·p_write + rest·p_input).
 */
export function callUsd(model: ModelFacts, tokens: RequestTokens, caching: CallCaching): Record<RequestPart, number> | string {
  const price = chargedAt(
    model,
    INPUT_PARTS.reduce((total, part) => total + tokens[part], 0),
  );
  if (price === undefined) return `${model.id} has no known price`;
  const writeField = caching.longTtl ? 'cacheWriteLongUsd' : 'cacheWriteUsd';
  const inputUsd = byInputPart(() => 0);
  for (const { probability, readTokens } of caching.outcomes) {
    if (probability <= 0) continue;
    for (const part of INPUT_PARTS) {
      const sent = tokens[part];
      if (sent <= 0) continue;
      const read = Math.min(readTokens[part], sent);
      const written = Math.max(0, Math.min(caching.writtenTokens[part], sent) - read);
      if (read > 0 && price.cacheReadUsd === undefined) return noPriceFor(model, 'cacheReadUsd');
      if (written > 0 && price[writeField] === undefined) return noPriceFor(model, writeField);
      const readUsd = usdOfTokens(read, price.cacheReadUsd ?? 0);
      const writtenUsd = usdOfTokens(written, price[writeField] ?? 0);
      inputUsd[part] += probability * (readUsd + writtenUsd + usdOfTokens(sent - read - written, price.inputUsd));
    }
  }
  const { tools, system, history, retrieved, query } = inputUsd;
  const output = usdOfTokens(tokens.output, price.outputUsd);
  const reasoning = usdOfTokens(tokens.reasoning, price.outputUsd);
  return { tools, system, history, retrieved, query, output, reasoning };
}

/** The parts that the first tokens of a request fall into, in the order in which it is sent. */
export function head(tokens: InputTokens, headTokens: number): InputTokens {
  let left = Math.max(0, headTokens);
  const taken: Record<InputPart, number> = { ...NOTHING };
  for (const part of INPUT_PARTS) {
    taken[part] = Math.min(left, tokens[part]);
    left -= taken[part];
  }
  return taken;
}

/** All tokens of the input, in whichever part. */
export function inputTotal(tokens: InputTokens): number {
  return INPUT_PARTS.reduce((total, part) => total + tokens[part], 0);
}
