import type { Writers } from '../fixes/writers';
import type { Finding, FixOffer, RuleId, Severity } from '../quote/analysis';
import type { QuoteEnvironment } from '../quote/environment';
import type { SiteQuote } from '../quote/site-quote';
import type { CallSite } from '../request/call-site';
import type { ModelAdvice } from '../routing/suggest-model';
import type { TaskReading } from '../routing/task-class';
import type { Edit, Refusal } from '../source/edit';
import type { FixAnswers } from '../structured-output/questions';
import type { RuleOptions } from './options';

/** A rule reads a request and its quote and returns what it found; it reports nothing and changes nothing. */
export interface Rule {
  /** Also the name of its file, page and fixture folder. */
  readonly id: RuleId;
  /** One line for lists: what it finds. */
  readonly summary: string;
  /** For confirmed findings; suspected ones are one step milder. */
  readonly defaultSeverity: Severity;
  /** Findings of these rules may appear once this one's fix is applied. */
  readonly reveals: readonly RuleId[];
  /** Thresholds that a user may set. */
  readonly options?: RuleOptions;
  check(context: RuleContext): readonly Draft[];
}

export interface RuleContext {
  readonly quote: SiteQuote;
  /** All requests of the file: several may share what a fix would change. */
  readonly quotes: readonly SiteQuote[];
  /**
   * The same, by a question whose answer names no places: as long as it stays the same, and nothing of the request changes, a rule that
   * asks no more of other requests is not checked again. `find` takes all from its argument.
   */
  among<T extends PlainAnswer>(find: (file: Pick<RuleContext, 'quote' | 'quotes'>) => T): T;
  /** What kind of task the request is. */
  readonly task: TaskReading;
  /** Which cheaper models would do for a request's task; undefined: none, or nothing certain is known. */
  adviceOf(quote: SiteQuote): ModelAdvice | undefined;
  readonly environment: QuoteEnvironment;
  readonly writers: Writers;
  /** Quotes a changed request under the same facts: what a fix would give. */
  requote(site: CallSite): SiteQuote;
}

/** What can be compared as JSON. */
export type PlainAnswer = boolean | number | string | readonly (boolean | number | string)[];

/** A finding before the shell's bookkeeping (severity, ids). */
export type Draft = Pick<Finding, 'at' | 'related' | 'message' | 'certainty' | 'saving' | 'unfixable'> & {
  readonly fixes: readonly DraftFix[];
  /** Certain, but less urgent than what else the rule finds: shown one step milder. */
  readonly milder?: true;
};

/** Edits are made only when someone takes the fix. */
export type DraftFix = Omit<FixOffer, 'id'> & { edits(answers: FixAnswers): readonly Edit[] | Refusal };
