import * as vscode from 'vscode';
import { COMMANDS } from '../platform/command-names';
import { changeSetting } from '../platform/setting-changes';

/** Makes the open Markdown or text file count as one prompt. */
export function registerPromptFileCommand(): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.countFileAsPrompt, async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || document.isUntitled) {
      void vscode.window.showInformationMessage('Open a saved Markdown or text file first.');
      return;
    }
    const path = vscode.workspace.asRelativePath(document.uri, false);
    // Characters that a glob would read as its own stand for themselves in brackets.
    const glob = path.replace(/[*?[\]{}]/g, '[$&]');
    await changeSetting<string[]>('promptFiles', globs => [...new Set([...(globs ?? []), glob])]);
  });
}
