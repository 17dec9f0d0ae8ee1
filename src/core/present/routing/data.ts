import type { ChosenFix } from '../../fixes/chosen-fix';
import type { ModelFacts } from '../../prices/model';
import type { Span } from '../../source/span';
import type { Workload } from '../../spend/workload';
import type { ScanState } from '../scan-state';
import type { Badge } from '../verify/verdict-text';

/** What the routing panel is filled with. Plain data: it goes from the host to the page. */
export interface RoutingData {
  readonly scan: ScanState;
  readonly rows: readonly RoutingRow[];
  /** The models that are suggested, for what they cost. */
  readonly models: readonly ModelFacts[];
  /** Calls whose answers no cap bounds, and nobody stated the length of. */
  readonly withoutCap: number;
  /** Calls in tests and examples, which are left out. */
  readonly aside: number;
}

/** One call, and the model that would do for it. */
export interface RoutingRow {
  /** File and identity; stays while code is edited around it. */
  readonly id: string;
  /** As its author calls it: the function, or the prompt file. */
  readonly label: string;
  readonly path: string;
  readonly identity: string;
  readonly at: Span;
  /** As the lens names it, whether its price is known or not. */
  readonly model: string;
  /** A class, or `unclear`. */
  readonly task: string;
  readonly certainty: 'stated' | 'high' | 'low';
  /** The words and parameters that say so. */
  readonly evidence: readonly string[];
  /** Why a lower tier is expected to do, and whose word that is; empty where none is suggested. */
  readonly bar: string;
  readonly workload: Workload;
  /** Id of the model; undefined: none is suggested. */
  readonly suggestion?: string;
  readonly risks: readonly string[];
  /** Why none is, or why it can't be written for you. */
  readonly note: string;
  /** Models of other makers: `claude-haiku-5-5 (anthropic), 1/20 of the price`. */
  readonly elsewhere: readonly string[];
  /** What verifying it showed; absent: nobody did. */
  readonly badge?: Badge;
  /** Writes the suggestion; absent where nobody but the author can. */
  readonly fix?: ChosenFix;
}
