import * as vscode from 'vscode';
import { errorText } from '../../core/error-text';
import type { FetchAnswer } from '../../protocol/worker';
import { COMMANDS } from '../platform/command-names';
import type { WindowContext } from '../platform/window-context';

const TIMEOUT_MS = 30_000;
const REFRESH = 'Refresh';

/** Fetches newer prices, after saying from where and that nothing is sent. */
export function registerPriceCommand({ service }: WindowContext): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.refreshPrices, async () => {
    service.process.start();
    const url = await service.whenRefreshUrl();
    if (url === undefined) {
      void vscode.window.showWarningMessage('Prices can’t be refreshed while the analysis isn’t running. Restart it and try again.');
      return;
    }
    const { host } = new URL(url);
    const detail = `A public price list is fetched from ${host}. It is free, and nothing about you or your code is sent.`;
    const answer = await vscode.window.showInformationMessage(`Refresh prices from ${host}?`, { modal: true, detail }, REFRESH);
    if (answer !== REFRESH) return;
    const progress = { location: vscode.ProgressLocation.Notification, title: `Fetching prices from ${host}`, cancellable: true };
    await vscode.window.withProgress(progress, async (_, token) => {
      const fetched = await fetchText(url, token);
      if (token.isCancellationRequested) return;
      const result = await service.requests.refreshPrices(fetched);
      if (result?.refreshed) service.configure();
      const message = result?.message ?? 'The prices got no answer in time. Those in use stay as they are.';
      void (result?.refreshed ? vscode.window.showInformationMessage(message) : vscode.window.showWarningMessage(message));
    });
  });
}

async function fetchText(url: string, token: vscode.CancellationToken): Promise<FetchAnswer> {
  const cancelled = new AbortController();
  const subscription = token.onCancellationRequested(() => cancelled.abort());
  try {
    const signal = AbortSignal.any([cancelled.signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const response = await fetch(url, { signal, redirect: 'error' });
    return { ok: response.ok, status: response.status, text: await response.text() };
  } catch (error) {
    return { failed: errorText(error) };
  } finally {
    subscription.dispose();
  }
}
