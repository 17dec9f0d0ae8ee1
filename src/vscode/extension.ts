import * as vscode from 'vscode';
import { numeralsOf } from '../core/present/numerals';
import { registerCodeActions } from './features/code-actions';
import { registerCodeLens } from './features/code-lens';
import { registerCompress } from './features/compress';
import { registerCreateWorkspaceFile } from './features/create-workspace-file';
import { registerDiagnostics } from './features/diagnostics';
import { registerEditorContext } from './features/editor-context';
import { registerEndpointKeys } from './features/endpoint-keys';
import { registerEstimator } from './features/estimator';
import { registerFixAll } from './features/fix-all';
import { registerHover } from './features/hover';
import { registerImportUsage } from './features/import-usage';
import { registerInlayHints } from './features/inlay-hints';
import { registerLackingRate } from './features/lacking-rate';
import { registerModelCommands } from './features/model-commands';
import { registerPrefixDecoration } from './features/prefix-decoration';
import { registerPriceCommand } from './features/price-command';
import { registerPromptFileCommand } from './features/prompt-file-command';
import { registerPromptLanguage } from './features/prompt-language';
import { registerPromptTargets } from './features/prompt-targets';
import { registerRouting } from './features/routing';
import { registerSavingsView } from './features/savings-view';
import { registerSiteCommands } from './features/site-commands';
import { registerSpendView } from './features/spend-view';
import { registerStatusBar } from './features/status-bar';
import { registerTrafficCommand } from './features/traffic-command';
import { registerVerify } from './features/verify';
import { registerWorkspaceFileProblems } from './features/workspace-file-problems';
import { AnalysisService } from './platform/analysis-service';
import { COMMANDS } from './platform/command-names';
import { FixDiff } from './platform/fix-diff';
import { LastingCommands } from './platform/lasting-commands';
import { MeasuredCalls } from './platform/measured-calls';
import { Pages } from './platform/pages';
import { SettingsWatch } from './platform/settings';
import type { WindowContext } from './platform/window-context';
import { WorkspaceCallers } from './platform/workspace-callers';
import { WorkspaceFileTexts } from './platform/workspace-file-texts';
import { WorkspaceScan } from './platform/workspace-scan';

/** Wires windows to the worker. Costs next to nothing, since any README starts it: the worker starts with the first document that is read. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Promptfare', { log: true });
  const settings = new SettingsWatch(log);
  const workspaceFiles = new WorkspaceFileTexts(log);
  const measured = new MeasuredCalls(context.workspaceState);
  const sources = { settings, workspaceFiles, measured };
  const service = new AnalysisService(context, sources, log);
  const scan = new WorkspaceScan(context, sources, log);
  const callers = new WorkspaceCallers(scan);
  const pages = new Pages();
  const windows: WindowContext = {
    service,
    scan,
    callers,
    settings,
    numerals: numeralsOf(() => settings.current.currency),
    commands: new LastingCommands(),
    diff: new FixDiff(),
    log,
    extensionUri: context.extensionUri,
  };
  context.subscriptions.push(
    log,
    windows.diff,
    windows.commands,
    settings,
    workspaceFiles,
    measured,
    service,
    scan,
    callers,
    registerPromptLanguage(log),
    registerPromptTargets(windows),
    registerEditorContext(windows),
    registerCodeLens(windows),
    registerHover(windows),
    registerDiagnostics(windows),
    registerWorkspaceFileProblems(windows, workspaceFiles),
    registerCodeActions(windows),
    registerFixAll(windows),
    registerPrefixDecoration(windows),
    registerInlayHints(windows),
    registerStatusBar(windows),
    pages,
    registerSpendView(windows, pages),
    registerSavingsView(windows, pages),
    registerEstimator(windows, workspaceFiles, measured),
    registerImportUsage(windows, measured),
    registerRouting(windows),
    registerSiteCommands(windows, pages),
    registerCompress(windows, context.secrets),
    registerVerify(windows, context.secrets),
    registerEndpointKeys(windows, context.secrets),
    registerModelCommands(windows),
    registerPriceCommand(windows),
    registerLackingRate(windows),
    registerPromptFileCommand(),
    registerTrafficCommand(windows),
    registerCreateWorkspaceFile(windows),
    vscode.commands.registerCommand(COMMANDS.restartAnalysis, () => {
      service.process.restart();
      const progress = { location: vscode.ProgressLocation.Window, title: 'Restarting the analysis' };
      // Any answer comes once the worker is ready.
      return vscode.window.withProgress(progress, () => service.requests.count('', []));
    }),
  );
  // Starting a thread takes some milliseconds, which needn't hold up the start of the editor.
  const start = setImmediate(() => service.documents.considerAll());
  context.subscriptions.push({ dispose: () => clearImmediate(start) });
}
