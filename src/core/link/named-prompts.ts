import type { PromptDocument } from '../source/prompt-document';
import type { Uri } from '../source/span';
import type { Evaluation } from './evaluation';
import { withSettings } from './prompt-settings';

/** Folders above a file that may hold the prompts, and files and folders in theirs. */
const MOST_ABOVE = 8;
const MOST_ENTRIES = 200;

interface Sought {
  readonly name: string;
  /** What such files are kept in: `baml_src`. */
  readonly folder: string;
  readonly ending: string;
}

/** The prompt of a name in the nearest such folder. Names are global in it, so that settings may stand in any of its files. */
export function promptNamed(evaluation: Evaluation, from: Uri, { name, folder, ending }: Sought): PromptDocument | undefined {
  let above = from;
  for (let level = 0; level < MOST_ABOVE; level++) {
    above = above.slice(0, above.replace(/\/$/, '').lastIndexOf('/') + 1);
    if (!/\w/.test(above)) return undefined;
    const files = filesIn(evaluation, `${above}${folder}/`, ending);
    if (files.length > 0) return inFiles(evaluation, files, name);
  }
  return undefined;
}

function inFiles(evaluation: Evaluation, files: readonly Uri[], name: string): PromptDocument | undefined {
  for (const uri of files) {
    const file = evaluation.fileOf([uri]);
    const documents = file?.kind === 'prompt' ? [file.document, ...(file.document.others ?? [])] : [];
    const found = documents.find(document => document.name === name);
    if (found === undefined) continue;
    const { others: _, settingsIn, ...document } = found;
    const everywhere = settingsIn === undefined ? {} : { settingsIn: { ...settingsIn, files } };
    return withSettings({ ...document, ...everywhere }, each => evaluation.fileOf([each]));
  }
  return undefined;
}

function filesIn(evaluation: Evaluation, folder: Uri, ending: string): readonly Uri[] {
  const folders = [folder];
  const files: Uri[] = [];
  for (const each of folders) {
    const found = evaluation.fileOf([each]);
    for (const entry of found?.kind === 'folder' ? found.entries : []) {
      if (folders.length + files.length > MOST_ENTRIES) return files;
      if (entry.endsWith('/')) folders.push(entry);
      else if (entry.endsWith(ending)) files.push(entry);
    }
  }
  return files;
}
