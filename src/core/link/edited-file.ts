import type { Passage, Passages } from '../source/passages';
import type { Span } from '../source/span';
import type { CodeSummary } from '../source/summary';
import { type Ground, type Grounds, groundsOf } from './grounds';

/** What is found in a file: something that stands at a place, a whole passage, or something plain. */
type Found = { readonly at: Span } | Passage | string;

/**
 * Keeps account, while a file that is being edited is linked, of the parts of it that answers rest on: the passages that they look into,
 * and what is found by looking through the whole file. What an edit elsewhere leaves alone then need not be worked out again.
 */
export interface EditedFile {
  /** The answer at hand looks at something that stands there. */
  lookAt(at: Span): void;
  /** The answer at hand rests on what is found in a file; `key` tells it from all else that is looked for. */
  lookFor(summary: CodeSummary, key: string, find: (summary: CodeSummary) => readonly Found[]): void;
}

const NOT_EDITED: EditedFile = { lookAt: () => undefined, lookFor: () => undefined };

/** `edited`: the file that is linked; without passages no account is kept. */
export function createEditedFile(edited: CodeSummary | undefined, restOn: (grounds: Grounds) => void): EditedFile {
  const passages = edited?.passages;
  if (edited === undefined || passages === undefined) return NOT_EDITED;
  const { uri } = edited;
  const ofPassages = new Map<Passage, Grounds>();
  const ofQuestions = new Map<string, Grounds>();
  return { lookAt, lookFor };

  function lookAt(at: Span): void {
    const passage = at.uri === uri ? passages?.around(at.start, at.end)?.passage : undefined;
    if (passage === undefined) return;
    let grounds = ofPassages.get(passage);
    if (grounds === undefined) {
      grounds = resting(now => now.placeOf(passage) !== undefined);
      ofPassages.set(passage, grounds);
    }
    restOn(grounds);
  }

  function lookFor(summary: CodeSummary, key: string, find: (summary: CodeSummary) => readonly Found[]): void {
    if (summary !== edited || passages === undefined) return;
    let grounds = ofQuestions.get(key);
    if (grounds === undefined) {
      const seen = seenIn(find(edited), passages);
      grounds = resting((now, file) => isSame(seen, seenIn(find(file), now)));
      ofQuestions.set(key, grounds);
    }
    restOn(grounds);
  }

  function resting(holds: (now: Passages, file: CodeSummary) => boolean): Grounds {
    const ground: Ground = {
      uris: [],
      holds(read) {
        const file = read(uri);
        return file?.kind === 'code' && file.passages !== undefined && holds(file.passages, file);
      },
    };
    return groundsOf([ground]);
  }
}

/** What was found, so that it is the same wherever it has been moved: by its passage, and its place in there. */
function seenIn(found: readonly Found[], passages: Passages): readonly unknown[] {
  return found.flatMap((each): readonly unknown[] => {
    if (typeof each === 'string' || !('at' in each)) return [each];
    const place = passages.around(each.at.start, each.at.end);
    // What stands in no passage is never the same again.
    return place === undefined ? [Number.NaN] : [place.passage, each.at.start - place.start];
  });
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
