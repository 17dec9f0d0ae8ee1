import type { ModelFacts } from '../prices/model';
import type { SiteQuote } from '../quote/site-quote';
import { isRefusal, type Refusal } from '../source/edit';
import { readTrial, type TrialTarget } from './read-trial';
import { holesOfTrial, type TrialRequest } from './trial-request';

/** Two requests that are to be compared: as it stands, and as it would be. Plain data. */
export interface TrialPlan {
  readonly today: TrialSide;
  readonly changed: TrialSide;
  /** What samples fill in, by name. */
  readonly holes: readonly string[];
  /** In what the trial differs from the call, a sentence each. */
  readonly notes: readonly string[];
  /** What the change is: another model, or other words to the same model. */
  readonly change: 'model' | 'request';
}

export interface TrialSide {
  readonly request: TrialRequest;
  /** Absent: the catalogue doesn't know the model. */
  readonly facts?: ModelFacts;
  /** Of an answer, as stated or measured: what a call is expected to cost. */
  readonly expectedOutputTokens?: number;
}

/** One request before and after: `to` moves the second one to another model of the catalogue. */
export function planTrial(today: SiteQuote, changed: SiteQuote, to?: ModelFacts): TrialPlan | Refusal {
  const model = today.model;
  const id = today.site.model.value ?? (today.modelAssumed ? model?.id : undefined);
  if (id === undefined || model === undefined)
    return {
      refused: `Which model it goes to is not known${today.site.model.why === '' ? '' : ` (${today.site.model.why})`}, so nothing can be compared.`,
    };
  const own: TrialTarget = { provider: model.provider, model: id };
  const target = to ?? changed.model;
  if (target === undefined) return { refused: `The catalogue doesn’t know ${changed.site.model.value ?? 'the other model'}.` };
  const isMoved = target.id !== model.id || target.provider !== model.provider;
  const other: TrialTarget = isMoved ? { provider: target.provider, model: to?.id ?? changed.site.model.value ?? target.id } : own;
  const before = readTrial(today.site, own);
  if (isRefusal(before)) return before;
  const after = readTrial(changed.site, other);
  if (isRefusal(after)) return after;
  const isSame = !isMoved && before.request.fingerprint === after.request.fingerprint;
  if (isSame) return { refused: 'The model would receive the same request, so there is nothing to verify.' };
  return {
    today: sideOf(today, before.request, model),
    changed: sideOf(changed, after.request, target),
    holes: [...new Set([...holesOfTrial(before.request), ...holesOfTrial(after.request)])],
    notes: [...new Set([...before.notes, ...after.notes])],
    change: isMoved && before.request.fingerprint === after.request.fingerprint ? 'model' : 'request',
  };
}

function sideOf({ stated }: SiteQuote, request: TrialRequest, facts: ModelFacts): TrialSide {
  const expected = stated?.outputTokens?.value;
  return { request, facts, ...(expected === undefined ? {} : { expectedOutputTokens: expected }) };
}
