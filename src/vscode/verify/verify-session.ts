import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as vscode from 'vscode';
import { FIRST_VERIFY_STATE, type VerifyState } from '../../core/present/verify/state';
import { type ResultView, resultView, type VerifyView } from '../../core/present/verify/verify-view';
import { isRefusal } from '../../core/source/edit';
import { type Criterion, compareAnswers } from '../../core/verify/agreement';
import { type ComparedPair, comparePair } from '../../core/verify/outcome';
import { resultOfRun } from '../../core/verify/result-of-run';
import type { ChosenSamples } from '../../core/verify/samples';
import { summarise } from '../../core/verify/summary';
import type { TrialPlan } from '../../core/verify/trial-plan';
import { readSamples } from '../../node/verify/read-samples';
import type { TrialProgress } from '../../node/verify/run-trial';
import { type FromVerify, fromVerifySchema, type ToVerify } from '../../protocol/verify';
import { COMMANDS, INTERNAL_COMMANDS } from '../platform/command-names';
import type { EndpointKey } from '../platform/endpoint-key';
import type { PanelPage, PanelSession } from '../platform/panel';
import type { VerifyTarget } from '../platform/verify-target';
import type { WindowContext } from '../platform/window-context';
import { editorRoutes, endpointRoute, type Route } from './routes';
import { saveVerification } from './save-verification';
import { type Confirm, confirmRun, limitable, type PreparedRun, startRun } from './verify-run';

/** Counting the tokens of a thousand samples takes a while. */
const PATIENCE_MS = 60_000;

interface Loaded {
  readonly target: VerifyTarget;
  readonly plan: TrialPlan;
  readonly routes: Readonly<Record<'today' | 'changed', readonly Route[]>>;
  readonly criterion: Criterion;
}

/** Why what was chosen can't be verified. */
interface Refused {
  readonly target: VerifyTarget;
  readonly refused: string;
}

/** What a person chose to verify; undefined: nothing yet. */
interface VerifyTargets {
  readonly current: VerifyTarget | undefined;
  readonly onDidChange: vscode.Event<void>;
}

