import type { ModelFacts, TokenCounting } from '../prices/model';
import { pathOf } from '../source/formats/select/globs';
import type { Uri } from '../source/span';
import type { MeasuredUsage } from '../usage/measured';
import type { Estimate } from './basis';

/** A mean with the band in which it lies: tokens, or a factor. */
export type MeasuredAmount = Pick<Estimate, 'value' | 'low' | 'high'>;

/** What runs of a call showed. Plain data, handed in as a fact by those who ran it or read of it. */
export interface MeasuredCall {
  /** Of the file that is analysed. */
  readonly uri: Uri;
  readonly identity: string;
  /** Id of the model that answered: another one's answers are of other lengths. */
  readonly model: string;
  /** Of one answer, thinking included. */
  readonly outputTokens: MeasuredAmount;
  /** Input tokens that were billed, divided by those of the public encoding in which its family is counted. Absent: not compared. */
  readonly inputFactor?: MeasuredAmount;
  /** Answers that this is the mean of. */
  readonly samples: number;
  /** `verification`: asked for on purpose, with samples. `usage`: records of what was really called. */
  readonly from: 'verification' | 'usage';
  /** Of the very request that was measured; absent: of whatever the call sent. */
  readonly fingerprint?: string;
  /** All that records of real calls say; absent: it isn't from records. */
  readonly usage?: MeasuredUsage;
}

/** What is measured of a request: by its call, its model and its fingerprint. Records of real calls count before samples. */
export function measuredOf(
  measured: readonly MeasuredCall[] | undefined,
  call: Pick<MeasuredCall, 'uri' | 'identity'>,
  model: ModelFacts | undefined,
  fingerprint: () => string,
): MeasuredCall | undefined {
  if (measured === undefined || model === undefined) return undefined;
  const own = ofCall(measured, call, model);
  if (own.length === 0) return undefined;
  const current = own.filter(each => each.fingerprint === undefined || each.fingerprint === fingerprint());
  return current.find(({ from }) => from === 'usage') ?? current[0];
}

/** What records of real calls say of a call, whatever model answered. */
export function usageOf(
  measured: readonly MeasuredCall[] | undefined,
  call: Pick<MeasuredCall, 'uri' | 'identity'>,
): MeasuredUsage | undefined {
  return measured?.find(each => each.usage !== undefined && each.identity === call.identity && each.uri === call.uri)?.usage;
}

/** The length of the answers, with how it is known. */
export function measuredOutput({ outputTokens, samples, from }: MeasuredCall): Estimate {
  const of = `${samples.toLocaleString('en')} ${samples === 1 ? 'answer' : 'answers'}`;
  const why = from === 'usage' ? `mean of ${of} in imported usage` : `mean of ${of} when it was verified`;
  return { ...outputTokens, basis: 'measured', why };
}

/**
 * Counts a call's input as its real calls were billed. That is a matter of tokenizer and language, so it holds for a changed prompt, too.
 * What is counted exactly is left alone.
 */
export function calibrated(
  counting: TokenCounting,
  measured: readonly MeasuredCall[] | undefined,
  call: Pick<MeasuredCall, 'uri' | 'identity'>,
  model: ModelFacts | undefined,
): TokenCounting {
  const isExact = counting.factorLow === 1 && counting.factorHigh === 1;
  if (measured === undefined || model === undefined || isExact) return counting;
  const found = ofCall(measured, call, model).find(({ inputFactor }) => inputFactor !== undefined);
  if (found?.inputFactor === undefined) return counting;
  const { value, low, high } = found.inputFactor;
  const why = `counted as ${found.samples.toLocaleString('en')} real calls were billed`;
  return { ...counting, factorLow: low, factor: value, factorHigh: high, why, measured: true };
}

/** Shells write the same address in different ways. */
function ofCall(measured: readonly MeasuredCall[], { uri, identity }: Pick<MeasuredCall, 'uri' | 'identity'>, model: ModelFacts) {
  return measured.filter(
    each => each.identity === identity && each.model === model.id && (each.uri === uri || pathOf(each.uri) === pathOf(uri)),
  );
}
