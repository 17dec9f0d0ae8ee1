import type { PromptDocument } from '../source/prompt-document';
import type { Value } from '../source/values';
import type { Evaluation } from './evaluation';
import { filesAt, locationsOf } from './locations';

/** The prompt in the file that a path leads to, as `open` would find it; undefined while it isn't read, or where there is none. */
export function promptIn(evaluation: Evaluation, path: Value): PromptDocument | undefined {
  const [location, ...others] = locationsOf(evaluation, path) ?? [];
  if (location === undefined || others.length > 0) return undefined;
  const file = evaluation.fileOf(filesAt(location, path.at.uri));
  return file?.kind === 'prompt' ? file.document : undefined;
}
