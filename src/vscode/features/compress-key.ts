import * as vscode from 'vscode';
import { type EndpointKey, endpointUrl } from '../platform/endpoint-key';
import type { CompressionSettings } from '../platform/settings';

const SETTINGS = 'Open Settings';

/** Keeps the key in VS Code's secret storage, for the host of the settings and no other. */
export async function setEndpointKey({ endpoint }: CompressionSettings, keys: EndpointKey): Promise<void> {
  const url = endpointUrl(endpoint);
  if (url === undefined) return offerSettings('Set promptfare.compression.endpoint first: an https address, or one on this machine.');
  const key = await vscode.window.showInputBox({
    title: `The key of ${url.host}`,
    prompt: 'Kept in the secret storage of VS Code. Empty: the key is forgotten.',
    password: true,
    ignoreFocusOut: true,
  });
  if (key === undefined) return;
  await keys.set(url, key.trim());
  void vscode.window.showInformationMessage(key.trim() === '' ? `The key of ${url.host} is forgotten.` : `The key of ${url.host} is kept.`);
}

export async function offerSettings(message: string): Promise<void> {
  const chosen = await vscode.window.showInformationMessage(message, SETTINGS);
  if (chosen === SETTINGS) await vscode.commands.executeCommand('workbench.action.openSettings', 'promptfare.compression');
}
