import * as vscode from 'vscode';
import { hintedParts, partHint } from '../../core/present/part-hint';
import { COMMANDS } from '../platform/command-names';
import { SELECTOR } from '../platform/selected-documents';
import { standsIn } from '../platform/spans';
import { Toggle } from '../platform/toggle';
import { PATIENCE_MS, type WindowContext } from '../platform/window-context';

/** Tokens behind each prompt literal. */
export function registerInlayHints({ service, settings, numerals }: WindowContext): vscode.Disposable {
  const toggle = new Toggle(settings, COMMANDS.toggleInlayHints, current => current.inlayHints);
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    async provideInlayHints(document, range, token) {
      if (!toggle.on || !service.documents.has(document)) return [];
      const analysis = await service.analyses.whenCurrent(document, PATIENCE_MS, token);
      const parts = hintedParts(analysis?.quotes ?? []).filter(part => standsIn(document, part.at));
      const hints = parts.map(part => {
        const { label, tooltip } = partHint(part, numerals);
        const hint = new vscode.InlayHint(document.positionAt(part.at.end), label);
        hint.tooltip = tooltip;
        hint.paddingLeft = true;
        return hint;
      });
      return hints.filter(hint => range.contains(hint.position));
    },
  };
  return vscode.Disposable.from(
    toggle,
    changed,
    toggle.onDidChange(() => changed.fire()),
    service.analyses.onDidChange(() => {
      if (toggle.on) changed.fire();
    }),
    vscode.languages.registerInlayHintsProvider(SELECTOR, provider),
  );
}
