import type { Uri } from '../core/source/span';
import type { AnalysedTexts } from './analyse-file';
import type { Summarized } from './summarize-text';
import { uriKey } from './uri-key';

export interface ReplacedText {
  readonly text: string;
  readonly summarized: Summarized;
}

/** The texts as they are, but for files that have others. `replaced`: by key. */
export function replacedTexts(texts: AnalysedTexts, replaced: ReadonlyMap<string, ReplacedText>): AnalysedTexts {
  const of = (uri: Uri) => replaced.get(uriKey(uri));
  return {
    prepare: (uri, cancelled) => (of(uri) === undefined ? texts.prepare(uri, cancelled) : Promise.resolve('ready')),
    get(uri) {
      const other = of(uri);
      return other === undefined ? texts.get(uri) : other.summarized.summary;
    },
    getNow(uri) {
      const other = of(uri);
      return other === undefined ? texts.getNow(uri) : other.summarized.summary;
    },
    problemOf(uri) {
      const other = of(uri);
      return other === undefined ? texts.problemOf(uri) : other.summarized.problem;
    },
    textOf: uri => of(uri)?.text ?? texts.textOf(uri),
    memory: texts.memory,
    versionOf: uri => texts.versionOf(uri),
  };
}
