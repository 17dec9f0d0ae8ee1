import type { Currency } from '../present/currency';
import type { Uri } from '../source/span';
import type { Verification } from '../verify/verification';
import type { Stated } from '../workspace-file/stated';
import type { RuleId, Severity } from './analysis';
import type { MeasuredCall } from './measured';
import type { PromptTarget } from './prompt-target';

/** What the user decides; every shell builds one from its own settings. All values, no functions. */
export interface QuoteSettings {
  /** For prompts that name no model; undefined: none chosen. */
  readonly referenceModel?: string;
  readonly severities: Readonly<Record<RuleId, Severity>>;
  /** Of the rules, unchecked: what doesn't fit counts as not set. */
  readonly ruleOptions?: Readonly<Record<RuleId, unknown>>;
  /** Globs of files in which a rule is silent. `*` stands for every rule. */
  readonly ignore: Readonly<Record<RuleId | '*', readonly string[]>>;
  /** Identities that are "not an LLM call". */
  readonly notCalls: readonly string[];
  /** Globs of Markdown and text files that count as one prompt. */
  readonly promptFiles: readonly string[];
  /** In which the messages of findings write money; undefined: US dollars. */
  readonly currency?: Currency;
  /** What the folder's workspace file says of its calls; undefined: there is none. */
  readonly stated?: Stated;
  /** What runs of calls showed. */
  readonly measured?: readonly MeasuredCall[];
  /** For prompt files that name no model, what calls in code send them to. */
  readonly promptTargets?: readonly PromptTarget[];
  /** Results of comparing requests, by the folder in which they are kept. */
  readonly verifications?: readonly { readonly folder: Uri; readonly results: readonly Verification[] }[];
}
