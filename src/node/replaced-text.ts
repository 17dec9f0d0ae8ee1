import type { Uri } from '../core/source/span';
import type { AnalysedTexts } from './analyse-file';
import type { Summarized } from './summarize-text';
import { uriKey } from './uri-key';

/** The texts as they are, but for one file that has another. */
export function replacedText(texts: AnalysedTexts, uri: Uri, text: string, summarized: Summarized): AnalysedTexts {
  const isReplaced = (other: Uri) => uriKey(other) === uriKey(uri);
  return {
    prepare: (other, cancelled) => (isReplaced(other) ? Promise.resolve('ready') : texts.prepare(other, cancelled)),
    get: other => (isReplaced(other) ? summarized.summary : texts.get(other)),
    problemOf: other => (isReplaced(other) ? summarized.problem : texts.problemOf(other)),
    textOf: other => (isReplaced(other) ? text : texts.textOf(other)),
    memory: texts.memory,
    versionOf: other => texts.versionOf(other),
  };
}
