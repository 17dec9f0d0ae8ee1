import type { Levers } from './scenario';

export type HistoryControl = NonNullable<Levers['history']>;

/** The history that one call of a conversation sends, in tokens. */
export interface Turn {
  readonly historyTokens: number;
  /** What of it stood at the same place in the call before; undefined: it begins anew. */
  readonly repeatedTokens: number | undefined;
}

/** What a summary reads and writes. */
export interface SummaryCall {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/**
 * The histories of a conversation's calls, the first of which has none. Each turn adds `growthTokens`.
 *
 * - no control: (t−1)·g, so that T turns send g·T(T−1)/2 in all;
 * - window of w: min(t−1, w)·g, which loses its head at each turn once it is full;
 * - summary every N turns: the summary, what is kept word for word, and the turns since;
 * - retrieval of k: min(t−1, k)·g, other turns each time.
 */
export function turnsOf(turns: number, growthTokens: number, control: HistoryControl | undefined, summaryTokens: number): readonly Turn[] {
  let before = 0;
  return Array.from({ length: turns }, (_, earlier) => {
    const historyTokens = historyAfter(earlier, growthTokens, control, summaryTokens);
    const repeatedTokens = earlier === 0 || isRewritten(earlier, control) ? undefined : before;
    before = historyTokens;
    return { historyTokens, repeatedTokens };
  });
}

/** The calls that write summaries: each reads the summary before it and the turns since. The last turns need none. */
export function summariesOf(
  turns: number,
  growthTokens: number,
  control: HistoryControl | undefined,
  summaryTokens: number,
): readonly SummaryCall[] {
  if (control?.strategy !== 'summary') return [];
  const { everyTurns } = control;
  return Array.from({ length: Math.floor((turns - 1) / everyTurns) }, (_, index) => ({
    inputTokens: (index === 0 ? 0 : summaryTokens) + everyTurns * growthTokens,
    outputTokens: summaryTokens,
  }));
}

function historyAfter(earlier: number, growthTokens: number, control: HistoryControl | undefined, summaryTokens: number): number {
  switch (control?.strategy) {
    case 'window':
    case 'retrieval':
      return Math.min(earlier, control.turns) * growthTokens;
    case 'summary': {
      const since = earlier % control.everyTurns;
      if (since === earlier) return earlier * growthTokens;
      return summaryTokens + Math.min(earlier, since + (control.keepTurns ?? 0)) * growthTokens;
    }
    case undefined:
      return earlier * growthTokens;
  }
}

/** Whether the history no longer begins as in the call before. */
function isRewritten(earlier: number, control: HistoryControl | undefined): boolean {
  switch (control?.strategy) {
    case 'window':
      return earlier > control.turns;
    case 'retrieval':
      return true;
    case 'summary':
      return earlier > 0 && earlier % control.everyTurns === 0;
    case undefined:
      return false;
  }
}
