import type * as vscode from 'vscode';

import type { ChosenFix } from '../../core/fixes/chosen-fix';
import type { ModelFacts } from '../../core/prices/model';
import type { JointSaving } from '../../core/quote/joint-saving';

import type { Edit, Refusal } from '../../core/source/edit';
import type { FixAnswers } from '../../core/structured-output/questions';
import type { CompressionAnswer, CompressionQuestion } from '../../protocol/compression';
import type { FixAllAnswer, FixAllQuestion } from '../../protocol/fix-all';
import type { TrialAnswered, TrialQuestion } from '../../protocol/trial';
import type { FetchAnswer, FromWorker, ModelChoice, ModelCount, ToWorker } from '../../protocol/worker';
import type { WorkerProcess } from './worker-process';

type Answer = Extract<FromWorker, { request: number }>;
type Question = Extract<ToWorker, { request: number }>;
type Unnumbered<Q> = Q extends unknown ? Omit<Q, 'request'> : never;

interface Waiting {
  readonly type: Answer['type'];
  settle(answer: Answer | undefined): void;
}

const PATIENCE_MS = 10_000;

/** Questions to the worker. Every one is answered: undefined when it was cancelled, took too long, or the worker died. */
export class WorkerRequests implements vscode.Disposable {
  readonly #process: WorkerProcess;
  readonly #waiting = new Map<number, Waiting>();
  readonly #subscriptions: readonly vscode.Disposable[];
  #last = 0;

  constructor(process: WorkerProcess) {
    this.#process = process;
    this.#subscriptions = [
      process.onMessage(message => {
        if ('request' in message && this.#waiting.get(message.request)?.type === message.type) this.#settle(message.request, message);
      }),
      process.onDidStop(() => this.#settleAll()),
    ];
  }

  async edit(
    uri: string,
    version: number,
    fix: { readonly fixId: string; readonly answers?: FixAnswers },
    token?: vscode.CancellationToken,
  ): Promise<readonly Edit[] | Refusal | undefined> {
    const answer = await this.#ask({ type: 'edit', uri, version, ...fix }, token);
    return answer?.type === 'edit' ? answer.result : undefined;
  }

  async compress(
    site: { readonly uri: string; readonly version: number; readonly identity: string },
    ask: CompressionQuestion,
    token?: vscode.CancellationToken,
  ): Promise<CompressionAnswer | undefined> {
    const answer = await this.#ask({ type: 'compress', ...site, ask }, token);
    return answer?.type === 'compress' ? answer.result : undefined;
  }

  async fixAll(ask: FixAllQuestion, patienceMs: number, token?: vscode.CancellationToken): Promise<FixAllAnswer | Refusal | undefined> {
    const answer = await this.#ask({ type: 'fix-all', ask }, token, patienceMs);
    return answer?.type === 'fix-all' ? answer.result : undefined;
  }

  async trial(uri: string, ask: TrialQuestion, patienceMs: number, token?: vscode.CancellationToken): Promise<TrialAnswered | undefined> {
    const answer = await this.#ask({ type: 'trial', uri, ask }, token, patienceMs);
    return answer?.type === 'trial' ? answer.result : undefined;
  }

  async explainSaving(chosen: ChosenFix, version: number): Promise<JointSaving | Refusal | undefined> {
    const answer = await this.#ask({ type: 'explain-saving', chosen, version });
    return answer?.type === 'explain-saving' ? answer.result : undefined;
  }

  async count(
    text: string,
    models: readonly string[],
    token?: vscode.CancellationToken,
    patienceMs = PATIENCE_MS,
  ): Promise<readonly ModelCount[] | undefined> {
    const answer = await this.#ask({ type: 'count', text, models }, token, patienceMs);
    return answer?.type === 'count' ? answer.counts : undefined;
  }

  async explain(uri: string, identity: string): Promise<readonly string[] | undefined> {
    const answer = await this.#ask({ type: 'explain', uri, identity });
    return answer?.type === 'explain' ? answer.lines : undefined;
  }

  /** `wantsText`: ask again with the document's text in that commit. */
  async committed(
    asked: Omit<Extract<Question, { type: 'committed' }>, 'type' | 'request'>,
    token?: vscode.CancellationToken,
  ): Promise<Pick<Extract<Answer, { type: 'committed' }>, 'wantsText' | 'quote'> | undefined> {
    const answer = await this.#ask({ type: 'committed', ...asked }, token);
    return answer?.type === 'committed' ? answer : undefined;
  }

  async models(): Promise<readonly ModelChoice[] | undefined> {
    const answer = await this.#ask({ type: 'models' });
    return answer?.type === 'models' ? answer.models : undefined;
  }

  async modelFacts(ids: readonly string[]): Promise<readonly ModelFacts[] | undefined> {
    const answer = await this.#ask({ type: 'model-facts', ids });
    return answer?.type === 'model-facts' ? answer.models : undefined;
  }

  async refreshPrices(answer: FetchAnswer): Promise<{ readonly refreshed: boolean; readonly message: string } | undefined> {
    const result = await this.#ask({ type: 'refresh-prices', answer });
    return result?.type === 'refresh-prices' ? result : undefined;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#settleAll();
  }

  #ask(question: Unnumbered<Question>, token?: vscode.CancellationToken, patienceMs = PATIENCE_MS): Promise<Answer | undefined> {
    if (!this.#process.isRunning || token?.isCancellationRequested) return Promise.resolve(undefined);
    const request = ++this.#last;
    return new Promise(resolve => {
      const giveUp = () => {
        this.#process.post({ type: 'cancel', of: request });
        this.#settle(request, undefined);
      };
      const timer = setTimeout(giveUp, patienceMs);
      const cancelled = token?.onCancellationRequested(giveUp);
      const settle = (answer: Answer | undefined) => {
        clearTimeout(timer);
        cancelled?.dispose();
        resolve(answer);
      };
      this.#waiting.set(request, { type: question.type, settle });
      this.#process.post({ ...question, request });
    });
  }

  #settle(request: number, answer: Answer | undefined): void {
    const waiting = this.#waiting.get(request);
    this.#waiting.delete(request);
    waiting?.settle(answer);
  }

  #settleAll(): void {
    for (const request of [...this.#waiting.keys()]) this.#settle(request, undefined);
  }
}
