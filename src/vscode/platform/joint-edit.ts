import * as vscode from 'vscode';
import type { ChosenFix } from '../../core/fixes/chosen-fix';
import { isRefusal, type Refusal } from '../../core/source/edit';
import { uriKey } from '../../node/uri-key';
import type { FixAllAnswer } from '../../protocol/fix-all';
import { openDocument } from './analyses';
import type { AnalysisService } from './analysis-service';
import type { WorkerRequests } from './worker-requests';

/** What of the service it takes. */
type AnalysesAndFixes = Pick<AnalysisService, 'analyses'> & { readonly requests: Pick<WorkerRequests, 'fixAll'> };

export interface JointFixes {
  readonly documents: readonly vscode.TextDocument[];
  readonly wanted: 'harmless' | readonly ChosenFix[];
  readonly onlyInDocuments: boolean;
  /** How long an answer may take. */
  readonly patienceMs: number;
}

export interface JointEdit {
  readonly edit: vscode.WorkspaceEdit;
  /** Of the fixes that it makes. */
  readonly titles: readonly string[];
  /** Why others are not made. */
  readonly notMade: readonly string[];
}

/** Fixes may lead from file to file: each round opens those that the one before would change. */
const MAX_ROUNDS = 5;

/** One edit for many fixes, so that one undo takes back what it does to a file. Refused when any document moved on. */
export async function jointEdit(
  service: AnalysesAndFixes,
  { documents, wanted, onlyInDocuments, patienceMs }: JointFixes,
  token?: vscode.CancellationToken,
): Promise<JointEdit | Refusal> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const analyses = await Promise.all(documents.map(document => service.analyses.whenCurrent(document, patienceMs, token)));
    if (analyses.some(analysis => analysis === undefined)) return { refused: LATE };
    const asked = documents.map(({ uri, version }) => ({ uri: uri.toString(), version }));
    const answer = await service.requests.fixAll({ documents: asked, wanted, onlyInDocuments }, patienceMs, token);
    if (answer === undefined) return { refused: LATE };
    if (isRefusal(answer)) return answer;
    const closed = [...new Set(answer.edits.map(({ uri }) => uri))].filter(uri => openDocument(uri) === undefined);
    if (closed.length === 0) return placed(answer);
    // The editor may read a file in its own way (its encoding, mixed line ends): the edits are made anew for the text it shows.
    const opened = await Promise.all(closed.map(uri => vscode.workspace.openTextDocument(vscode.Uri.parse(uri))));
    const reach = documents.map(document => service.analyses.whenCurrent(document, patienceMs, token));
    await Promise.all([...reach, ...opened.map(document => service.analyses.whenCurrent(document, patienceMs, token))]);
  }
  return { refused: 'The fixes lead to more and more files. Make some of them one by one.' };
}

function placed({ edits, versions, titles, notMade }: FixAllAnswer): JointEdit | Refusal {
  const versionOf = new Map(Object.entries(versions).map(([uri, version]) => [uriKey(uri), version]));
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, start, end, newText } of edits) {
    const document = openDocument(uri);
    if (document === undefined || document.version !== versionOf.get(uriKey(uri))) return { refused: CHANGED_MEANWHILE };
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    edit.replace(document.uri, range, newText);
  }
  return { edit, titles, notMade };
}

export function isJointEdit(result: JointEdit | Refusal): result is JointEdit {
  return 'edit' in result;
}

const LATE = 'The analysis did not end in time, so nothing was edited. Try again.';
const CHANGED_MEANWHILE = 'A document changed meanwhile, so nothing was edited. Try again.';
