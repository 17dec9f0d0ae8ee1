import type { Span } from '../source/span';

/** One row of a tree, ready to be shown. */
export interface TreeNode {
  /** Unique within its tree, and the same after a new scan. */
  readonly id: string;
  readonly label: string;
  /** What stands behind the label, dimmed. */
  readonly description: string;
  readonly tooltip: string;
  readonly icon: 'folder' | 'file' | 'call' | 'prompt' | 'aside' | 'rule' | 'finding';
  /** What a click opens. */
  readonly opens?: Span;
  readonly children: readonly TreeNode[];
}
