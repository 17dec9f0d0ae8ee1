import * as vscode from 'vscode';
import { LANGUAGES } from '../../core/source/languages/known-languages';
import { isCell } from '../../protocol/worker';
import { notebookOf } from './notebook-cells';
import { PROMPT_FILE_ENDINGS, PROMPT_FILE_GLOBS } from './prompt-file-names';
import { PROMPT_LANGUAGES, TEXT_LANGUAGES } from './prompt-languages';
import { CODE_LANGUAGES, type Settings } from './settings';

/** Languages whose documents are prompts, whoever contributes them. */
const PROMPT_FILE_LANGUAGES: readonly string[] = PROMPT_LANGUAGES.flatMap(({ own, others }) => [own, others]);

/** For registering providers: everything that could be selected. Whether it is, `DocumentFeed.has` says. */
export const SELECTOR: vscode.DocumentSelector = [
  ...[...CODE_LANGUAGES, ...PROMPT_FILE_LANGUAGES, ...TEXT_LANGUAGES].map(language => ({ language })),
  ...[...PROMPT_FILE_ENDINGS.map(ending => `**/*${ending}`), ...PROMPT_FILE_GLOBS].map(pattern => ({ pattern })),
];

/** File endings that analysis may read from disk; a change of any other file changes nothing. */
export const READ_FILES = `**/*.{${LANGUAGES.flatMap(({ endings }) => endings.map(ending => ending.slice(1))).join(',')},prompty,prompt,md,txt,mdc,yaml,yml,toml,json,baml,j2,jinja,jinja2,hbs,handlebars,mustache,liquid}`;

/** Whether a document is read at all, from its language, name and place alone: its text is not looked at here. */
export function isSelected(document: vscode.TextDocument, settings: Settings): boolean {
  const { languageId, uri } = document;
  if (isCell(uri.toString()))
    return CODE_LANGUAGES.includes(languageId) && settings.languages.includes(languageId) && isCellOfFile(document);
  if (!isFile(uri)) return false;
  if (CODE_LANGUAGES.includes(languageId)) return settings.languages.includes(languageId);
  const path = uri.path.toLowerCase();
  if (PROMPT_FILE_LANGUAGES.includes(languageId) || PROMPT_FILE_ENDINGS.some(ending => path.endsWith(ending))) return true;
  return [...PROMPT_FILE_GLOBS, ...settings.quote.promptFiles].some(pattern => vscode.languages.match({ pattern }, document) > 0);
}

function isCellOfFile(document: vscode.TextDocument): boolean {
  const notebook = notebookOf(document);
  return notebook !== undefined && isFile(notebook.uri);
}

/** A file being written, not the left side of a diff or an output. */
export function isFile(uri: vscode.Uri): boolean {
  return uri.scheme === 'file' || uri.scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}
