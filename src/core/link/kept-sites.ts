import type { CallContext, CallSite } from '../request/request';
import { CannotMove } from '../source/move-spans';
import type { Passage, Passages } from '../source/passages';
import { type Standing, type StillUpTo, standingNow, stillUpTo } from '../source/standing';
import type { CallPlace, CodeSummary } from '../source/summary';
import type { Grounds } from './grounds';
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

/** By passage, and the call's place among the calls of the passage. */
export type PassageMemory = WeakMap<Passage, Map<number, KeptSites>>;

/** Works out the sites of one call, in how many steps. */
type Work = () => Kept<readonly CallSite[]> & { readonly steps: number };

/** The sites of each call of a file, of which those are taken over that the last edit left alone. Ask for all calls in order. */
export class SitesByCall {
  readonly #memory: PassageMemory;
  readonly #summary: CodeSummary;
  readonly #records: Records;
  readonly #still: StillUpTo | undefined;
  readonly #counts = new Map<Passage, number>();
  #takenOver = 0;
  #stepsTakenOver = 0;
  #lacking = false;

  constructor(memory: PassageMemory, summary: CodeSummary, records: Records) {
    this.#memory = memory;
    this.#summary = summary;
    this.#records = records;
    this.#still = summary.passages && stillUpTo(summary.passages);
  }

  of({ call, scope }: CallPlace, work: Work, contextOf: () => Kept<CallContext>): readonly KnownSite[] {
    const { passages } = this.#summary;
    const passage = passages?.around(call.at.start, call.at.end)?.passage;
    const index = passage === undefined ? 0 : (this.#counts.get(passage) ?? 0);
    const ofPassage = (passage && this.#memory.get(passage)) ?? new Map<number, KeptSites>();
    const before = ofPassage.get(index);
    const known = passages && before && this.#records.holdsStill(before.grounds) ? this.#moved(before, passages) : undefined;
    const { answer, grounds, steps } = known === undefined ? work() : { ...known, answer: known.said.value.answer };
    this.#records.restLinkOn(grounds);
    this.#count(known, grounds);
    const { context, contextGrounds } = this.#runsUnder(answer, known, contextOf);
    const was = known?.said.value.context;
    const isSame = known !== undefined && (was === context || JSON.stringify(was) === JSON.stringify(context));
    const origins = isSame ? known.origins : answer.map(({ symbol }) => ({ symbol }));
    if (passages !== undefined && passage !== undefined) {
      this.#counts.set(passage, index + 1);
      this.#memory.set(passage, ofPassage);
      // What came upon a circle says what it says as seen from here, which an edit anywhere may change.
      if (grounds.holds === 'always') {
        // What stands at the top of the file runs with all that stands there.
        const kept = scope !== 0 && contextGrounds?.holds === 'always' ? contextGrounds : undefined;
        const said = isSame ? known.said : { value: { answer, context }, passages };
        ofPassage.set(index, { said, grounds, steps, origins, contextGrounds: kept });
      } else ofPassage.delete(index);
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
    contextOf: () => Kept<CallContext>,
  ): { readonly context: CallContext | undefined; readonly contextGrounds: Grounds | undefined } {
    if (answer.every(({ kind }) => kind === 'constructor')) return { context: undefined, contextGrounds: undefined };
    const kept = known?.contextGrounds;
    if (known !== undefined && kept !== undefined && this.#records.holdsStill(kept)) {
      this.#records.restLinkOn(kept);
      return { context: known.said.value.context, contextGrounds: kept };
    }
    const { answer: context, grounds } = contextOf();
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

  #count(known: KeptSites | undefined, { holds }: Grounds): void {
    this.#lacking ||= holds === 'now';
    if (known === undefined) return;
    this.#takenOver += 1;
    this.#stepsTakenOver += known.steps;
  }
}
