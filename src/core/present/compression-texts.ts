import type { Compressed, PassOffer } from '../compression/compression';
import { type Estimate, isKnown, type Money } from '../quote/basis';
import { isWide, moneyQuantum, type Numerals, perThousand } from './numerals';

/** One row of the passes to choose from. */
export interface PassRow {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  /** Chosen beforehand: it saves something and changes no words. */
  readonly picked: boolean;
}

/** The largest saving first. */
export function passRows(offers: readonly PassOffer[], numerals: Numerals): readonly PassRow[] {
  const bySaving = [...offers].sort((a, b) => b.savedTokens - a.savedTokens);
  return bySaving.map(({ id, title, takes, changes, savedTokens, savedUsd }) => {
    const places = changes === 1 ? 'one change' : `${numerals.integer(changes)} changes`;
    return {
      id,
      label: title,
      description: savingText(savedTokens, savedUsd, numerals),
      detail: `${places}; ${TAKES[takes]}`,
      picked: savedTokens > 0 && takes !== 'words',
    };
  });
}

type CompressedSide = Compressed['before'];

const TAKES: Readonly<Record<PassOffer['takes'], string>> = {
  'white space': 'the words stay as they are',
  decoration: 'the words stay as they are, with plainer markup',
  words: 'changes words, so look at each',
};

function savingText(savedTokens: number, savedUsd: Money, numerals: Numerals): string {
  const tokens = Math.round(savedTokens);
  if (tokens <= 0) return tokens === 0 ? 'saves no tokens' : `costs ${numerals.integer(-tokens)} tokens`;
  const count = `−${numerals.integer(tokens)} tokens`;
  return isKnown(savedUsd) && savedUsd.value > 0 ? `${count} · −${perThousandText(savedUsd, numerals)}/1k` : count;
}

/** Over the two texts: `Compressed: 1,234 tokens, $3.09/1k → 987 tokens, $2.47/1k`. */
export function diffTitle({ before, after }: Pick<Compressed, 'before' | 'after'>, numerals: Numerals): string {
  return `Compressed: ${sideText(before, after, numerals)} → ${sideText(after, before, numerals)}`;
}

/** What is asked once both texts are seen. */
export function acceptText({ before, after, changes }: Compressed, numerals: Numerals): string {
  const count = changes.length === 1 ? 'One change' : `${numerals.integer(changes.length)} changes`;
  const saved = Math.round(before.tokens.value - after.tokens.value);
  if (saved <= 0) return `${count}, which save no tokens.`;
  return `${count}: ${numerals.integer(saved)} tokens less in every call.`;
}

function sideText({ tokens, usd }: CompressedSide, other: CompressedSide, numerals: Numerals): string {
  const count = `${numerals.tokens(besides(tokens, other.tokens))} tokens`;
  if (!isKnown(usd)) return count;
  return `${count}, ${perThousandText(isKnown(other.usd) ? besides(usd, other.usd) : usd, numerals)}/1k`;
}

/** With as many digits as their difference has: both come of one count, so it is more certain than either. */
function besides(figure: Estimate, other: Estimate): Estimate {
  const half = Math.abs(figure.value - other.value) / 10;
  if (half === 0 || isWide(figure)) return figure;
  return { ...figure, low: Math.max(figure.low, figure.value - half), high: Math.min(figure.high, figure.value + half) };
}

function perThousandText(usd: Estimate, numerals: Numerals): string {
  const money = perThousand(usd);
  return numerals.amount(money.value, moneyQuantum(money));
}

/** What is said before anything leaves the machine. `bill`: who is paid, where no price is known by token. */
export function runDetail(
  host: string,
  price: { readonly inputTokens: Estimate; readonly outputTokens: Estimate; readonly usd: Money },
  bill: string | undefined,
  numerals: Numerals,
): string {
  const size = `About ${numerals.integer(price.inputTokens.value)} tokens go in, and up to ${numerals.integer(price.outputTokens.value)} come back.`;
  const money =
    bill ??
    (isKnown(price.usd)
      ? `That costs up to ${numerals.usd(price.usd)}, without what the model may think.`
      : `What that costs is not known: ${price.usd.why}.`);
  return `The text of this prompt is sent to ${host}; values that each call fills in are not. ${size} ${money} Nothing is changed before you have seen the result.`;
}
