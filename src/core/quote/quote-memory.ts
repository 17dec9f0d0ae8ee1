import type { Linked } from '../link/linked';
import type { CallSite } from '../request/call-site';
import type { ModelAdvice } from '../routing/suggest-model';
import type { TaskReading } from '../routing/task-class';
import { CannotMove } from '../source/move-spans';
import { type Standing, standingNow, stillUpTo } from '../source/standing';
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
  readonly work: Standing<SiteWork>;
}

/** By the origins of sites (`EditedSites`): what was found out of them, for as long as nothing of them changes but their place. */
export type QuoteMemory = WeakMap<object, Kept>;

/** What is kept of the sites of one file. */
export function keptWork({ edited, root }: Pick<Linked, 'edited' | 'root'>, memory: QuoteMemory | undefined) {
  const still = edited && stillUpTo(edited.passages);
  return { of, keep };

  function of(site: CallSite): SiteWork | undefined {
    const origin = edited?.origins.get(site);
    const kept = origin && memory?.get(origin);
    if (edited === undefined || still === undefined || origin === undefined || kept === undefined || kept.identity !== site.identity)
      return undefined;
    try {
      const work = standingNow(kept.work, root, edited.passages, still);
      memory?.set(origin, { identity: site.identity, work });
      return work.value;
    } catch (error) {
      if (error instanceof CannotMove) return undefined;
      throw error;
    }
  }

  function keep(site: CallSite, work: SiteWork): void {
    const origin = edited?.origins.get(site);
    if (edited === undefined || origin === undefined) return;
    const known = memory?.get(origin)?.work;
    if (known === undefined || known.passages !== edited.passages || !isSameWork(known.value, work))
      memory?.set(origin, { identity: site.identity, work: { value: work, passages: edited.passages } });
  }
}

/** Nothing of it was worked out anew. */
function isSameWork(one: SiteWork, other: SiteWork): boolean {
  const { drafts, ...rest } = one;
  const isSame = (key: keyof typeof rest) => one[key] === other[key];
  const isSameDraft = (rule: RuleId) => drafts.get(rule) === other.drafts.get(rule);
  return (
    Object.keys(rest).every(key => isSame(key as keyof typeof rest)) &&
    drafts.size === other.drafts.size &&
    [...drafts.keys()].every(isSameDraft)
  );
}

/** Whether plain data says the same. */
export function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
