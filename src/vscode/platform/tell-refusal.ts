import * as vscode from 'vscode';
import type { CompressionAnswer } from '../../protocol/compression';

/** Says why nothing was changed. */
export function tellRefusal(answer: CompressionAnswer | undefined): void {
  const late = 'The compression got no answer in time. Try again; the output channel may say why.';
  void vscode.window.showWarningMessage(answer !== undefined && 'refused' in answer ? answer.refused : late);
}
