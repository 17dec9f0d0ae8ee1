import type { CallContext } from '../request/call-context';
import type { CallSite } from '../request/call-site';
import { CannotMove } from '../source/move-spans';
import type { Passage, Passages } from '../source/passages';
import { type Standing, type StillUpTo, standingNow, stillUpTo } from '../source/standing';
import type { CallPlace, CodeSummary } from '../source/summary';
import { type Grounds, groundsOf, lacks } from './grounds';
import type { Kept } from './memory';
import type { Records } from './records';

/** Stands for a site as it was worked out once: the same object until it has to be worked out again, wherever the site moves. */
export interface SiteOrigin {
  readonly symbol: string;
}

export interface KnownSite {
  readonly site: CallSite;
  readonly origin?: SiteOrigin;
}

/** What a call of a file that is being edited was found to send. */
interface KeptSites {
  readonly said: Standing<SaidOfCall>;
  readonly grounds: Grounds;
  readonly origins: readonly SiteOrigin[];
  /** Of the context; undefined: it holds for one link only. */
  readonly contextGrounds: Grounds | undefined;
  /** Values that were reduced for it. */
  readonly steps: number;
}

interface SaidOfCall {
  readonly answer: readonly CallSite[];
  /** Under what the call runs; undefined: it sends nothing. */
  readonly context: CallContext | undefined;
}

interface KeptPassage {
  /** By the call's place among those of the passage. */
  readonly calls: Map<number, KeptSites>;
  /** None of its calls sends anything: what that rests on. */
  idle?: { readonly grounds: Grounds; readonly steps: number };
}

export type PassageMemory = WeakMap<Passage, KeptPassage>;

/** How a call's sites are worked out, in how many steps, and under what it runs. */
interface Work {
  sites(): Kept<readonly CallSite[]> & { readonly steps: number };
  context(): Kept<CallContext>;
}

/** The sites of the calls of a file, of which those are taken over that the last edit left alone. */
export class SitesByCall {
  readonly #memory: PassageMemory;
  readonly #summary: CodeSummary;
  readonly #records: Records;
  readonly #still: StillUpTo | undefined;
  #takenOver = 0;
  #stepsTakenOver = 0;
  #lacking = false;

  constructor(memory: PassageMemory, summary: CodeSummary, records: Records) {
    this.#memory = memory;
    this.#summary = summary;
    this.#records = records;
    this.#still = summary.passages && stillUpTo(summary.passages);
  }

  /** Of all calls, in their order. */
  all(workOf: (place: CallPlace) => Work): readonly KnownSite[] {
    const { calls, passages } = this.#summary;
    if (passages === undefined) return calls.flatMap(place => this.#of(place, workOf(place), new Map(), 0));
    return passages.placed.flatMap(({ passage, content: { calls } }) => {
      if (calls.length === 0) return [];
      const kept: KeptPassage = this.#memory.get(passage) ?? { calls: new Map() };
      const { idle } = kept;
      if (idle !== undefined && this.#records.holdsStill(idle.grounds)) {
        this.#records.restLinkOn(idle.grounds);
        this.#takenOver += calls.length;
        this.#stepsTakenOver += idle.steps;
        return [];
      }
      const sites = calls.flatMap((place, index) => this.#of(place, workOf(place), kept.calls, index));
      this.#memory.set(passage, withIdleness(kept, calls.length));
      return sites;
    });
  }

  #of({ scope }: CallPlace, work: Work, kept: Map<number, KeptSites>, index: number): readonly KnownSite[] {
    const { passages } = this.#summary;
    const before = kept.get(index);
    const known = passages && before && this.#records.holdsStill(before.grounds) ? this.#moved(before, passages) : undefined;
    const { answer, grounds, steps } = known === undefined ? work.sites() : { ...known, answer: known.said.value.answer };
    this.#records.restLinkOn(grounds);
    this.#count(known, grounds);
    const { context, contextGrounds } = this.#runsUnder(answer, known, work);
    const was = known?.said.value.context;
    const isSame = known !== undefined && (was === context || JSON.stringify(was) === JSON.stringify(context));
    const origins = isSame ? known.origins : answer.map(({ symbol }) => ({ symbol }));
    if (passages !== undefined) {
      // What came upon a circle says what it says as seen from here, which an edit anywhere may change.
      if (grounds.holds === 'always') {
        // What stands at the top of the file runs with all that stands there.
        const lasting = scope !== 0 && contextGrounds?.holds === 'always' ? contextGrounds : undefined;
        const said = isSame ? known.said : { value: { answer, context }, passages };
        kept.set(index, { said, grounds, steps, origins, contextGrounds: lasting });
      } else kept.delete(index);
    }
    return answer.map((site, nth) => {
      const origin = origins[nth];
      return { site: site.kind === 'constructor' || context === undefined ? site : { ...site, context }, ...(origin && { origin }) };
    });
  }

  /** Values that were reduced for the answers that were taken over. */
  get stepsTakenOver(): number {
    return this.#stepsTakenOver;
  }

  /** Bounds were met, which depend on what else was worked out: only what is worked out from the beginning says the same each time. */
  get isDoubtful(): boolean {
    return this.#takenOver > 0 && this.#lacking;
  }

  #runsUnder(
    answer: readonly CallSite[],
    known: KeptSites | undefined,
    work: Work,
  ): { readonly context: CallContext | undefined; readonly contextGrounds: Grounds | undefined } {
    if (answer.every(({ kind }) => kind === 'constructor')) return { context: undefined, contextGrounds: undefined };
    const kept = known?.contextGrounds;
    if (known !== undefined && kept !== undefined && this.#records.holdsStill(kept)) {
      this.#records.restLinkOn(kept);
      return { context: known.said.value.context, contextGrounds: kept };
    }
    const { answer: context, grounds } = work.context();
    this.#records.restLinkOn(grounds);
    return { context, contextGrounds: grounds };
  }

  #moved(before: KeptSites, passages: Passages): KeptSites | undefined {
    if (before.said.value.answer.length === 0 || this.#still === undefined) return before;
    try {
      return { ...before, said: standingNow(before.said, this.#summary.uri, passages, this.#still) };
    } catch (error) {
      if (error instanceof CannotMove) return undefined;
      throw error;
    }
  }

  #count(known: KeptSites | undefined, grounds: Grounds): void {
    this.#lacking ||= lacks(grounds);
    if (known === undefined) return;
    this.#takenOver += 1;
    this.#stepsTakenOver += known.steps;
  }
}

function withIdleness({ calls }: KeptPassage, count: number): KeptPassage {
  const all = [...calls.values()];
  if (all.length < count || all.some(({ said }) => said.value.answer.length > 0)) return { calls };
  const grounds = groundsOf(all.flatMap(each => [...each.grounds.all]));
  return { calls, idle: { grounds, steps: all.reduce((sum, { steps }) => sum + steps, 0) } };
}
