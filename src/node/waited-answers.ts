import type { Refusal } from '../core/source/edit';
import type { AnalysedDocuments } from './analysed-documents';
import type { Environments } from './environments';
import { CHANGED_MEANWHILE, type FixAllPorts } from './fix-all-answers';
import type { Pipeline } from './pipeline';

export interface WaitedParts {
  readonly documents: AnalysedDocuments;
  readonly pipeline: Pipeline;
  failed(what: string, error: unknown): void;
}

/**
 * Answers for which changed texts are analysed, which takes a while: other messages are received meanwhile, and the work ends when nobody
 * waits for it any more.
 */
export class WaitedAnswers {
  readonly #parts: WaitedParts;
  /** Requests whose answers somebody still waits for. */
  readonly #waitedFor = new Set<number>();

  constructor(parts: WaitedParts) {
    this.#parts = parts;
  }

  cancel(request: number): void {
    this.#waitedFor.delete(request);
  }

  async answer<T>(
    request: number,
    environments: Environments | undefined,
    work: (ports: FixAllPorts) => Promise<T | Refusal>,
  ): Promise<T | Refusal> {
    if (environments === undefined) return { refused: CHANGED_MEANWHILE };
    const { documents, pipeline, failed } = this.#parts;
    this.#waitedFor.add(request);
    try {
      return await work({
        store: documents.store,
        pipeline,
        environmentOf: environments.of,
        analysedAs: uri => documents.analysedAs(uri),
        inDocuments: (uri, edits) => documents.inDocuments(uri, edits),
        versionOf: uri => documents.versionOf(uri),
        cancelled: () => !this.#waitedFor.has(request),
      });
    } catch (error) {
      failed('fixes together', error);
      return { refused: 'The fixes failed; the output channel says why. Nothing was changed.' };
    } finally {
      this.#waitedFor.delete(request);
    }
  }
}
