import * as vscode from 'vscode';
import type { Settings, SettingsWatch } from './settings';

/** On or off in this window: as the setting says, until a command flips it or the setting changes. */
export class Toggle implements vscode.Disposable {
  readonly #read: (settings: Settings) => boolean;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];
  readonly onDidChange = this.#changed.event;
  #setting: boolean;
  #on: boolean;

  constructor(settings: SettingsWatch, command: string, read: (settings: Settings) => boolean) {
    this.#read = read;
    this.#setting = read(settings.current);
    this.#on = this.#setting;
    this.#subscriptions = [
      settings.onDidChange(current => this.#follow(current)),
      vscode.commands.registerCommand(command, () => this.#set(!this.#on)),
      this.#changed,
    ];
  }

  get on(): boolean {
    return this.#on;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #follow(current: Settings): void {
    const setting = this.#read(current);
    if (setting === this.#setting) return;
    this.#setting = setting;
    this.#set(setting);
  }

  #set(on: boolean): void {
    if (on === this.#on) return;
    this.#on = on;
    this.#changed.fire();
  }
}
