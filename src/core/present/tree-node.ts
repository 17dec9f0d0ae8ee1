import type { ChosenFix } from '../fixes/chosen-fix';
import type { Span } from '../source/span';

/** One row of a tree, ready to be shown. */
export interface TreeNode {
  /** Unique within its tree, and the same after a new scan. */
  readonly id: string;
  readonly label: string;
  /** Its money. It stands before the label, so that no narrow side bar cuts it off; empty where nobody knows it. */
  readonly amount: string;
  /** What stands behind the label, dimmed. */
  readonly description: string;
  readonly tooltip: string;
  readonly icon: 'folder' | 'file' | 'call' | 'prompt' | 'aside' | 'rule' | 'finding' | 'together' | 'task';
  /** What a click opens. */
  readonly opens?: Span;
  /** Savings whose arithmetic can be shown: that of a fix, or of all together. */
  readonly explains?: ChosenFix | 'all';
  readonly children: readonly TreeNode[];
}
