import { createPromptReader } from '../core/compression/prompt-reader';
import { bringsText, type FromWorker, type ToWorker, type ToWorkerOf } from '../protocol/worker';
import { AnalysedDocuments } from './analysed-documents';
import { CommittedTexts } from './committed-texts';
import { type ConfigurationParts, configureSession } from './configure-session';
import { describeError } from './describe-error';
import type { Environments } from './environments';
import type { Gate } from './gate';
import type { Grammars } from './grammars';
import type { Pipeline } from './pipeline';
import { answerTo, type Question } from './question-answers';
import { WaitedAnswers } from './waited-answers';

export interface WorkerParts extends Omit<ConfigurationParts, 'reader'> {
  readonly pipeline: Pipeline;
  readonly grammars: Grammars;
  readonly gate: Gate;
  post(message: FromWorker): void;
  /** How many messages that bring text the host has posted so far; undefined: it doesn't tell. */
  textsPosted?(): number;
}

/** One worker's conversation with the host: texts in, analyses out. No message makes it throw. */
export class WorkerSession {
  readonly #parts: WorkerParts;
  readonly #documents: AnalysedDocuments;
  readonly #committedTexts: CommittedTexts;
  readonly #waited: WaitedAnswers;
  readonly #reader = createPromptReader();
  #environments: Environments | undefined;
  #textsReceived = 0;

  constructor(parts: WorkerParts) {
    this.#parts = parts;
    const { pipeline, grammars, gate } = parts;
    this.#documents = new AnalysedDocuments({
      pipeline,
      grammars,
      gate,
      post: message => parts.post(message),
      failed: this.#failed,
      textIsWaiting: () => parts.textsPosted !== undefined && parts.textsPosted() !== this.#textsReceived,
    });
    this.#committedTexts = new CommittedTexts(this.#documents.store, pipeline);
    this.#waited = new WaitedAnswers({ documents: this.#documents, pipeline, failed: this.#failed });
  }

  receive(message: ToWorker): void {
    if (bringsText(message)) this.#textsReceived++;
    this.#committedTexts.hear(message);
    try {
      this.#dispatch(message);
    } catch (error) {
      this.#failed(message.type, error);
    }
  }

  /** Ends when nothing is left to analyse. */
  idle(): Promise<void> {
    return this.#documents.analyzer.idle();
  }

  #dispatch(message: ToWorker): void {
    const { store, analyzer, texts } = this.#documents;
    switch (message.type) {
      case 'configure':
        this.#configure(message);
        break;
      case 'open':
        texts.open(message);
        break;
      case 'change':
        texts.change(message);
        break;
      case 'close':
        texts.close(message.uri);
        break;
      case 'notebook':
        texts.arrange(message);
        break;
      case 'focus':
        analyzer.focused(this.#documents.analysedAs(message.uri));
        break;
      case 'changed-on-disk':
        store.invalidate(message.uris);
        analyzer.changed(message.uris.filter(uri => store.versionOf(uri) === undefined));
        break;
      case 'file':
        this.#supply(message);
        break;
      case 'cancel':
        this.#waited.cancel(message.of);
        break;
      default:
        this.#answer(message);
    }
  }

  #answer(question: Question): void {
    const answer = answerTo(question, this.#environments, {
      ...this.#parts,
      documents: this.#documents,
      committedTexts: this.#committedTexts,
      waited: this.#waited,
      failed: this.#failed,
    });
    if (answer instanceof Promise)
      answer.then(
        message => this.#parts.post(message),
        error => this.#failed(question.type, error),
      );
    else if (answer !== undefined) this.#parts.post(answer);
  }

  #configure(message: ToWorkerOf<'configure'>): void {
    const { environments, ready } = configureSession(message, this.#documents, { ...this.#parts, reader: this.#reader });
    this.#environments = environments;
    this.#parts.post(ready);
  }

  #supply({ uri, text }: ToWorkerOf<'file'>): void {
    const { store, analyzer } = this.#documents;
    store.supply(uri, text).then(
      () => analyzer.changed([uri]),
      error => this.#failed(uri, error),
    );
  }

  readonly #failed = (what: string, error: unknown): void => {
    this.#parts.post({ type: 'log', level: 'error', message: `${what}: ${describeError(error)}` });
  };
}
