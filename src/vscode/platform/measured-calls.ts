import * as vscode from 'vscode';
import type { MeasuredCall } from '../../core/quote/measured';
import type { ImportedUsage } from '../../protocol/usage';

const KEY = 'promptfare.importedUsage';

/**
 * What was imported of measured usage: sums call by call, without any text of a prompt or answer. It is kept in the editor's storage for
 * this workspace and not in the repository, since it is of one account and names what it spends.
 */
export class MeasuredCalls implements vscode.Disposable {
  readonly #memento: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
    this.#tellContext();
  }

  /** Undefined: nothing was imported, or by another version. */
  get imported(): ImportedUsage | undefined {
    const kept = this.#memento.get<{ readonly version?: unknown }>(KEY);
    return kept?.version === 1 ? (kept as ImportedUsage) : undefined;
  }

  /** By both spellings of an address: the editor escapes more signs than a scan of the disk does. */
  get all(): readonly MeasuredCall[] {
    return (this.imported?.calls ?? []).flatMap(call => {
      const uri = vscode.Uri.parse(call.uri).toString();
      return uri === call.uri ? [call] : [call, { ...call, uri }];
    });
  }

  async keep(usage: ImportedUsage | undefined): Promise<void> {
    await this.#memento.update(KEY, usage);
    this.#tellContext();
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #tellContext(): void {
    void vscode.commands.executeCommand('setContext', 'promptfare.hasUsage', this.imported !== undefined);
  }
}
