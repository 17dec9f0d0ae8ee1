import type * as vscode from 'vscode';
import { PROMPT_TRACES } from './prompt-file-names';

/** UTF-16 code units. A longer YAML or JSON file is data. */
const LONGEST_LOOKED_INTO = 1_000_000;

/** Tells of open YAML and JSON documents, whose names say nothing, whether they may be prompts: their text is looked at once a version. */
export class PromptLook {
  readonly #looks = new WeakMap<vscode.TextDocument, { readonly version: number; readonly found: boolean }>();

  /** What has been a prompt stays one while it is open, whatever an edit breaks for now. */
  mayBePrompt(document: vscode.TextDocument): boolean {
    if (!/\.(?:ya?ml|json)$/i.test(document.uri.path)) return false;
    const last = this.#looks.get(document);
    if (last !== undefined && (last.found || last.version === document.version)) return last.found;
    const found = hasTraces(document);
    this.#looks.set(document, { version: document.version, found });
    return found;
  }
}

function hasTraces(document: vscode.TextDocument): boolean {
  const { end } = document.lineAt(document.lineCount - 1).range;
  if (document.offsetAt(end) > LONGEST_LOOKED_INTO) return false;
  const text = document.getText();
  return PROMPT_TRACES.some(traces => traces.every(trace => trace.test(text)));
}
