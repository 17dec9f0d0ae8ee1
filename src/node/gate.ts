/** Code longer than this (UTF-16 code units) is parsed only when its raw text names something that talks to models. */
export const GATE_FROM_SIZE = 1_000_000;

export type Gate = (text: string) => boolean;

/** A cheap test on raw text, made before anything is parsed: false means that no package of `traces` can be in use there. */
export function createGate(traces: readonly string[]): Gate {
  const escaped = traces.map(trace => trace.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(escaped.join('|'));
  return text => traces.length > 0 && pattern.test(text);
}
