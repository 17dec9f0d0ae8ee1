import * as vscode from 'vscode';
import type { Span } from '../../core/source/span';
import { uriKey } from '../../node/uri-key';

export function toRange(document: vscode.TextDocument, span: Span): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}

/** Whether a span stands in this document; both sides may spell its address differently. */
export function standsIn(document: vscode.TextDocument, span: Span): boolean {
  return uriKey(span.uri) === uriKey(document.uri.toString());
}
