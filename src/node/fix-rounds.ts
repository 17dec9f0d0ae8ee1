import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ChosenFix, findChosen, isHarmless } from '../core/fixes/chosen-fix';
import type { Analysed } from '../core/quote/analysed';
import type { FixOffer } from '../core/quote/analysis';
import { applyEdits, type Edit, isRefusal } from '../core/source/edit';
import { type Replacement, withEdits } from '../core/source/replacement';
import type { Uri } from '../core/source/span';

/** Each round takes at least one fix; no file has that many that overlap. */
const MAX_ROUNDS = 100;

export interface FixRequest {
  readonly roots: readonly Uri[];
  /** All that leave words and order as they are, or those that somebody chose. */
  readonly wanted: 'harmless' | readonly ChosenFix[];
  /** Leaves out fixes that change any other file than the root. */
  readonly onlyInRoot: boolean;
}

export interface FixTexts {
  textOf(uri: Uri): string | undefined;
  /** Analyses a file as if others, by address, had these texts. Undefined: it can't be analysed now. */
  analyse(root: Uri, changed: ReadonlyMap<Uri, string>): Promise<Analysed | undefined>;
}

export interface FixedTogether {
  /** Of the texts before. */
  readonly files: ReadonlyMap<Uri, { readonly text: string; readonly replacements: readonly Replacement[] }>;
  /** Titles of the fixes that were made. */
  readonly titles: readonly string[];
  /** Fixes that can't be made, and why. */
  readonly notMade: readonly string[];
}

/**
 * Takes fixes together. Those that touch each other go in rounds: the text is analysed again after each, so that every fix is made
 * for the text that it changes. Undefined when cancelled.
 */
export async function fixInRounds(request: FixRequest, texts: FixTexts, cancelled: () => boolean): Promise<FixedTogether | undefined> {
  const changed = new ChangedTexts(texts);
  const notMade: string[] = [];
  const titles: string[] = [];
  for (const root of request.roots) {
    let left = request.wanted === 'harmless' ? [] : request.wanted.filter(({ uri }) => uri === root);
    for (let round = 0; round < MAX_ROUNDS; round++) {
      // Lets messages in, a cancellation among them.
      await nextTurn();
      if (cancelled()) return undefined;
      const analysed = await texts.analyse(root, changed.texts);
      if (analysed === undefined) return undefined;
      const { findings } = analysed.analysis;
      const offers: readonly Offer[] =
        request.wanted === 'harmless'
          ? findings.flatMap(({ fixes }) => fixes.find(isHarmless) ?? []).map(fix => ({ fix }))
          : left.flatMap(chosen => {
              const fix = findChosen(findings, chosen);
              return fix === undefined ? [] : [{ fix, chosen }];
            });
      const batch = batchOf(analysed, offers, request.onlyInRoot ? root : undefined);
      for (const { offer, why } of batch.refused) if (request.wanted !== 'harmless') notMade.push(`${offer.fix.title}: ${why}`);
      changed.apply(batch.taken.flatMap(({ edits }) => edits));
      titles.push(...batch.taken.map(({ offer }) => offer.fix.title));
      const done = new Set([...batch.taken, ...batch.refused].map(({ offer }) => offer.chosen));
      left = left.filter(chosen => !done.has(chosen));
      if (batch.taken.length === 0 || (request.wanted !== 'harmless' && left.length === 0)) break;
    }
  }
  return { files: changed.files(), titles, notMade };
}

interface Offer {
  readonly fix: FixOffer;
  readonly chosen?: ChosenFix;
}

interface Batch {
  readonly taken: readonly { readonly offer: Offer; readonly edits: readonly Edit[] }[];
  readonly refused: readonly { readonly offer: Offer; readonly why: string }[];
}

/** As many as can be made at once: none touches another. */
function batchOf(analysed: Analysed, offers: readonly Offer[], onlyIn: Uri | undefined): Batch {
  const taken: { readonly offer: Offer; readonly edits: readonly Edit[] }[] = [];
  const refused: { readonly offer: Offer; readonly why: string }[] = [];
  for (const offer of offers) {
    const edits = analysed.edit(offer.fix.id);
    if (isRefusal(edits)) refused.push({ offer, why: edits.refused });
    else if (onlyIn !== undefined && edits.some(edit => edit.uri !== onlyIn)) continue;
    else if (edits.length > 0 && !taken.some(other => touch(other.edits, edits))) taken.push({ offer, edits });
  }
  return { taken, refused };
}

function touch(some: readonly Edit[], others: readonly Edit[]): boolean {
  return some.some(one => others.some(other => one.uri === other.uri && one.start <= other.end && other.start <= one.end));
}

class ChangedTexts {
  readonly texts = new Map<Uri, string>();
  readonly #base: Pick<FixTexts, 'textOf'>;
  readonly #before = new Map<Uri, string>();
  readonly #replacements = new Map<Uri, readonly Replacement[]>();

  constructor(base: Pick<FixTexts, 'textOf'>) {
    this.#base = base;
  }

  apply(edits: readonly Edit[]): void {
    for (const uri of new Set(edits.map(edit => edit.uri))) {
      const own = edits.filter(edit => edit.uri === uri);
      const before = this.#before.get(uri) ?? this.#base.textOf(uri) ?? '';
      this.#before.set(uri, before);
      this.texts.set(uri, applyEdits(this.texts.get(uri) ?? before, own));
      this.#replacements.set(uri, withEdits(this.#replacements.get(uri) ?? [], own));
    }
  }

  files(): FixedTogether['files'] {
    return new Map([...this.#before].map(([uri, text]) => [uri, { text, replacements: this.#replacements.get(uri) ?? [] }]));
  }
}
