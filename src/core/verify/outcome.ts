import { type Agreement, agrees, type Criterion } from './agreement';
import type { RealUsage } from './call-cost';

/** One answer of a run, or why there is none. */
export type TrialAnswer =
  | {
      readonly text: string;
      /** Absent: it wasn't reported, as by the editor's own models. */
      readonly usage?: RealUsage;
      /** US dollars; absent: not known. */
      readonly usd?: number;
      readonly milliseconds: number;
      readonly firstTokenMs?: number;
    }
  /** The model gave none: `empty`, `refused`, or `cut` at its longest output. It is paid for all the same. */
  | {
      readonly none: 'empty' | 'refused' | 'cut';
      readonly usage?: RealUsage;
      readonly usd?: number;
      readonly milliseconds: number;
    }
  /** It was not reached, or failed; a sentence. */
  | { readonly failed: string };

/** What both requests answered to one sample. */
export interface TrialPair {
  /** Its place among the samples that were chosen. */
  readonly sample: number;
  readonly today: TrialAnswer;
  readonly changed: TrialAnswer;
  /** A judge's word on whether the second answer is as good. */
  readonly judged?: boolean;
}

export interface ComparedPair extends TrialPair {
  /** Undefined: one of them has no answer. */
  readonly agreement?: Agreement;
  /** Undefined: it can't be told, and doesn't count. */
  readonly agrees?: boolean;
}

/** Compares the answers of a pair. Where today's request answers and the other doesn't, they don't agree; where today's doesn't, nothing is compared. */
export function comparePair(pair: TrialPair, criterion: Criterion, compare: (one: string, other: string) => Agreement): ComparedPair {
  const { today, changed } = pair;
  if (!('text' in today)) return pair;
  if ('none' in changed) return { ...pair, agrees: false };
  if (!('text' in changed)) return pair;
  const agreement = compare(today.text, changed.text);
  const said = agrees(agreement, criterion) ?? pair.judged;
  return { ...pair, agreement, ...(said === undefined ? {} : { agrees: said }) };
}
