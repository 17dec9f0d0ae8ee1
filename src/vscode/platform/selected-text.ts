import type * as vscode from 'vscode';

/** UTF-16 code units: more would take the host milliseconds to collect and to post. */
const LONGEST = 1_000_000;

/** The text of all selections in document order, joined by line breaks; undefined when there is too much of it. */
export function selectedText(document: vscode.TextDocument, selections: readonly vscode.Selection[]): string | undefined {
  const ordered = [...selections].sort((a, b) => a.start.compareTo(b.start));
  const lengths = ordered.map(selection => document.offsetAt(selection.end) - document.offsetAt(selection.start));
  if (lengths.reduce((total, length) => total + length, 0) > LONGEST) return undefined;
  return ordered.map(selection => document.getText(selection)).join('\n');
}
