import type { Criterion } from '../../verify/agreement';
import type { ComparedPair, TrialAnswer } from '../../verify/outcome';
import type { SideSummary, TrialSummary } from '../../verify/summary';
import type { Numerals } from '../numerals';
import { verdictText } from './verdict-text';

/** What the verification panel shows: texts alone. Plain data, from the host to the page. */
export interface VerifyView {
  /** The call, as its author calls it. */
  readonly title: string;
  readonly path: string;
  /** `gpt-5.4 → gpt-5-nano`, or the title of a change. */
  readonly change: string;
  /** Why nothing can be run. */
  readonly refused?: string;
  readonly holes: readonly string[];
  readonly notes: readonly string[];
  readonly sides: readonly SideChoice[];
  /** What is known of the samples. */
  readonly samples?: { readonly text: string; readonly problems: readonly string[] };
  readonly progress?: { readonly done: number; readonly of: number; readonly text: string };
  readonly result?: ResultView;
  readonly defaults: { readonly limitUsd: number; readonly criterion: Criterion };
}

export interface SideChoice {
  readonly side: 'today' | 'changed';
  readonly model: string;
  /** Through whom it can be asked, the endpoint of the settings first. */
  readonly routes: readonly { readonly id: string; readonly label: string }[];
}

export interface ResultView {
  readonly verdict: string;
  readonly kind: TrialSummary['verdict'];
  readonly stopped?: string;
  /** Where it was saved, and what of it. */
  readonly saved?: string;
  readonly figures: readonly { readonly measure: string; readonly today: string; readonly changed: string }[];
  readonly pairs: readonly PairView[];
}

export interface PairView {
  readonly sample: string;
  readonly agreement: string;
  readonly kind: 'agree' | 'differ' | 'none';
  readonly today: string;
  readonly changed: string;
}

/** Results as the panel has them. `samples`: what was filled in, one text a sample. */
export function resultView(
  summary: TrialSummary,
  pairs: readonly ComparedPair[],
  samples: readonly string[],
  numerals: Numerals,
): Omit<ResultView, 'stopped' | 'saved'> {
  const { today, changed, similarity } = summary;
  const both = (measure: string, of: (side: SideSummary) => string | undefined) => {
    const [one, other] = [of(today), of(changed)];
    return one === undefined && other === undefined ? [] : [{ measure, today: one ?? 'unknown', changed: other ?? 'unknown' }];
  };
  return {
    verdict: verdictText(summary),
    kind: summary.verdict,
    figures: [
      ...both(
        'Cost of 1,000 calls',
        side => side.usdPerCall && numerals.usd({ ...thousandfold(side.usdPerCall), basis: 'measured', why: '' }),
      ),
      ...both('Length of an answer', side => side.outputTokens && `${numerals.integer(Math.round(side.outputTokens.value))} tokens`),
      ...both('Read from the cache', side =>
        side.cacheReadShare === undefined ? undefined : `${numerals.percent(side.cacheReadShare)} of the input`,
      ),
      ...both('Time until the answer, median', ({ medianMs }) => (medianMs === undefined ? undefined : milliseconds(medianMs, numerals))),
      ...both('Answered', side => `${side.answers} of ${side.answers + side.unanswered}`),
      ...(similarity === undefined ? [] : [{ measure: 'Words in common', today: '', changed: numerals.percent(similarity) }]),
    ],
    pairs: [...pairs].sort(disagreeingFirst).map(pair => pairView(pair, samples[pair.sample] ?? '')),
  };
}

function thousandfold({ value, low, high }: { readonly value: number; readonly low: number; readonly high: number }) {
  return { value: value * 1000, low: low * 1000, high: high * 1000 };
}

function milliseconds(amount: number, numerals: Numerals): string {
  return amount < 1000 ? `${numerals.integer(Math.round(amount))} ms` : `${(amount / 1000).toFixed(1)} s`;
}

/** What doesn't agree is what a person wants to look at. */
function disagreeingFirst(one: ComparedPair, other: ComparedPair): number {
  const rank = ({ agrees }: ComparedPair) => (agrees === false ? 0 : agrees === undefined ? 1 : 2);
  return rank(one) - rank(other) || one.sample - other.sample;
}

const LONGEST = 400;

function pairView(pair: ComparedPair, sample: string): PairView {
  const { agreement, agrees, judged } = pair;
  const details = [
    ...(agreement?.fields === undefined || agreement.exact ? [] : [`${agreement.fields.same} of ${agreement.fields.of} fields`]),
    ...(agreement === undefined || agreement.exact ? [] : [`${Math.round(agreement.similarity * 100)}% of words`]),
    ...(judged === undefined ? [] : [`the judge says ${judged ? 'yes' : 'no'}`]),
  ];
  const word = agreement?.exact === true ? 'the same' : agrees === true ? 'agree' : agrees === false ? 'differ' : 'not compared';
  return {
    sample: short(sample),
    agreement: [word, ...details].join(', '),
    kind: agrees === true ? 'agree' : agrees === false ? 'differ' : 'none',
    today: answerText(pair.today),
    changed: answerText(pair.changed),
  };
}

const NONE = { empty: '(an empty answer)', refused: '(refused to answer)', cut: '(cut off at its longest output)' } as const;

function answerText(answer: TrialAnswer): string {
  if ('text' in answer) return short(answer.text);
  return 'none' in answer ? NONE[answer.none] : `(${answer.failed})`;
}

function short(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
