import type { Pass } from '../pass';
import { pass as blankLines } from './blank-lines';
import { pass as decoration } from './decoration';
import { pass as duplicates } from './duplicates';
import { pass as fillers } from './fillers';
import { pass as indentation } from './indentation';
import { pass as json } from './json';
import { pass as repeatedSpaces } from './repeated-spaces';
import { pass as trailingSpace } from './trailing-space';
import { pass as wordyPhrases } from './wordy-phrases';
import { pass as xml } from './xml';

/** In the order in which they run: what is removed first needs no shortening. */
export const PASSES: readonly Pass[] = [
  duplicates,
  wordyPhrases,
  fillers,
  json,
  xml,
  decoration,
  indentation,
  trailingSpace,
  blankLines,
  repeatedSpaces,
];
