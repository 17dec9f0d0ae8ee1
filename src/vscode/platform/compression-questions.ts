import * as vscode from 'vscode';
import type { CompressionAnswer, CompressionQuestion } from '../../protocol/compression';
import { openDocument } from './analyses';
import type { AnalysisService } from './analysis-service';
import type { FoundSite } from './call-sites';

const PATIENCE_MS = 5000;

/** Questions to the worker about one request. Edits in files that aren't open yet are asked for again once they are. */
export class CompressionQuestions {
  readonly #service: AnalysisService;
  readonly #found: FoundSite;

  constructor(service: AnalysisService, found: FoundSite) {
    this.#service = service;
    this.#found = found;
  }

  async ask(question: CompressionQuestion, token?: vscode.CancellationToken): Promise<CompressionAnswer | undefined> {
    const { analysis, document } = this.#found;
    const answer = await this.#askAt(analysis.version, question, token);
    if (answer === undefined || !('compressed' in answer)) return answer;
    const uris = new Set(answer.compressed.changes.flatMap(({ edits }) => edits.map(edit => edit.uri)));
    const closed = [...uris].filter(uri => openDocument(uri) === undefined);
    if (closed.length === 0) return answer;
    // The editor may read a file in its own way (its encoding, mixed line ends): the edits are made anew for the text it shows.
    const opened = await Promise.all(closed.map(uri => vscode.workspace.openTextDocument(vscode.Uri.parse(uri))));
    const current = await this.#service.analyses.whenUnder(document, opened, PATIENCE_MS, token);
    if (current === undefined || current.version !== analysis.version)
      return { refused: 'The document changed meanwhile, so nothing was edited. Try again.' };
    return this.#askAt(current.version, question, token);
  }

  #askAt(version: number, question: CompressionQuestion, token?: vscode.CancellationToken): Promise<CompressionAnswer | undefined> {
    const { analysis, quote } = this.#found;
    return this.#service.requests.compress({ uri: analysis.uri, version, identity: quote.site.identity }, question, token);
  }
}
