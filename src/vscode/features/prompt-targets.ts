import * as vscode from 'vscode';
import { commonTarget, namesNoModel } from '../../core/present/senders';
import type { PromptTarget } from '../../core/quote/prompt-target';
import type { WindowContext } from '../platform/window-context';

/** Tells the worker what open prompt files are sent to that name no model, so that they are counted as that model counts. */
export function registerPromptTargets({ service, callers }: WindowContext): vscode.Disposable {
  const targets = new Map<string, PromptTarget>();

  /** What isn't known at the moment, as while a document is analysed, stays. */
  const isChanged = (document: vscode.TextDocument): boolean => {
    const analysis = callers.areKnown ? service.analyses.current(document) : undefined;
    if (analysis === undefined) return false;
    const uri = document.uri.toString();
    const nameless = analysis.quotes.find(namesNoModel);
    const target = nameless && commonTarget(callers.asItCounts(document, analysis, nameless).sentBy ?? []);
    const before = targets.get(uri);
    if (target?.model === before?.model && target?.provider === before?.provider) return false;
    if (target === undefined) targets.delete(uri);
    else targets.set(uri, { uri, ...target });
    return true;
  };

  const update = (documents: readonly vscode.TextDocument[]) => {
    const changed = documents.filter(isChanged);
    if (changed.length > 0) service.usePromptTargets([...targets.values()]);
  };

  return vscode.Disposable.from(
    callers.onDidChange(() => update(vscode.workspace.textDocuments)),
    service.analyses.onDidChange(uri => {
      const document = vscode.workspace.textDocuments.find(candidate => candidate.uri.toString() === uri.toString());
      if (document !== undefined) update([document]);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => targets.delete(uri.toString())),
  );
}
