import type * as vscode from 'vscode';
import type { Numerals } from '../../core/present/numerals';
import type { AnalysisService } from './analysis-service';
import type { FixDiff } from './fix-diff';
import type { LastingCommands } from './lasting-commands';
import type { SettingsWatch } from './settings';
import type { WorkspaceCallers } from './workspace-callers';
import type { WorkspaceScan } from './workspace-scan';

/** What every window is made from. */
export interface WindowContext {
  readonly service: AnalysisService;
  readonly scan: WorkspaceScan;
  readonly callers: WorkspaceCallers;
  readonly settings: SettingsWatch;
  readonly numerals: Numerals;
  readonly commands: LastingCommands;
  readonly diff: FixDiff;
  readonly log: vscode.LogOutputChannel;
  readonly extensionUri: vscode.Uri;
}

/** How long an answer waits for the analysis of the present text, before the editor gets none. */
export const PATIENCE_MS = 400;
