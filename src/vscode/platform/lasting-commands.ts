import * as vscode from 'vscode';

const PREFIX = 'promptfare.internal.action.';

/** More than any menu lists, and than what comes while one is open. */
const KEPT = 500;

/**
 * Commands of code actions that hold after a click. The editor keeps a command's arguments only until it has fetched newer actions, and does
 * so behind an open menu, too, when the cursor or a problem changed just before: what was clicked then did nothing. So each has a name of its
 * own, and no arguments.
 */
export class LastingCommands implements vscode.Disposable {
  readonly #registered: vscode.Disposable[] = [];
  #count = 0;

  make(title: string, command: string, ...args: readonly unknown[]): vscode.Command {
    const name = `${PREFIX}${++this.#count}`;
    this.#registered.push(vscode.commands.registerCommand(name, () => vscode.commands.executeCommand(command, ...args)));
    if (this.#registered.length > KEPT) this.#registered.shift()?.dispose();
    return { title, command: name };
  }

  dispose(): void {
    for (const command of this.#registered.splice(0)) command.dispose();
  }
}
