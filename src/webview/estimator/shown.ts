import type { EstimatorMemory } from '../../core/present/estimator/calls';
import type { EstimatorData } from '../../core/present/estimator/data';
import type { EstimatorView } from '../../core/present/estimator/estimator-view';
import type { EstimatorState } from '../../core/present/estimator/state';
import type { Numerals } from '../../core/present/numerals';
import type { Span } from '../../core/source/span';

/** What was typed into a field and can't be taken, by field. */
export type Drafts = Map<string, { readonly text: string; readonly error: string }>;

/** What a person set; no calls a day: none are stated any more. */
export type ChangedState = Partial<Omit<EstimatorState, 'callsPerDay'>> & { readonly callsPerDay?: number | undefined };

/** All that a page of the estimator shows, and what can be done on it. */
export interface Shown {
  readonly data: EstimatorData;
  readonly state: EstimatorState;
  readonly view: EstimatorView;
  readonly numerals: Numerals;
  readonly memory: EstimatorMemory;
  /** What was typed into a field and can't be taken, by field. */
  readonly drafts: Drafts;
  change(state: ChangedState): void;
  /** Only what was typed changed. */
  redraw(): void;
  open(place: Span): void;
  findModel(id: string): void;
  importUsage(): void;
  readonly scenarioActions: {
    open(name: string): void;
    save(name: string): void;
    duplicate(name: string): void;
    share(name: string): void;
    remove(name: string): void;
    take(): void;
  };
}
