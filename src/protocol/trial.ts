import type { ModelFacts } from '../core/prices/model';
import type { Edit, Refusal } from '../core/source/edit';
import type { FixAnswers } from '../core/structured-output/questions';
import type { CallBound } from '../core/verify/call-cost';
import type { TrialPlan } from '../core/verify/trial-plan';
import type { Sample } from '../core/verify/trial-request';

/** What is changed of a request: where it goes, or what it says. */
export type TrialChange =
  /** `openai/gpt-5-nano`, as the catalogue finds it. */
  | { readonly kind: 'model'; readonly model: string }
  | { readonly kind: 'fix'; readonly fixId: string; readonly answers?: FixAnswers }
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] };

/** What the host asks about comparing one request with a changed one. */
export type TrialQuestion =
  | { readonly about: 'plan'; readonly version: number; readonly identity: string; readonly change: TrialChange }
  /** What the calls with these samples will cost; and those of a judge, where one is named. */
  | { readonly about: 'bounds'; readonly plan: TrialPlan; readonly samples: readonly Sample[]; readonly judge?: string };

export type TrialAnswered =
  | { readonly plan: TrialPlan }
  | { readonly bounds: Readonly<Record<'today' | 'changed', readonly CallBound[]>>; readonly judge?: JudgeFacts }
  | Refusal;

/** Absent facts: the catalogue doesn't know the model. */
interface JudgeFacts {
  readonly facts?: ModelFacts;
}
