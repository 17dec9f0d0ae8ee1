import * as vscode from 'vscode';
import { readAmount } from '../../core/workspace-file/read-amount';
import type { WindowContext } from '../platform/window-context';

const STATE = 'State the Rate…';
const KEEP = 'Keep US Dollars';

/** A person who is about to state the rate as well isn't asked for it. */
const REST_MS = 4_000;

/** Tells who chose another currency why amounts stay in dollars, and takes the rate. */
export function registerLackingRate({ settings }: WindowContext): vscode.Disposable {
  let told: string | undefined;
  let rest: NodeJS.Timeout | undefined;
  const consider = () => {
    clearTimeout(rest);
    const { currencyWithoutRate: code } = settings.current;
    if (code === undefined) told = undefined;
    else if (code !== told) rest = setTimeout(() => tell(code), REST_MS);
  };
  const tell = async (code: string) => {
    told = code;
    const message = `Amounts stay in US dollars until you state how many ${code} one is.`;
    const chosen = await vscode.window.showInformationMessage(message, STATE, KEEP);
    if (chosen === STATE) await askRate(code);
    if (chosen === KEEP) await changeWhereStated(undefined, 'currency');
  };
  consider();
  return vscode.Disposable.from(settings.onDidChange(consider), { dispose: () => clearTimeout(rest) });
}

async function askRate(code: string): Promise<void> {
  const typed = await vscode.window.showInputBox({
    title: 'Rate of the currency',
    prompt: `How many ${code} is one US dollar? The rate is kept in the settings; none is ever fetched.`,
    placeHolder: '0.87',
    validateInput: text => (text.trim() === '' || readRate(text) !== undefined ? undefined : 'Type a number above 0, such as 0.87.'),
  });
  const rate = typed === undefined ? undefined : readRate(typed);
  if (rate !== undefined) await changeWhereStated(rate, 'currencyPerUsd');
}

function readRate(typed: string): number | undefined {
  const rate = readAmount(typed.trim());
  return typeof rate === 'number' && rate > 0 ? rate : undefined;
}

/** The rate belongs to the currency, and stands beside it. */
async function changeWhereStated(value: number | undefined, section: 'currency' | 'currencyPerUsd'): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('promptfare');
  const inWorkspace = configuration.inspect('currency')?.workspaceValue !== undefined;
  await configuration.update(section, value, inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global);
}
