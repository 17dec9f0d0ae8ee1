import * as vscode from 'vscode';
import { prefixMarks } from '../../core/present/prefix-marks';
import type { Span } from '../../core/source/span';
import { COMMANDS } from '../platform/command-names';
import { standsIn, toRange } from '../platform/spans';
import { Toggle } from '../platform/toggle';
import type { WindowContext } from '../platform/window-context';

/** A quiet border along the cacheable prefix, and a mark where it breaks. */
export function registerPrefixDecoration({ service, settings }: WindowContext): vscode.Disposable {
  const toggle = new Toggle(settings, COMMANDS.toggleCacheablePrefix, current => current.cacheablePrefix);
  const colour = new vscode.ThemeColor('promptfare.cacheablePrefix');
  const border = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    borderStyle: 'solid',
    borderWidth: '0 0 0 2px',
    borderColor: colour,
    overviewRulerColor: colour,
    overviewRulerLane: vscode.OverviewRulerLane.Left,
  });
  const cut = vscode.window.createTextEditorDecorationType({
    before: { contentText: '┆', color: colour, fontWeight: 'bold', margin: '0 1px 0 0' },
  });

  const draw = (editor: vscode.TextEditor) => {
    const { document } = editor;
    const analysis = toggle.on && service.documents.has(document) ? service.analyses.current(document) : undefined;
    const marks = analysis === undefined ? { prefix: [], cuts: [] } : prefixMarks(analysis);
    const ranges = (spans: readonly Span[]) => spans.filter(span => standsIn(document, span)).map(span => toRange(document, span));
    editor.setDecorations(border, ranges(marks.prefix));
    editor.setDecorations(cut, ranges(marks.cuts.map(span => ({ ...span, end: span.start }))));
  };
  const drawAll = () => vscode.window.visibleTextEditors.forEach(draw);

  drawAll();
  return vscode.Disposable.from(
    toggle,
    border,
    cut,
    toggle.onDidChange(drawAll),
    vscode.window.onDidChangeVisibleTextEditors(drawAll),
    service.analyses.onDidChange(uri => {
      for (const editor of vscode.window.visibleTextEditors) if (editor.document.uri.toString() === uri.toString()) draw(editor);
    }),
  );
}
