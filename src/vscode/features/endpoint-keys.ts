import * as vscode from 'vscode';
import { COMMANDS } from '../platform/command-names';
import { EndpointKey, endpointUrl } from '../platform/endpoint-key';
import type { Settings } from '../platform/settings';
import type { WindowContext } from '../platform/window-context';

const SETTINGS = 'Open Settings';

/** Keeps keys in VS Code's secret storage, each for a host of the settings and no other. */
export function registerEndpointKeys({ settings }: WindowContext, secrets: vscode.SecretStorage): vscode.Disposable {
  const keys = new EndpointKey(secrets);
  return vscode.commands.registerCommand(COMMANDS.setEndpointKey, async (given: unknown) => {
    const urls = endpointsOf(settings.current);
    const url = urls.find(({ origin }) => origin === given) ?? (await choose(urls));
    if (url !== undefined) await setKey(url, keys);
  });
}

/** One a host. */
function endpointsOf({ compression, verify }: Settings): readonly URL[] {
  const urls = [compression.endpoint, ...Object.values(verify.endpoints)].flatMap(address => endpointUrl(address) ?? []);
  return [...new Map(urls.map(url => [url.origin, url])).values()];
}

async function choose(urls: readonly URL[]): Promise<URL | undefined> {
  if (urls.length === 0) {
    await offerSettings(
      'Set promptfare.verify.endpoints or promptfare.compression.endpoint first: an https address, or one on this machine.',
    );
    return undefined;
  }
  const items = urls.map(url => ({ label: url.host, url }));
  const title = 'Set the Key of an Endpoint';
  return (await vscode.window.showQuickPick(items, { title, placeHolder: 'Of which host? No other ever gets it' }))?.url;
}

async function setKey(url: URL, keys: EndpointKey): Promise<void> {
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

/** Says what to set, and leads there. */
export async function offerSettings(message: string): Promise<void> {
  const chosen = await vscode.window.showInformationMessage(message, SETTINGS);
  if (chosen === SETTINGS) await vscode.commands.executeCommand('workbench.action.openSettings', 'promptfare');
}
