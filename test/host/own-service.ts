import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Analysis } from '../../src/core/quote/analysis';
import { AnalysisService } from '../../src/vscode/platform/analysis-service';
import { MeasuredCalls } from '../../src/vscode/platform/measured-calls';
import { SettingsWatch } from '../../src/vscode/platform/settings';
import { WorkspaceFileTexts } from '../../src/vscode/platform/workspace-file-texts';

/** A second analysis service beside the extension's, whose inside a test can reach. */
export interface OwnService {
  readonly service: AnalysisService;
  readonly settings: SettingsWatch;
  /** What it wrote to its log as a warning or an error. */
  readonly complaints: readonly string[];
  /** Where the worker looks for refreshed prices. */
  readonly pricesFile: string;
  /** The analysis of the document as it is now. */
  analysisOf(document: vscode.TextDocument): Promise<Analysis>;
  dispose(): void;
}

export function nothingMeasured(): MeasuredCalls {
  return new MeasuredCalls({ keys: () => [], get: () => undefined, update: async () => {} });
}

/** `prepare` runs before its worker starts. */
export function ownService(prepare: (pricesFile: string) => void = () => {}): OwnService {
  const extension = vscode.extensions.getExtension('promptfare.promptfare');
  assert.ok(extension);
  const storage = mkdtempSync(path.join(tmpdir(), 'promptfare-storage-'));
  mkdirSync(storage, { recursive: true });
  const pricesFile = path.join(storage, 'refreshed-prices.json');
  prepare(pricesFile);
  const channel = vscode.window.createOutputChannel('Promptfare tests', { log: true });
  const complaints: string[] = [];
  const complain = (message: string | Error) => complaints.push(String(message));
  const log: vscode.LogOutputChannel = Object.assign(Object.create(channel), { warn: complain, error: complain });
  const settings = new SettingsWatch(log);
  const service = new AnalysisService(
    { extensionPath: extension.extensionPath, globalStorageUri: vscode.Uri.file(storage) },
    { settings, workspaceFiles: new WorkspaceFileTexts(log), measured: nothingMeasured() },
    log,
  );
  service.documents.considerAll();
  return {
    service,
    settings,
    complaints,
    pricesFile,
    async analysisOf(document) {
      const analysis = await service.analyses.whenCurrent(document, 40_000);
      assert.ok(analysis, `no analysis of ${document.uri.path} came`);
      return analysis;
    },
    dispose() {
      service.dispose();
      settings.dispose();
      channel.dispose();
      rmSync(storage, { recursive: true });
    },
  };
}