/** Nothing of the scan is needed. */
type VerifyContext = Omit<WindowContext, 'scan'>;

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
  #loaded: Loaded | Refused | undefined;
  #file: string | undefined;
  #samples: ChosenSamples | undefined;
  #result: ResultView | undefined;
  #progress: TrialProgress | undefined;
  #running: AbortController | undefined;
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
    this.#running?.abort();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #try(work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      this.#context.log.error('The verification panel:', error instanceof Error ? error : String(error));
      this.#tell(`That didn’t work: ${error instanceof Error ? error.message : String(error)}`);
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
        const url = this.#routeOf(message.side)?.url;
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
    const { target } = this.#loaded ?? {};
    const document = target && vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === target.uri);
    const analysis = document && this.#context.service.analyses.current(document);
    return analysis?.quotes.find(({ site }) => site.identity === target?.identity);
  }

  /** Plans the comparison of what was chosen. What runs is left alone. */
  async #load(): Promise<void> {
    const target = this.#targets.current;
    if (!this.#isReady || this.#running !== undefined) return;
    if (target === undefined) return this.#send();
    const isNew = this.#loaded?.target !== target;
    if (isNew) {
      this.#result = undefined;
      this.#samples = undefined;
    }
    this.#loaded = await this.#planOf(target);
    await this.#read();
  }

  async #planOf(target: VerifyTarget): Promise<Loaded | Refused> {
    const { service, settings, extensionUri } = this.#context;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(target.uri));
    const analysis = await service.analyses.whenCurrent(document, PATIENCE_MS);
    const quote = analysis?.quotes.find(({ site }) => site.identity === target.identity);
    if (analysis === undefined || quote === undefined)
      return { target, refused: 'The call is not there any more. Open it and choose it again.' };
    const { identity, change } = target;
    const answered = await service.requests.trial(target.uri, { about: 'plan', version: analysis.version, identity, change }, PATIENCE_MS);
    if (answered === undefined) return { target, refused: 'The analysis gave no answer in time. Try again.' };
    if (isRefusal(answered)) return { target, refused: answered.refused };
    if (!('plan' in answered)) return { target, refused: 'The analysis gave another answer than asked for.' };
    const { plan } = answered;
    const parts = { settings: settings.current.verify, key: this.#key, extensionPath: extensionUri.fsPath };
    const editors = await editorRoutes(settings.current.verify);
    const routesOf = (side: 'today' | 'changed') => {
      const endpoint = endpointRoute(plan[side].request.provider, parts);
      return [...(endpoint === undefined ? [] : [endpoint]), ...editors];
    };
    const routes = { today: routesOf('today'), changed: routesOf('changed') };
    for (const side of ['today', 'changed'] as const)
      if (routes[side].length === 0) return { target, refused: noRoute(plan[side].request.provider) };
    return { target, plan, routes, criterion: criterionFor(plan, quote.task?.task) };
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
    if (this.#loaded !== undefined && 'plan' in this.#loaded) {
      const source = this.#file === undefined ? { typed } : { file: this.#file };
      this.#samples = await readSamples(source, this.#loaded.plan.holes, samples).catch((error: unknown) => ({
        samples: [],
        rows: 0,
        usable: 0,
        problems: [`The samples could not be read: ${error instanceof Error ? error.message : String(error)}.`],
      }));
    }
    this.#send();
  }

  #routeOf(side: 'today' | 'changed'): Route | undefined {
    if (this.#loaded === undefined || !('plan' in this.#loaded)) return undefined;
    const routes = this.#loaded.routes[side];
    const chosen = side === 'today' ? this.#state.todayRoute : this.#state.changedRoute;
    return routes.find(({ id }) => id === chosen) ?? routes[0];
  }

  async #run(): Promise<void> {
    if (this.#running !== undefined) return;
    await this.#read();
    const prepared = await this.#prepare();
    if (typeof prepared === 'string') return this.#tell(prepared);
    if (!(await confirmRun(prepared, this.#context, this.#confirm))) return;
    // A second click while it was asked.
    if (this.#running !== undefined) return;
    const running = new AbortController();
    this.#running = running;
    this.#result = undefined;
    this.#progress = { done: 0, of: prepared.samples.length, spentUsd: 0 };
    this.#send();
    try {
      const outcome = await startRun(prepared, this.#context, running.signal, progress => {
        this.#progress = progress;
        this.#send();
      });
      await this.#finish(prepared, outcome);
    } finally {
      this.#running = undefined;
      this.#progress = undefined;
      this.#send();
    }
  }

  async #prepare(): Promise<PreparedRun | string> {
    const loaded = this.#loaded;
    if (loaded === undefined || !('plan' in loaded)) return loaded?.refused ?? 'Choose a call first.';
    const [today, changed] = [this.#routeOf('today'), this.#routeOf('changed')];
    if (today === undefined || changed === undefined) return 'There is nobody to ask. Set promptfare.verify.endpoints.';
    const samples = this.#samples?.samples ?? [];
    if (samples.length === 0) return this.#samples?.problems[0] ?? 'There are no samples. Type some in, or choose a file.';
    const { plan, target } = loaded;
    const criterion = this.#state.criterion ?? loaded.criterion;
    const { judge } = this.#state;
    if (criterion === 'judge' && judge.trim() === '') return 'Name the model that is to judge.';
    const ask = { about: 'bounds' as const, plan, samples, ...(criterion === 'judge' ? { judge: judge.trim() } : {}) };
    const answered = await this.#context.service.requests.trial(target.uri, ask, PATIENCE_MS);
    if (answered === undefined || !('bounds' in answered)) return 'What it will cost could not be worked out in time. Try fewer samples.';
    const routes = { today, changed };
    const bounds = limitable({ plan, routes }, answered);
    if (typeof bounds === 'string') return bounds;
    const limitUsd = this.#state.limitUsd ?? this.#context.settings.current.verify.limitUsd;
    const run = { plan, samples, state: this.#state, criterion, limitUsd, routes, bounds };
    if (criterion !== 'judge') return run;
    const facts = answered.judge?.facts;
    if (facts?.price === undefined) return `What ${judge.trim()} costs is not known, so it can’t judge within a limit.`;
    const { settings, extensionUri } = this.#context;
    const route = endpointRoute(facts.provider, { settings: settings.current.verify, key: this.#key, extensionPath: extensionUri.fsPath });
    return route === undefined ? noRoute(facts.provider) : { ...run, judge: { route, facts } };
  }

  async #finish(run: PreparedRun, outcome: Awaited<ReturnType<typeof startRun>>): Promise<void> {
    const { plan, samples, state, criterion, bounds } = run;
    const pairs: ComparedPair[] = [];
    for (const pair of outcome.pairs) {
      // Comparing long answers takes a while, in which the editor has to live on.
      await nextTurn();
      pairs.push(comparePair(pair, criterion, compareAnswers));
    }
    const summary = summarise(pairs, state.bar);
    const { numerals } = this.#context;
    const shown = resultView(
      summary,
      pairs,
      samples.map(sample => Object.values(sample).join(' · ')),
      numerals,
    );
    const { target } = this.#loaded ?? {};
    const folder = target && vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(target.uri));
    let saved = 'It was not saved: the file is in no folder of the workspace.';
    if (summary.compared === 0) saved = 'It was not saved: nothing could be compared.';
    else if (target !== undefined && folder !== undefined)
      saved = await saveVerification(
        folder.uri,
        resultOfRun({
          plan,
          path: path.posix.relative(folder.uri.path, vscode.Uri.parse(target.uri).path),
          identity: target.identity,
          at: new Date(),
          ...(plan.change === 'request' ? { title: target.title } : {}),
          criterion,
          summary,
          pairs,
          bounds,
          spentUsd: outcome.spentUsd,
          keepsAnswers: state.keepsAnswers,
        }),
      );
    const spent = numerals.usd({ value: outcome.spentUsd, low: outcome.spentUsd, high: outcome.spentUsd, basis: 'measured', why: '' });
    this.#result = {
      ...shown,
      ...(outcome.stopped === undefined ? {} : { stopped: `It ended early: ${outcome.stopped}` }),
      saved: `${spent} spent. ${saved}`,
    };
  }

  #tell(problem: string): void {
    this.#problem = problem;
    this.#send();
  }

  #send(): void {
    const view = this.#view();
    const message: ToVerify = { type: 'view', ...(view === undefined ? {} : { view }) };
    this.#page.send(message);
  }

  #view(): VerifyView | undefined {
    const loaded = this.#loaded;
    if (loaded === undefined) return undefined;
    const { target } = loaded;
    const { numerals, settings } = this.#context;
    const progress = this.#progress;
    const found = this.#samples;
    const plan = 'plan' in loaded ? loaded.plan : undefined;
    const symbol = target.identity.slice(0, target.identity.lastIndexOf('/'));
    return {
      title: symbol === '' ? path.posix.basename(vscode.Uri.parse(target.uri).path) : symbol,
      path: vscode.workspace.asRelativePath(vscode.Uri.parse(target.uri)),
      change: target.title,
      ...('refused' in loaded ? { refused: loaded.refused } : {}),
      holes: plan?.holes ?? [],
      notes: plan?.notes ?? [],
      sides:
        'plan' in loaded
          ? (['today', 'changed'] as const).map(side => ({
              side,
              model: loaded.plan[side].request.model,
              routes: loaded.routes[side].map(({ id, label }) => ({ id, label })),
            }))
          : [],
      ...(found === undefined
        ? {}
        : {
            samples: {
              text: samplesText(found, this.#file),
              problems: [...(this.#problem === undefined ? [] : [this.#problem]), ...found.problems],
            },
          }),
      ...(progress === undefined
        ? {}
        : {
            progress: {
              done: progress.done,
              of: progress.of,
              text: `${progress.done} of ${progress.of}, ${numerals.usd({ value: progress.spentUsd, low: progress.spentUsd, high: progress.spentUsd, basis: 'measured', why: '' })} spent`,
            },
          }),
      ...(this.#result === undefined ? {} : { result: this.#result }),
      defaults: { limitUsd: settings.current.verify.limitUsd, criterion: 'plan' in loaded ? loaded.criterion : 'exact' },
    };
  }
}

function noRoute(provider: string): string {
  return `Nobody is known who serves models of ${provider}. Add its address to promptfare.verify.endpoints.`;
}

function samplesText({ samples, rows, usable }: ChosenSamples, file: string | undefined): string {
  const from = file === undefined ? '' : ` of ${path.basename(file)}`;
  if (rows === 0) return file === undefined ? 'No samples yet.' : `Nothing was read${from}.`;
  const lacking = rows === usable ? '' : `, ${(rows - usable).toLocaleString('en')} of ${rows.toLocaleString('en')} rows lack something`;
  return `${samples.length.toLocaleString('en')} of ${usable.toLocaleString('en')} samples${from}${lacking}.`;
}

/** Where a program reads the answer, its fields count; where a word is asked for, that word; else words in common are a first sign. */
function criterionFor({ today }: TrialPlan, task: string | undefined): Criterion {
  if (today.request.answerForm !== undefined) return 'fields';
  return /^(?:classification|routing|short answer)$/.test(task ?? '') ? 'exact' : 'similar';
}
