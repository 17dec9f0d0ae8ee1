import type { Writers } from '../fixes/writers';
import { type Estimate, isKnown, type Money } from '../quote/basis';
import type { SiteQuote } from '../quote/site-quote';
import type { CallSite } from '../request/call-site';
import { type Edit, isRefusal, type Refusal } from '../source/edit';
import { editsOf, findChanges, type TextChange } from './find-changes';
import { type CompressionPrompt, compressionPrompt, readAnswer } from './model-request';
import type { Pass } from './pass';
import { PASSES } from './passes/registry';
import { placeEdits, type RequestEdits } from './place-changes';
import type { PromptReader } from './prompt-reader';
import { promptTexts } from './prompt-text';
import { readProposal } from './proposal';
import { rewriteRequest } from './rewrite-request';
import { shownText } from './shown-text';

/** One pass over a prompt, and what it would save alone. Plain data, like all that follows. */
export interface PassOffer {
  readonly id: string;
  readonly title: string;
  readonly takes: Pass['takes'];
  readonly changes: number;
  /** May be negative: fewer characters are not always fewer tokens. */
  readonly savedTokens: number;
  /** Of the input of one call, as the cache leaves it. */
  readonly savedUsd: Money;
}

/** A prompt before and after, with changes that can be taken one by one. */
export interface Compressed {
  readonly before: CompressedText;
  readonly after: CompressedText;
  readonly changes: readonly PlacedChange[];
}

interface CompressedText {
  readonly text: string;
  readonly tokens: Estimate;
  /** Input of one call, in US dollars. */
  readonly usd: Money;
}

export interface PlacedChange {
  readonly label: string;
  readonly edits: readonly Edit[];
}

/** What can be done about the length of one request's prompts. */
export interface Compression {
  offers(): readonly PassOffer[];
  /** By the passes with these ids. */
  compress(passes: readonly string[]): Compressed | Refusal;
  /** What to ask of a model that is to do it. */
  prompt(): CompressionPrompt;
  /** What that model answered, checked. */
  propose(answer: string): Compressed | Refusal;
}

/** Comparing all sentences of a longer text would take minutes. */
const LONGEST = 150_000;

interface Tools {
  readonly writers: Writers;
  readonly reader: PromptReader;
  /** Quotes a request, changed or not, under the same facts. */
  requote(site: CallSite): SiteQuote;
}

export function compressionOf(site: CallSite, { writers, reader, requote }: Tools): Compression {
  const texts = new Map([...promptTexts(site.request)].filter(([, { text }]) => text.length <= LONGEST));
  const before = requote(site);
  const quoteOf = (edits: RequestEdits) => requote(rewriteRequest(site, edits));

  const finished = (changes: readonly TextChange[]): Compressed | Refusal => {
    const placed: PlacedChange[] = [];
    const taken: TextChange[] = [];
    for (const change of changes) {
      const edits = placeEdits(site, texts, new Map([[change.segment, change.edits]]), writers);
      if (isRefusal(edits)) continue;
      placed.push({ label: change.label, edits });
      taken.push(change);
    }
    if (placed.length === 0) return { refused: 'Nothing was found that could be said in fewer tokens.' };
    const all = editsOf(taken);
    const together = placeEdits(site, texts, all, writers);
    if (isRefusal(together)) return together;
    const after = quoteOf(all);
    return {
      before: { text: shownText(texts, new Map()), tokens: before.textTokens, usd: before.steadyInputUsd },
      after: { text: shownText(texts, all), tokens: after.textTokens, usd: after.steadyInputUsd },
      changes: placed,
    };
  };

  return {
    offers: () =>
      PASSES.flatMap(pass => {
        const changes = findChanges(site, texts, [pass], { writers, reader });
        if (changes.length === 0) return [];
        const after = quoteOf(editsOf(changes));
        const { id, title, takes } = pass;
        const savedTokens = before.textTokens.value - after.textTokens.value;
        const savedUsd = difference(before.steadyInputUsd, after.steadyInputUsd);
        return [{ id, title, takes, changes: changes.length, savedTokens, savedUsd }];
      }),
    compress: ids =>
      finished(
        findChanges(
          site,
          texts,
          PASSES.filter(({ id }) => ids.includes(id)),
          { writers, reader },
        ),
      ),
    prompt: () => compressionPrompt(texts),
    propose(answer) {
      const proposals = readAnswer(texts, answer);
      if (proposals === undefined)
        return { refused: 'The answer is not what was asked for, so nothing was changed. Try again, or choose another model.' };
      const changes = readProposal(texts, proposals);
      return 'refused' in changes ? changes : finished(changes);
    },
  };
}

function difference(before: Money, after: Money): Money {
  if (!isKnown(before)) return before;
  if (!isKnown(after)) return after;
  // Both come from one count, so their ends move together.
  const ends = [before.low - after.low, before.high - after.high].sort((a, b) => a - b);
  const value = before.value - after.value;
  const known = (end: number | undefined) => (end === undefined || !Number.isFinite(end) ? value : end);
  return { ...before, value, low: Math.min(value, known(ends[0])), high: Math.max(value, known(ends[1])) };
}
