/** Code longer than this (UTF-16 code units) is parsed only when its raw text names something that talks to models. */
export const GATE_FROM_SIZE = 1_000_000;

export type Gate = (text: string) => boolean;

/**
 * A cheap test on raw text, made before anything is parsed: false means that no package of `traces` can be in use there.
 * `words`: names that stand everywhere (`ai`), which count only where something is imported by them.
 */
export function createGate(traces: readonly string[], words: readonly string[] = []): Gate {
  const inPackages = traces.flatMap(trace => (IN_PACKAGE.test(trace) ? [takenFrom(trace)] : []));
  const patterns = [
    ...traces.map(escaped),
    ...(words.length === 0 ? [] : [importOf(words.map(escaped).join('|'))]),
    ...(inPackages.length === 0 ? [] : [`\\bfrom\\s+(?:${inPackages.join('|')})`]),
  ];
  const pattern = new RegExp(patterns.join('|'));
  return text => patterns.length > 0 && pattern.test(text);
}

/** A module within a package of Python. Java's, which begin with a domain, are always written in full. */
const IN_PACKAGE = /^(?!(?:com|org|io|dev|software)\.)[a-z_]\w*(?:\.[a-z_]\w*)+$/;

/** `google import genai`, which names google.genai. */
function takenFrom(module: string): string {
  const last = module.lastIndexOf('.');
  return `${escaped(module.slice(0, last))}\\s+import\\b[\\s(\\w,]{0,999}\\b${escaped(module.slice(last + 1))}\\b`;
}

/** `from 'ai'`, `require("ai")`, `from agents.run import`, `import os, agents`; quotes are escaped in a notebook. */
function importOf(names: string): string {
  return `\\b(?:from|import|require)\\b[\\s(\\\\'"]*(?:${names})\\b|\\bimport\\s+[\\w., ]*\\b(?:${names})\\b`;
}

function escaped(trace: string): string {
  return trace.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
