import * as vscode from 'vscode';
import { COMMANDS } from '../platform/command-names';
import { Panel } from '../platform/panel';
import type { WindowContext } from '../platform/window-context';

const KIND = { viewType: 'promptfare.routing', title: 'Model Routing', icon: 'activity.svg' } as const;

/** Which model each call could go to. What checks its messages is only loaded when it is first opened. */
export function registerRouting(context: WindowContext): vscode.Disposable {
  const panel = new Panel(KIND, context.extensionUri, async page => {
    const { RoutingSession } = await import('../routing/routing-session');
    return new RoutingSession(context, page);
  });
  return vscode.Disposable.from(
    panel,
    vscode.commands.registerCommand(COMMANDS.openRouting, () => panel.show()),
  );
}
