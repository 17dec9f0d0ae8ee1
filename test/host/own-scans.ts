import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { SettingsWatch } from '../../src/vscode/platform/settings';
import { WorkspaceFileTexts } from '../../src/vscode/platform/workspace-file-texts';
import { WorkspaceScan } from '../../src/vscode/platform/workspace-scan';
import { eventually } from './editor-steps';
import { nothingMeasured } from './own-service';

/** Scans beside the extension's own, with a cache of their own. */
export interface OwnScans {
  start(): WorkspaceScan;
  dispose(): void;
}

export function ownScans(): OwnScans {
  const extension = vscode.extensions.getExtension('promptfare.promptfare');
  assert.ok(extension);
  const storage = mkdtempSync(path.join(tmpdir(), 'promptfare-scan-'));
  const channel = vscode.window.createOutputChannel('Promptfare scan tests', { log: true });
  const settings = new SettingsWatch(channel);
  const uri = vscode.Uri.file(storage);
  return {
    start: () =>
      new WorkspaceScan(
        { extensionPath: extension.extensionPath, storageUri: uri, globalStorageUri: uri, extension },
        { settings, workspaceFiles: new WorkspaceFileTexts(channel), measured: nothingMeasured() },
        channel,
      ),
    dispose() {
      settings.dispose();
      channel.dispose();
      rmSync(storage, { recursive: true });
    },
  };
}

export function scanned(scan: WorkspaceScan): Promise<unknown> {
  return eventually(
    () => scan.state,
    state => state === 'done',
    60_000,
  );
}
