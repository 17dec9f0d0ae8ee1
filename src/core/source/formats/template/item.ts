import type { Span } from '../../span';
import type { Hole } from '../../values';

/** What a template emits, in order. */
export type Item = TextItem | HoleItem | SignalItem;

export interface TextItem {
  readonly kind: 'text';
  readonly text: string;
  readonly source: number;
  readonly sourceLength: number;
}

export interface HoleItem {
  readonly kind: 'hole';
  readonly hole: Hole;
}

/** Something that a format's own tag says about messages: a role, a history, an image. */
export interface SignalItem {
  readonly kind: 'signal';
  readonly name: string;
  readonly argument: string;
  readonly at: Span;
  readonly hole?: Hole;
}
