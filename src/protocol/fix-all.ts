import type { ChosenFix } from '../core/fixes/chosen-fix';
import type { Edit } from '../core/source/edit';
import type { Uri } from '../core/source/span';

/** Fixes to be made together. */
export interface FixAllQuestion {
  /** Documents whose findings are mended, at the versions at which the host has them. */
  readonly documents: readonly { readonly uri: Uri; readonly version: number }[];
  /** `harmless`: what leaves words and order as they are. A chosen fix names one of the documents. */
  readonly wanted: 'harmless' | readonly ChosenFix[];
  /** Leaves out fixes that change any other file than the document of their finding. */
  readonly onlyInDocuments: boolean;
}

export interface FixAllAnswer {
  /** They never touch, and refer to the texts under `versions`. */
  readonly edits: readonly Edit[];
  /** Of the edited documents that are open. */
  readonly versions: Readonly<Record<Uri, number>>;
  /** Of the fixes that were made. */
  readonly titles: readonly string[];
  /** Why others were not. */
  readonly notMade: readonly string[];
}
