import * as vscode from 'vscode';
import { PROMPT_LANGUAGES } from './prompt-languages';
import { CODE_LANGUAGES, type Settings } from './settings';

/** Languages whose documents are prompts, whoever contributes them. */
const PROMPT_FILE_LANGUAGES: readonly string[] = PROMPT_LANGUAGES.flatMap(({ own, others }) => [own, others]);
/** Languages in which a document is a prompt only where the user's globs say so. */
const TEXT_LANGUAGES: readonly string[] = ['markdown', 'plaintext', 'prompt', 'instructions', 'chatagent', 'skill'];

/** For registering providers: everything that could be selected. Whether it is, `isSelected` says. */
export const SELECTOR: vscode.DocumentSelector = [...CODE_LANGUAGES, ...PROMPT_FILE_LANGUAGES, ...TEXT_LANGUAGES].map(language => ({
  language,
}));

/** File endings that analysis may read from disk; a change of any other file changes nothing. */
export const READ_FILES = '**/*.{py,pyi,ts,tsx,mts,cts,js,jsx,mjs,cjs,prompty,prompt,md,txt}';

/** Whether a document is read at all, from its language, name and place alone: its text is not looked at here. */
export function isSelected(document: vscode.TextDocument, settings: Settings): boolean {
  const { languageId, uri } = document;
  if (!isFile(uri)) return false;
  if (CODE_LANGUAGES.includes(languageId)) return settings.languages.includes(languageId);
  if (PROMPT_FILE_LANGUAGES.includes(languageId) || PROMPT_LANGUAGES.some(({ ending }) => uri.path.endsWith(ending))) return true;
  return settings.quote.promptFiles.some(pattern => vscode.languages.match({ pattern }, document) > 0);
}

/** A file being written, not the left side of a diff, an output or a cell. */
function isFile(uri: vscode.Uri): boolean {
  return uri.scheme === 'file' || uri.scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}
