import { firstOf } from '../../first-of';
import { anthropicCapabilities } from './anthropic';
import type { Capabilities, CapabilityRow } from './capabilities';
import { googleCapabilities } from './google';
import { openaiCapabilities } from './openai';

const ROWS: Readonly<Record<string, readonly CapabilityRow[]>> = {
  anthropic: anthropicCapabilities,
  openai: openaiCapabilities,
  google: googleCapabilities,
};

const BY_ID: ReadonlyMap<string, Capabilities> = new Map(
  Object.entries(ROWS).flatMap(([maker, rows]) =>
    rows.flatMap(({ ids, ...capabilities }) => ids.map(id => [`${maker}/${id}`, capabilities] as const)),
  ),
);

/** `ids`: what the model may stand under, most exact first. */
export function capabilitiesOf(maker: string, ids: readonly string[]): Capabilities | undefined {
  return firstOf(ids, id => BY_ID.get(`${maker}/${id}`));
}

/** The models of a maker of which it is known what they can do. */
export function capableIds(maker: string): readonly string[] {
  return Object.hasOwn(ROWS, maker) ? (ROWS[maker] ?? []).flatMap(({ ids }) => ids) : [];
}
