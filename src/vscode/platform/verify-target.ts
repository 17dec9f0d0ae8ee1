import type { TrialChange } from '../../protocol/trial';
import type { SiteArguments } from './command-names';

/** A call that is to be verified, and what is changed of it. */
export interface VerifyTarget extends SiteArguments {
  readonly change: TrialChange;
  /** `gpt-5.4 → gpt-5-nano`, or what the fix does. */
  readonly title: string;
}
