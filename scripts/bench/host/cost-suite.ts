// Runs inside of the extension host, in a window with the bench's copy of the extension: writes what its own code takes there.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { ownShare } from './own-share';
import { NOTED, type OwnTimes } from './own-times';

/** What the window is to do. */
export interface CostScenario {
  /** Folder of the extension's copy. */
  readonly extension: string;
  readonly file: string;
  /** Where letters are typed, as an offset. */
  readonly at: number;
  readonly letters: number;
  /** Code lenses that say that the file was read; 0: none is waited for. */
  readonly lenses: number;
}

/** In milliseconds. */
export interface HostCosts {
  readonly times: OwnTimes;
  /** From when the file is opened until it was read and the window is at rest; the extension is active by then. */
  readonly opening: number;
  readonly perEdit: number;
}

const PATIENCE_MS = 60_000;
const REST_MS = 3_000;
/** Between letters: as a person types, and long enough for an analysis. */
const PAUSE_MS = 350;

export async function run(): Promise<void> {
  const scenario = JSON.parse(readFileSync(path.join(__dirname, 'scenario.json'), 'utf8')) as CostScenario;
  await vscode.extensions.getExtension('promptfare.promptfare')?.activate();
  await wait(REST_MS);
  let editor: vscode.TextEditor | undefined;
  const opening = await ownShare(scenario.extension, async () => {
    editor = await vscode.window.showTextDocument(vscode.Uri.file(scenario.file));
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(200)) {
      const lenses = await vscode.commands.executeCommand<readonly vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        editor.document.uri,
      );
      if (lenses.length >= scenario.lenses) break;
    }
    await wait(REST_MS);
  });
  const edits = await ownShare(scenario.extension, async () => {
    for (let letter = 0; letter < scenario.letters; letter++) {
      await editor?.edit(edit => edit.insert(editor?.document.positionAt(scenario.at) ?? new vscode.Position(0, 0), 'x'));
      await wait(PAUSE_MS);
    }
  });
  const times = (globalThis as { readonly [NOTED]?: OwnTimes })[NOTED];
  if (times === undefined) throw new Error('The extension was not loaded');
  const costs: HostCosts = { times, opening, perEdit: edits / scenario.letters };
  writeFileSync(path.join(__dirname, 'costs.json'), JSON.stringify(costs));
}
