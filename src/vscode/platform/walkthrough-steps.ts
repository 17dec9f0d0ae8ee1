import * as vscode from 'vscode';
import { WALKTHROUGH_STEPS } from './command-names';

/**
 * Tells the walkthrough that something happened. On and off again: a step is done by the change, and the editor takes none that was
 * there before the walkthrough was first opened.
 */
export async function tellWalkthrough(step: keyof typeof WALKTHROUGH_STEPS): Promise<void> {
  await vscode.commands.executeCommand('setContext', WALKTHROUGH_STEPS[step], true);
  await vscode.commands.executeCommand('setContext', WALKTHROUGH_STEPS[step], false);
}
