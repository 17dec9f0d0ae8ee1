import * as vscode from 'vscode';

const OWN_ID = 'promptfare-prompty';

/** Gives `*.prompty` files our language where nobody else has one for them: the id `prompty` belongs to other extensions. */
export function registerPromptyLanguage(log: vscode.LogOutputChannel): vscode.Disposable {
  const assign = async (document: vscode.TextDocument) => {
    if (document.languageId !== 'plaintext' || !document.uri.path.endsWith('.prompty') || document.isClosed) return;
    // Who chose plain text for these files by a setting keeps it.
    const associations = vscode.workspace.getConfiguration('files').get<Record<string, string>>('associations') ?? {};
    if (Object.keys(associations).some(glob => glob.endsWith('.prompty'))) return;
    if ((await vscode.languages.getLanguages()).includes('prompty')) return;
    await vscode.languages.setTextDocumentLanguage(document, OWN_ID);
  };
  const assignOrTell = (document: vscode.TextDocument) => {
    assign(document).catch(error => log.warn(`${document.uri.path} could not be given a language:`, error));
  };
  vscode.workspace.textDocuments.forEach(assignOrTell);
  return vscode.workspace.onDidOpenTextDocument(assignOrTell);
}
