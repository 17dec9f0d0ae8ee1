import * as vscode from 'vscode';
import { errorText } from '../../core/error-text';
import { FIRST_VERIFY_STATE, type VerifyState } from '../../core/present/verify/state';
import type { ResultView } from '../../core/present/verify/verify-view';
import type { ChosenSamples } from '../../core/verify/samples';
import { readSamples } from '../../node/verify/read-samples';
import type { TrialProgress } from '../../node/verify/run-trial';
import { type FromVerify, fromVerifySchema, type ToVerify } from '../../protocol/verify';
import { COMMANDS, INTERNAL_COMMANDS } from '../platform/command-names';
import type { EndpointKey } from '../platform/endpoint-key';
import type { PanelPage, PanelSession } from '../platform/panel';
import type { VerifyTarget } from '../platform/verify-target';
import { finishRun } from './finish-run';
import { canRun, loadTrial, type Trial, type VerifyContext } from './load-trial';
import { panelView } from './panel-view';
import { chosenRoute, prepareRun } from './prepare-run';
import { type Confirm, confirmRun, startRun } from './verify-run';

/** What a person chose to verify; undefined: nothing yet. */
interface VerifyTargets {
  readonly current: VerifyTarget | undefined;
  readonly onDidChange: vscode.Event<void>;
}

interface VerifyParts {
  readonly key: Pick<EndpointKey, 'of'>;
  readonly targets: VerifyTargets;
  readonly confirm: Confirm;
}

/** Fills the verification panel, and runs what a person asks for there. */
export class VerifySession implements PanelSession {
  readonly #context: VerifyContext;
  readonly #key: Pick<EndpointKey, 'of'>;
  readonly #targets: VerifyTargets;
  readonly #page: PanelPage;
  readonly #confirm: Confirm;
  readonly #subscriptions: readonly vscode.Disposable[];
  #trial: Trial | undefined;
  #file: string | undefined;
  #samples: ChosenSamples | undefined;
  #result: ResultView | undefined;
  #progress: TrialProgress | undefined;
  #running: AbortController | undefined;
  /** Something else was chosen, or set, while a run went on. */
  #isOutdated = false;
  #problem: string | undefined;
  #state: VerifyState = FIRST_VERIFY_STATE;
  #isReady = false;

  constructor(context: VerifyContext, { key, targets, confirm }: VerifyParts, page: PanelPage) {
    this.#context = context;
    this.#key = key;
    this.#targets = targets;
    this.#confirm = confirm;
    this.#page = page;
    this.#subscriptions = [
      targets.onDidChange(() => this.#try(() => this.#load())),
      context.settings.onDidChange(() => this.#try(() => this.#load())),
    ];
  }

  receive(message: unknown): void {
    const parsed = fromVerifySchema.safeParse(message);
    if (parsed.success) this.#try(() => this.#do(parsed.data));
    else this.#context.log.warn(`The verification panel sent what it should not: ${parsed.error.message}`);
  }

  dispose(): void {
    this.#isReady = false;
    this.#running?.abort();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #try(work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      this.#context.log.error('The verification panel:', error instanceof Error ? error : String(error));
      this.#tell(`That didn’t work: ${errorText(error)}`);
    });
  }

  async #do(message: FromVerify): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        return this.#load();
      case 'choose-file':
        return this.#chooseFile();
      case 'forget-file':
        this.#file = undefined;
        return this.#read();
      case 'samples':
        this.#state = message.state;
        return this.#read();
      case 'run':
        this.#state = message.state;
        return this.#run();
      case 'cancel':
        this.#running?.abort();
        return;
      case 'set-key': {
        const url = canRun(this.#trial) ? chosenRoute(this.#trial, this.#state, message.side)?.url : undefined;
        if (url !== undefined) await vscode.commands.executeCommand(COMMANDS.setEndpointKey, url.origin);
        return;
      }
      case 'open': {
        const at = this.#quote()?.site.calleeAt;
        if (at !== undefined) await vscode.commands.executeCommand(INTERNAL_COMMANDS.openPlace, at);
        return;
      }
    }
  }

  #quote() {
    const { target } = this.#trial ?? {};
    const document = target && vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === target.uri);
    const analysis = document && this.#context.service.analyses.current(document);
    return analysis?.quotes.find(({ site }) => site.identity === target?.identity);
  }

  /** What runs is left alone: what was chosen meanwhile is loaded after it. */
  async #load(): Promise<void> {
    const target = this.#targets.current;
    if (!this.#isReady) return;
    this.#isOutdated = this.#running !== undefined;
    if (this.#isOutdated) return;
    if (target === undefined) return this.#send();
    if (this.#trial?.target !== target) {
      this.#result = undefined;
      this.#samples = undefined;
    }
    this.#trial = await loadTrial(target, this.#context, this.#key);
    await this.#read();
  }

  async #chooseFile(): Promise<void> {
    const filters = { 'JSON lines, JSON or tables': ['jsonl', 'ndjson', 'json', 'csv', 'tsv'], 'All files': ['*'] };
    const [uri] = (await vscode.window.showOpenDialog({ title: 'Samples to Verify With', filters })) ?? [];
    if (uri === undefined) return;
    this.#file = uri.fsPath;
    await this.#read();
  }

  async #read(): Promise<void> {
    const { typed, samples } = this.#state;
    this.#problem = undefined;
    if (canRun(this.#trial)) {
      const source = this.#file === undefined ? { typed } : { file: this.#file };
      this.#samples = await readSamples(source, this.#trial.plan.holes, samples).catch((error: unknown) => ({
        samples: [],
        rows: 0,
        usable: 0,
        problems: [`The samples could not be read: ${errorText(error)}.`],
      }));
    }
    this.#send();
  }

  async #run(): Promise<void> {
    if (this.#running !== undefined) return;
    await this.#read();
    const trial = this.#trial;
    if (!canRun(trial)) return this.#tell(trial?.refused ?? 'Choose a call first.');
    const prepared = await prepareRun({ trial, state: this.#state, samples: this.#samples }, this.#context, this.#key);
    if (typeof prepared === 'string') return this.#tell(prepared);
    if (!(await confirmRun(prepared, this.#context, this.#confirm))) return;
    // A second click while it was asked.
    if (this.#running !== undefined) return;
    const running = new AbortController();
    this.#running = running;
    this.#result = undefined;
    this.#progress = { done: 0, of: prepared.samples.length, spentUsd: 0, isAtMost: false };
    this.#send();
    try {
      const outcome = await startRun(prepared, this.#context, running.signal, progress => {
        this.#progress = progress;
        this.#send();
      });
      this.#result = await finishRun(prepared, outcome, trial.target, this.#context);
    } finally {
      this.#running = undefined;
      this.#progress = undefined;
      this.#send();
      if (this.#isOutdated) this.#try(() => this.#load());
    }
  }

  #tell(problem: string): void {
    this.#problem = problem;
    this.#send();
  }

  #send(): void {
    const view =
      this.#trial &&
      panelView(
        {
          trial: this.#trial,
          samples: this.#samples,
          file: this.#file,
          problem: this.#problem,
          progress: this.#progress,
          result: this.#result,
        },
        this.#context,
      );
    const message: ToVerify = { type: 'view', ...(view === undefined ? {} : { view }) };
    this.#page.send(message);
  }
}
