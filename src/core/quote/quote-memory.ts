import type { Linked } from '../link/linked';
import type { CallSite } from '../request/request';
import type { ModelAdvice } from '../routing/suggest-model';
import type { TaskReading } from '../routing/task-class';
import { CannotMove, moveSpans } from '../source/move-spans';
import { type Passages, shiftBetween } from '../source/passages';
import type { CheaperModel, RuleId } from './analysis';
import type { KeptDrafts } from './site-findings';
import type { SiteQuote } from './site-quote';

/** All that takes long to find out of one site. Plain data: it moves with its site. */
export interface SiteWork {
  readonly quote: SiteQuote;
  /** Its task as it reads; undefined: nobody asked, as it is stated. */
  readonly classified: TaskReading | undefined;
  /** Its task, which what follows rests on. */
  readonly task: TaskReading | undefined;
  readonly advice: ModelAdvice | undefined;
  readonly cheaper: readonly CheaperModel[];
  /** Of the rules that looked at nothing but the site. */
  readonly drafts: ReadonlyMap<RuleId, KeptDrafts>;
}

interface Kept {
  readonly identity: string;
  readonly passages: Passages;
  readonly work: SiteWork;
}

/** By the origins of sites (`EditedSites`): what was found out of them, for as long as nothing of them changes but their place. */
export type QuoteMemory = WeakMap<object, Kept>;

/** What is kept of the sites of one file. */
export function keptWork({ edited, root }: Pick<Linked, 'edited' | 'root'>, memory: QuoteMemory | undefined) {
  return { of, keep };

  function of(site: CallSite): SiteWork | undefined {
    const origin = edited?.origins.get(site);
    const kept = origin && memory?.get(origin);
    if (edited === undefined || kept === undefined || kept.identity !== site.identity) return undefined;
    try {
      return moveSpans(kept.work, root, shiftBetween(kept.passages, edited.passages));
    } catch (error) {
      if (error instanceof CannotMove) return undefined;
      throw error;
    }
  }

  function keep(site: CallSite, work: SiteWork): void {
    const origin = edited?.origins.get(site);
    if (edited !== undefined && origin !== undefined) memory?.set(origin, { identity: site.identity, passages: edited.passages, work });
  }
}

/** Whether plain data says the same. */
export function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
