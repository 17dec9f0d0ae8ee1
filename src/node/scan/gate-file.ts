import { takesLikelyModel } from '../../core/link/model-names';
import { MOST_CHARACTERS_LOOKED_INTO } from '../../core/source/formats/index';
import { isJavaScript, languageOfUri } from '../../core/source/languages/index';
import { codeText } from '../../core/source/notebook/code-text';
import type { Uri } from '../../core/source/span';
import { addressOf, pathOfAddress } from '../file-address';
import { importsOf, nameOfModule, packageNames, type ReachFile, resolveRelative } from '../import-reach';
import { sdkGate } from '../sdk-gate';
import { readTextFile } from '../text-file';
import type { Directories } from './directories';
import { type FormatOf, kindByName } from './kind-by-name';

/** What the raw text of a file tells before anything is parsed. */
export type FileGate =
  | (Omit<ReachFile, 'path'> & { readonly kind: 'code'; readonly stamp: string })
  | { readonly kind: 'prompt'; readonly stamp: string }
  /** Nothing that is read. */
  | { readonly kind: 'other'; readonly stamp: string };

/** Files that can't be read as text are let through: analysis says what is wrong with them. */
export function gateFile(path: string, formatOf: FormatOf, directories: Directories): FileGate {
  const kind = kindByName(path, formatOf);
  const file = readTextFile(path);
  const stamp = file.kind === 'missing' ? '' : file.stamp;
  if (kind === 'prompt') return { kind, stamp };
  if (kind === 'undecided') {
    const isPrompt = file.kind === 'text' && isLookedInto(file.text) && formatOf(addressOf(path), file.text) !== undefined;
    return { kind: isPrompt ? 'prompt' : 'other', stamp };
  }
  if (kind === 'other') return { kind, stamp };
  if (file.kind !== 'text') return { kind, traced: true, files: [], names: [], above: { files: [], names: [] }, takes: false, stamp };
  const text = codeText(path, file.text);
  const { relative, names, above } = importsOf(text);
  const exists = (uri: Uri) => {
    const file = pathOfAddress(uri);
    return file !== undefined && directories.has(file);
  };
  const filesOf = (modules: readonly string[]) =>
    resolveRelative(modules, addressOf(path), exists).flatMap(uri => pathOfAddress(uri) ?? []);
  const own = above.filter(module => module.startsWith('.'));
  return {
    ...{ kind, stamp, traced: sdkGate(text), files: filesOf(relative), names: [...names, ...packageNames(path)] },
    above: { files: filesOf(own), names: above.filter(module => !own.includes(module)).map(nameOfModule) },
    takes: takesModel(path, text),
  };
}

function takesModel(path: string, text: string): boolean {
  const language = languageOfUri(path);
  const written = language === 'python' ? language : language !== undefined && isJavaScript(language) ? 'javascript' : undefined;
  return written !== undefined && takesLikelyModel(text, written);
}

function isLookedInto(text: string): boolean {
  return text.length <= MOST_CHARACTERS_LOOKED_INTO;
}
