import * as vscode from 'vscode';

/** The first side after of the diff, or of the several, that is shown; undefined where none is. */
export function activeDiff(): vscode.Uri | undefined {
  return sidesAfter(vscode.window.tabGroups.activeTabGroup.activeTab)[0];
}

/** Closes the diffs that show this side after, alone or among others. */
export async function closeDiff(after: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
  await vscode.window.tabGroups.close(tabs.filter(tab => sidesAfter(tab).some(side => side.toString() === after.toString())));
}

function sidesAfter(tab: vscode.Tab | undefined): readonly vscode.Uri[] {
  const input: unknown = tab?.input;
  if (input instanceof vscode.TabInputTextDiff) return [input.modified];
  return isSeveral(input) ? input.textDiffs.map(({ modified }) => modified) : [];
}

/** What `vscode.changes` opens has a class that VS Code doesn't name for extensions yet. */
function isSeveral(input: unknown): input is { readonly textDiffs: readonly { readonly modified: vscode.Uri }[] } {
  return typeof input === 'object' && input !== null && 'textDiffs' in input && Array.isArray(input.textDiffs);
}
