import type { FilesNear, LanguageAdapter, ProjectFiles } from '../source/language';
import { languageFor } from '../source/languages/index';
import type { Uri } from '../source/span';
import type { CodeSummary } from '../source/summary';
import type { Evaluation } from './evaluation';
import type { Kept } from './memory';
import type { Records } from './records';

/** Files that are called like an interface. */
const MOST_IMPLEMENTING = 25;

/** Files that were looked through; `all`: none was left out because there are too many. */
export interface CodeNear {
  readonly files: readonly CodeSummary[];
  readonly all: boolean;
}

/**
 * Those of some files in whose text one of some words stands: the others have nothing to do with what is asked, so they needn't be read.
 * A file of which that can't be told without reading it is among them.
 */
export function saying(files: readonly CodeSummary[], words: readonly string[]): readonly CodeSummary[] {
  return files.filter(file => words.some(word => file.mentions?.(word) ?? true));
}

/** The files near one with itself, which stands first where it isn't among them (a test). */
export function withItself(summary: CodeSummary, files: readonly CodeSummary[]): readonly CodeSummary[] {
  return files.includes(summary) ? files : [summary, ...files];
}

type ByFolder = 'mayImplement' | 'mayPass';

/** Finds the code near a file, which may extend, make or set what it defines. */
export function createCodeNear(
  records: Records,
  project: ProjectFiles,
  filesOfProject: Evaluation['filesOfProject'],
): Pick<Evaluation, ByFolder> {
  const known = new Map<string, Kept<CodeNear>>();
  return { mayImplement, mayPass };

  function mayImplement(summary: CodeSummary, name: string, named?: RegExp): CodeNear {
    const { mayImplement: near } = languageFor(summary.language);
    if (near !== undefined) return byFolder('mayImplement', near, summary, named);
    const ending = name.replace(/^I(?=\p{Lu})/u, '');
    const files = filesOfProject(summary, true).filter(file => file === summary.uri || file.slice(file.lastIndexOf('/')).includes(ending));
    return { files: gathered(files.slice(0, MOST_IMPLEMENTING)), all: files.length <= MOST_IMPLEMENTING };
  }

  function mayPass(summary: CodeSummary): CodeNear {
    const { mayPass: near } = languageFor(summary.language);
    return near === undefined ? { files: [], all: true } : byFolder('mayPass', near, summary);
  }

  function byFolder(
    kind: ByFolder,
    near: NonNullable<LanguageAdapter[ByFolder]>,
    { uri, language }: CodeSummary,
    named?: RegExp,
  ): CodeNear {
    const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
    const key = [kind, language, folder, named?.source].join();
    let kept = known.get(key);
    if (kept === undefined) {
      kept = records.apart(() => read(near(folder, project), named));
      known.set(key, kept);
    }
    records.restOn(kept.grounds);
    return kept.answer;
  }

  function read({ files, all }: FilesNear, named: RegExp | undefined): CodeNear {
    return { files: gathered(named === undefined ? files : files.filter(file => named.test(file))), all };
  }

  function gathered(files: readonly Uri[]): readonly CodeSummary[] {
    return records.gather(files).flatMap(summary => (summary.kind === 'code' ? [summary] : []));
  }
}
