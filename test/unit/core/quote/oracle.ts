/**
 * What calls cost by plain arithmetic. Prices and rules are typed in from the providers' published facts (as of 2026-11-20)
 * and share nothing with the code under test.
 */

/** US dollars per million tokens. */
export interface OraclePrice {
  readonly input: number;
  readonly output: number;
  readonly read: number;
  /** What writing to the cache costs; the input price where writes are free. */
  readonly write: number;
}

/** Reads cost a tenth, and writes are free. */
export const GPT_5_4: OraclePrice = { input: 2.5, output: 15, read: 2.5 * 0.1, write: 2.5 };
/** From GPT-5.6 on writes cost a quarter more than input. */
export const GPT_6_SOL: OraclePrice = { input: 2, output: 10, read: 0.2, write: 2 * 1.25 };
export const GPT_6_LUNA: OraclePrice = { input: 0.1, output: 0.5, read: 0.01, write: 0.1 * 1.25 };
/** Above 272,000 input tokens: twice the input, half as much again for the output, of the whole request. */
export const GPT_6_LUNA_LONG: OraclePrice = { input: 0.2, output: 0.75, read: 0.02, write: 0.2 * 1.25 };
/** Reads cost a twentieth; writes a quarter more for five minutes, twice as much for an hour. */
export const SONNET_5_5: OraclePrice = { input: 2, output: 10, read: 2 * 0.05, write: 2 * 1.25 };
export const SONNET_5_5_FOR_AN_HOUR: OraclePrice = { ...SONNET_5_5, write: 2 * 2 };

/** OpenAI adds three tokens and the role to each message, and three that prime the reply. */
export function openaiFramingTokens(messages: number): number {
  return messages * (3 + 1) + 3;
}

/** Reads cost a twentieth, writes a quarter more. */
export const GPT_6_1_TERRA: OraclePrice = { input: 1, output: 5, read: 0.05, write: 1.25 };
/** Up to 100,000 input tokens. Reads cost a tenth, writes a quarter more. */
export const HAIKU_5_5: OraclePrice = { input: 0.1, output: 0.5, read: 0.01, write: 0.125 };

/** Earlier OpenAI models cache from 1,024 tokens on, in steps of 128. */
export function openaiCachedTokens(prefixTokens: number): number {
  return prefixTokens < 1024 ? 0 : Math.floor(prefixTokens / 128) * 128;
}

/** Reads cost a twentieth here, too. */
export const OPUS_5_5: OraclePrice = { input: 4, output: 20, read: 4 * 0.05, write: 4 * 1.25 };

export interface OracleCall {
  readonly inputTokens: number;
  readonly readTokens?: number;
  readonly writtenTokens?: number;
}

/** Input of one call, in US dollars: each token is paid once, as plain, read or written. */
export function inputUsd(price: OraclePrice, { inputTokens, readTokens = 0, writtenTokens = 0 }: OracleCall): number {
  const plain = inputTokens - readTokens - writtenTokens;
  return (plain * price.input + readTokens * price.read + writtenTokens * price.write) / 1_000_000;
}

/** The average of 1,000 calls: one that finds nothing in the cache, and 999 that do. */
export function steadyUsd(first: number, later: number): number {
  return (first + 999 * later) / 1000;
}
