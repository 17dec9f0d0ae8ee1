import * as vscode from 'vscode';
import { isHarmless } from '../../core/fixes/chosen-fix';
import { isJointEdit, jointEdit } from '../platform/joint-edit';
import { SELECTOR } from '../platform/selected-documents';
import { PATIENCE_MS, type WindowContext } from '../platform/window-context';

/** `source.fixAll.promptfare`: what changes nothing but white space of the prompts in this document. */
const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('promptfare');

const RESOLVE_PATIENCE_MS = 5000;

/** VS Code stops asking a listener that repeatedly takes longer than 1.5 seconds. */
const ON_SAVE_PATIENCE_MS = 1000;

class FixAllAction extends vscode.CodeAction {
  constructor(readonly document: vscode.TextDocument) {
    super('Fix all that leaves the words of prompts as they are', FIX_ALL);
  }
}

export function registerFixAllAction({ service, settings, log }: WindowContext): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, _range, context, token) {
      if (!isAsked(context) || !service.documents.has(document)) return [];
      const analysis = await service.analyses.whenCurrent(document, PATIENCE_MS, token);
      if (analysis?.findings.some(({ fixes }) => fixes.some(isHarmless)) !== true) return [];
      return [new FixAllAction(document)];
    },
    async resolveCodeAction(action, token) {
      const edit = action instanceof FixAllAction ? await harmlessEdit(action.document, RESOLVE_PATIENCE_MS, token) : undefined;
      return edit === undefined ? action : Object.assign(action, { edit });
    },
  };

  const harmlessEdit = async (document: vscode.TextDocument, patienceMs: number, token: vscode.CancellationToken) => {
    const fixes = { documents: [document], wanted: 'harmless', onlyInDocuments: true, patienceMs } as const;
    const result = await jointEdit(service, fixes, token);
    if (isJointEdit(result)) return result.edit;
    if (!token.isCancellationRequested) log.info(`${document.uri.path}: ${result.refused}`);
    return undefined;
  };

  const onSave = async (document: vscode.TextDocument): Promise<vscode.TextEdit[]> => {
    const late = new vscode.CancellationTokenSource();
    const timer = setTimeout(() => late.cancel(), ON_SAVE_PATIENCE_MS);
    try {
      const edit = await harmlessEdit(document, ON_SAVE_PATIENCE_MS, late.token);
      return edit?.get(document.uri) ?? [];
    } finally {
      clearTimeout(timer);
      late.dispose();
    }
  };

  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(SELECTOR, provider, { providedCodeActionKinds: [FIX_ALL] }),
    vscode.workspace.onWillSaveTextDocument(event => {
      const { document, reason } = event;
      // While somebody types, a text is saved as it is.
      const isWanted = settings.current.fixOnSave && reason !== vscode.TextDocumentSaveReason.AfterDelay;
      if (isWanted && service.documents.has(document)) event.waitUntil(onSave(document));
    }),
  );
}

/** On save by the editor's own setting only when it names us: `source.fixAll` alone speaks of other tools. */
function isAsked({ only, triggerKind }: vscode.CodeActionContext): boolean {
  if (only === undefined || !only.contains(FIX_ALL)) return false;
  return triggerKind === vscode.CodeActionTriggerKind.Invoke || FIX_ALL.contains(only);
}
