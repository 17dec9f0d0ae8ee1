import { firstOf } from '../../first-of';
import { anthropicParameters } from './anthropic';
import { googleParameters } from './google';
import { openaiParameters } from './openai';
import type { ParameterFacts, ParameterRow } from './parameters';

const ROWS: Readonly<Record<string, readonly ParameterRow[]>> = {
  anthropic: anthropicParameters,
  openai: openaiParameters,
  google: googleParameters,
};

const BY_ID: ReadonlyMap<string, ParameterFacts> = new Map(
  Object.entries(ROWS).flatMap(([maker, rows]) => rows.flatMap(({ ids, ...facts }) => ids.map(id => [`${maker}/${id}`, facts] as const))),
);

/** `ids`: what the model may stand under, most exact first. */
export function parametersOf(maker: string, ids: readonly string[]): ParameterFacts | undefined {
  return firstOf(ids, id => BY_ID.get(`${maker}/${id}`));
}
