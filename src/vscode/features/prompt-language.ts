import * as vscode from 'vscode';
import { PROMPT_LANGUAGES } from '../platform/prompt-languages';

/** Gives Prompty and Dotprompt files a language of ours where nobody else has one for them. */
export function registerPromptLanguage(log: vscode.LogOutputChannel): vscode.Disposable {
  /** Addresses of the open documents that were given ours: who then chooses plain text by hand keeps it. */
  const given = new Set<string>();

  const assign = async (document: vscode.TextDocument) => {
    const uri = document.uri.toString();
    const language = PROMPT_LANGUAGES.find(({ ending }) => document.uri.path.endsWith(ending));
    if (language === undefined || document.languageId !== 'plaintext' || given.has(uri)) return;
    if (isAssociated(language.ending) || (await vscode.languages.getLanguages()).includes(language.others)) return;
    if (document.isClosed) return;
    given.add(uri);
    await vscode.languages.setTextDocumentLanguage(document, language.own);
  };
  const assignOrTell = (document: vscode.TextDocument) => {
    assign(document).catch(error => log.warn(`${document.uri.path} could not be given a language:`, error));
  };

  vscode.workspace.textDocuments.forEach(assignOrTell);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(assignOrTell),
    vscode.workspace.onDidCloseTextDocument(document => {
      // A change of language is told as a closing too; such a document stays open.
      if (document.isClosed) given.delete(document.uri.toString());
    }),
  );
}

/** Who chose a language for these files by a setting keeps it. */
function isAssociated(ending: string): boolean {
  const associations = vscode.workspace.getConfiguration('files').get<Record<string, string>>('associations') ?? {};
  return Object.keys(associations).some(glob => glob.endsWith(ending));
}
