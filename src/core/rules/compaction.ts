import { editsOf, findChanges, type TextChange } from '../compression/find-changes';
import type { Pass } from '../compression/pass';
import { placeEdits } from '../compression/place-changes';
import { type PromptText, promptTexts } from '../compression/prompt-text';
import { rewriteRequest } from '../compression/rewrite-request';
import { stretchesOf } from '../compression/source-stretches';
import { type Estimate, isKnown } from '../quote/basis';
import type { SiteQuote } from '../quote/site-quote';
import type { Segment } from '../request/request';
import type { Edit, Refusal } from '../source/edit';
import type { Span } from '../source/span';
import type { MappedText } from '../source/text-map';
import type { Draft, RuleContext } from './rule';
import { difference } from './saving';

/** Longer texts would hold up the analysis of every keystroke; the command for compression reads them, too. */
const LONGEST = 40_000;

export type PromptTexts = ReadonlyMap<Segment, PromptText>;

/** Some changes of a request's texts, and what they are worth together. */
export interface Compaction {
  readonly changes: readonly TextChange[];
  readonly savedTokens: number;
  /** US dollars per call; undefined where there is no price. */
  readonly saving?: Estimate;
  edits(): readonly Edit[] | Refusal;
}

/** Texts that this request is the first of the file's to send: what is wrong with them is said once. */
export function ownTexts({ quote: { site }, among }: RuleContext): PromptTexts {
  if (site.isWrapper) return new Map();
  const own = among(sentFirst);
  const isOwn = (segment: Segment) => own[site.request.segments.indexOf(segment)] === true;
  return new Map([...promptTexts(site.request)].filter(([segment, { text }]) => text.length <= LONGEST && isOwn(segment)));
}

/** Of each segment, whether no request before sends what it sends. In plain loops, since every keystroke asks it of all requests. */
function sentFirst({ quote, quotes }: Pick<RuleContext, 'quote' | 'quotes'>): readonly boolean[] {
  return quote.site.request.segments.map(segment => {
    for (const earlier of quotes) {
      if (earlier === quote) return true;
      const { site } = earlier;
      if (site.isWrapper || site.kind === 'constructor') continue;
      for (const other of site.request.segments) if (sharesText(segment, other)) return false;
    }
    return true;
  });
}

/** Both begin a text at one place of the sources. */
function sharesText({ pieces }: Segment, { pieces: others }: Segment): boolean {
  for (const piece of pieces) {
    if (piece.kind !== 'text') continue;
    for (const other of others) if (other.kind === 'text' && beginAlike(piece.text, other.text)) return true;
  }
  return false;
}

function beginAlike({ uri, runs: [first] }: MappedText, { uri: otherUri, runs: [other] }: MappedText): boolean {
  return first !== undefined && first.source === other?.source && uri === otherUri;
}

/** Less than a cent for 1,000 calls interrupts nobody who hasn't stated that there are very many. */
const LEAST_USD_PER_THOUSAND = 0.01;

/** What these passes would save; undefined: next to nothing, or the cache would then cost more than they save. */
export function compactionBy(context: RuleContext, texts: PromptTexts, passes: readonly Pass[]): Compaction | undefined {
  return compactionOf(
    context,
    texts,
    findChanges(context.quote.site, texts, passes, { writers: context.writers, reader: context.environment.reader }),
  );
}

export function compactionOf(
  { quote, requote, writers }: RuleContext,
  texts: PromptTexts,
  changes: readonly TextChange[],
): Compaction | undefined {
  if (changes.length === 0) return undefined;
  const edits = editsOf(changes);
  const before = requote(quote.site);
  const after = requote(rewriteRequest(quote.site, edits));
  const savedTokens = Math.round(before.textTokens.value - after.textTokens.value);
  if (savedTokens <= 0) return undefined;
  const base = { changes, savedTokens, edits: () => placeEdits(quote.site, texts, edits, writers) };
  if (!isKnown(before.steadyInputUsd) || !isKnown(after.steadyInputUsd)) return base;
  const saving = difference(before.steadyInputUsd, after.steadyInputUsd, '');
  return isWorthTelling(saving, quote) ? { ...base, saving } : undefined;
}

/** `saving`: US dollars per call. */
export function isWorthTelling({ value }: Estimate, { stated }: SiteQuote): boolean {
  return value > 0 && (value * 1000 >= LEAST_USD_PER_THOUSAND || stated?.usdPerMonth !== undefined);
}

/** Where a stretch of a text stands; the call, where that is in another file. */
export function placeOf(
  { quote, writers }: RuleContext,
  prompt: PromptText,
  from: number,
  to: number,
  what: string,
): Pick<Draft, 'at' | 'related'> {
  const { site } = quote;
  const stretches = stretchesOf(prompt, [{ from, to, insert: '' }], uri => writers.textOf(uri));
  const [first] = stretches ?? [];
  const last = stretches?.[stretches.length - 1];
  if (first === undefined || last === undefined) return { at: site.calleeAt };
  const at: Span = { uri: first.uri, start: first.start, end: last.uri === first.uri ? Math.max(first.end, last.end) : first.end };
  return at.uri === site.at.uri ? { at } : { at: site.calleeAt, related: { at, message: `${what} stands here` } };
}
