import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import { COMMANDS } from '../platform/command-names';
import { Panel } from '../platform/panel';
import type { WindowContext } from '../platform/window-context';
import type { ExportArguments } from '../routing/export-routing';

const KIND = { viewType: 'promptfare.routing', title: 'Model Routing', icon: 'panel.svg' } as const;

/** Which model each call could go to, and what is exported of that. */
export function registerRouting(context: WindowContext): vscode.Disposable {
  const load = () => loadRouting(context.extensionUri.fsPath);
  const panel = new Panel(KIND, context.extensionUri, page => new (load().RoutingSession)(context, page));
  return vscode.Disposable.from(
    panel,
    vscode.commands.registerCommand(COMMANDS.openRouting, () => panel.show()),
    vscode.commands.registerCommand(COMMANDS.exportRouting, (asked?: ExportArguments) => load().exportRouting(context, asked)),
  );
}

/** A bundle of its own: what checks messages and writes YAML would weigh on each start of the editor. */
function loadRouting(extensionPath: string): typeof import('../routing/index') {
  return createRequire(path.join(extensionPath, 'dist', 'index.js'))('./routing') as typeof import('../routing/index');
}
