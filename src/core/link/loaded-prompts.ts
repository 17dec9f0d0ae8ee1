import type { PromptDocument } from '../source/prompt-document';
import type { Uri } from '../source/span';
import type { Value } from '../source/values';
import type { Evaluation } from './evaluation';
import { filesAt, locationsOf } from './locations';
import { withSettings } from './prompt-settings';
import { withTexts } from './prompt-texts';

/**
 * The prompt in the file that a path leads to, as `open` would find it, or that a text was read from as a whole; undefined while it isn't
 * read, or where there is none.
 */
export function promptIn(evaluation: Evaluation, path: Value): PromptDocument | undefined {
  const candidates = fileOfText(path) ?? fileAt(evaluation, path);
  const file = candidates && evaluation.fileOf(candidates);
  if (file?.kind !== 'prompt') return undefined;
  return withTexts(
    withSettings(file.document, uri => evaluation.fileOf([uri])),
    files => evaluation.fileOf(files),
  );
}

function fileAt(evaluation: Evaluation, path: Value): readonly Uri[] | undefined {
  const [location, ...others] = locationsOf(evaluation, path) ?? [];
  return location === undefined || others.length > 0 ? undefined : filesAt(location, path.at.uri);
}

/** `File.ReadAllText("story.yaml")`: a text that begins where its file does. */
function fileOfText(value: Value): readonly Uri[] | undefined {
  if (value.kind !== 'text') return undefined;
  const [run, ...others] = value.text.runs;
  return run?.source === 0 && others.length === 0 ? [value.text.uri] : undefined;
}
