import type { CodeSummary } from '../source/summary';
import type { Evaluation } from './evaluation';

const MOST_FILES = 24;

/** The files of a project whose names tell that they may hold what is looked for, and the file itself: the nearest to it first. */
export function likelyFiles(evaluation: Evaluation, summary: CodeSummary, named: RegExp, wide: boolean): readonly CodeSummary[] {
  const near = (file: string) => {
    let length = 0;
    while (length < file.length && file[length] === summary.uri[length]) length++;
    return length;
  };
  return evaluation
    .filesOfProject(summary, wide)
    .filter(file => named.test(file) || file === summary.uri)
    .map(file => ({ file, near: near(file) }))
    .sort((a, b) => b.near - a.near || (a.file < b.file ? -1 : 1))
    .slice(0, MOST_FILES)
    .flatMap(({ file }) => {
      const found = evaluation.fileOf([file]);
      return found?.kind === 'code' ? [found] : [];
    });
}
