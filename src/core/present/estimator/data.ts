import type { ModelFacts } from '../../prices/model';
import type { Estimate } from '../../quote/basis';
import type { Span } from '../../source/span';
import type { Scenario } from '../../spend/scenario';
import type { Workload } from '../../spend/workload';
import type { TaskCost } from '../../workspace-file/task-costs';

/** What the estimator is filled with. Plain data: it goes from the host to the page. */
export interface EstimatorData {
  /** Where the scan of the workspace is. */
  readonly scan: 'none' | 'scanning' | 'done';
  readonly workloads: readonly Workload[];
  /** Besides those of the workloads: what can be routed to or compared with. */
  readonly models: readonly ModelFacts[];
  readonly next: readonly NextStep[];
  /** Of the workspace file, by name. */
  readonly scenarios: Readonly<Record<string, Scenario>>;
  /** What it costs to get things done, as far as the workspace file says what takes which calls. */
  readonly tasks: readonly TaskCost[];
  /** Calls that go to models which think, whose thinking nobody stated the length of. */
  readonly thinking: number;
  /** Calls in tests and examples, which are left out. */
  readonly aside: number;
  /** Day for which prices hold, ISO. */
  readonly day: string;
}

/** A finding, as a step to take. */
export interface NextStep {
  readonly rule: string;
  readonly message: string;
  readonly path: string;
  readonly at: Span;
  /** The workload that it is about, where that is one of `workloads`. */
  readonly workload: string;
  readonly isConfirmed: boolean;
  /** US dollars a call. */
  readonly savesUsd?: Estimate;
  /** Title of the fix that the place offers, without what it saves. */
  readonly fix?: string;
}
