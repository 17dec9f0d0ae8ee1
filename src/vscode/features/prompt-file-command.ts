import * as vscode from 'vscode';
import { COMMANDS } from '../platform/command-names';
import { changeSetting } from '../platform/setting-changes';
import { globOf } from '../platform/workspace-paths';

/** Makes the open Markdown or text file count as one prompt. */
export function registerPromptFileCommand(): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.countFileAsPrompt, async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || document.isUntitled) {
      void vscode.window.showInformationMessage('Open a saved Markdown or text file first.');
      return;
    }
    const glob = globOf(document.uri);
    await changeSetting<string[]>('promptFiles', globs => [...new Set([...(globs ?? []), glob])]);
  });
}
