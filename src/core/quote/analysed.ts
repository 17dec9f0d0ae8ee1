import type { Compression } from '../compression/compression';
import type { Edit, Refusal } from '../source/edit';
import type { FixAnswers } from '../structured-output/questions';
import type { Analysis } from './analysis';
import type { SiteQuote } from './site-quote';

/** An Analysis together with what can still be asked about it. Lives in the worker; only `analysis` crosses to the host. */
export interface Analysed {
  readonly analysis: Analysis;
  /** The analysis' quotes with all that their sites send. */
  readonly quotes: readonly SiteQuote[];
  /** The edits of one offered fix, made only when asked. `answers`: to the fix's questions, if it has any. */
  edit(fixId: string, answers?: FixAnswers): readonly Edit[] | Refusal;
  /** How the prompts of one call site could say the same in fewer tokens; undefined: there is no such site. */
  compression(identity: string): Compression | undefined;
  /** How the numbers of one call site came about, line by line, for the output channel. */
  explain(identity: string): readonly string[];
}
