import type { Edit, Refusal } from '../core/source/edit';
import type { CompressionAnswer } from '../protocol/compression';
import type { ToWorkerOf } from '../protocol/worker';
import type { AnalysedDocuments } from './analysed-documents';
import { answerCompression } from './compression-answers';
import type { Environments } from './environments';
import { CHANGED_MEANWHILE } from './fix-all-answers';

/** The edits of a fix, in the documents that the editor has. */
export async function answerEdit(
  { uri, version, fixId, answers }: ToWorkerOf<'edit'>,
  documents: AnalysedDocuments,
): Promise<readonly Edit[] | Refusal> {
  const result = (await documents.whenCurrent(uri, version))?.edit(fixId, answers) ?? { refused: CHANGED_MEANWHILE };
  return documents.inDocuments(documents.analysedAs(uri), result);
}

export async function answerCompress(
  { uri, version, identity, ask }: ToWorkerOf<'compress'>,
  documents: AnalysedDocuments,
  environments: Environments | undefined,
): Promise<CompressionAnswer> {
  const compression = (await documents.whenCurrent(uri, version))?.compression(identity);
  if (compression === undefined || environments === undefined) return { refused: CHANGED_MEANWHILE };
  const at = documents.analysedAs(uri);
  return answerCompression(compression, ask, environments.of(at), edits => documents.inDocuments(at, edits));
}

export function answerExplain({ uri, identity }: ToWorkerOf<'explain'>, documents: AnalysedDocuments): readonly string[] {
  const analysed = documents.analyzer.last(documents.analysedAs(uri));
  return analysed?.explain(identity) ?? ['This document has not been analysed yet.'];
}
