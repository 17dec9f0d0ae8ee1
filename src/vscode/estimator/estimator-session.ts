import * as vscode from 'vscode';
import { errorText } from '../../core/error-text';
import { comparableModels, estimatorData } from '../../core/present/estimator/estimator-data';
import type { ModelFacts } from '../../core/prices/model';
import { type Scenario, scenarioSchema } from '../../core/spend/scenario';
import { stateScenario } from '../../core/workspace-file/edit-workspace-file';
import { readWorkspaceFile } from '../../core/workspace-file/read-workspace-file';
import { type FromEstimator, fromEstimatorSchema, type ToEstimator } from '../../protocol/estimator';
import type { ImportedUsage } from '../../protocol/usage';
import { changeWorkspaceFile } from '../platform/change-workspace-file';
import { COMMANDS, INTERNAL_COMMANDS } from '../platform/command-names';
import type { MeasuredCalls } from '../platform/measured-calls';
import type { PanelPage, PanelSession } from '../platform/panel';
import type { WindowContext } from '../platform/window-context';
import type { WorkspaceFileTexts } from '../platform/workspace-file-texts';
import { saveFile } from './save-file';

/** A scan reports file by file. */
const REST_MS = 200;

/** Fills one page of the estimator from the scan of the workspace, and does what a person asks of it. */
export class EstimatorSession implements PanelSession {
  readonly #context: WindowContext;
  readonly #files: WorkspaceFileTexts;
  readonly #measured: MeasuredCalls;
  readonly #page: PanelPage;
  readonly #subscriptions: readonly vscode.Disposable[];
  readonly #named = new Set<string>();
  #models: readonly ModelFacts[] = [];
  #asked = '';
  #isReady = false;
  #rest: NodeJS.Timeout | undefined;

  constructor(context: WindowContext, files: WorkspaceFileTexts, measured: MeasuredCalls, page: PanelPage) {
    this.#context = context;
    this.#files = files;
    this.#measured = measured;
    this.#page = page;
    this.#subscriptions = [
      context.scan.onDidChange(() => this.#soon()),
      files.onDidChange(() => this.#soon()),
      context.settings.onDidChange(() => this.#soon()),
    ];
  }

  receive(message: unknown): void {
    const parsed = fromEstimatorSchema.safeParse(message);
    if (!parsed.success) {
      this.#context.log.warn(`The estimator sent what it should not: ${parsed.error.message}`);
      return;
    }
    this.#do(parsed.data).catch(error => {
      this.#context.log.error('The estimator:', error);
      void vscode.window.showErrorMessage(`That didn't work: ${errorText(error)}`);
    });
  }

  dispose(): void {
    clearTimeout(this.#rest);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #do(message: FromEstimator): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        if (this.#context.scan.state === 'none') this.#context.scan.scan();
        await this.#files.load();
        return this.#fill();
      case 'scan':
        return this.#context.scan.scan();
      case 'import-usage':
        await vscode.commands.executeCommand(COMMANDS.importUsage);
        return;
      case 'open':
        await vscode.commands.executeCommand(INTERNAL_COMMANDS.openPlace, message.at);
        return;
      case 'find-model':
        this.#named.add(message.id);
        return this.#fill();
      case 'save-scenario':
        return this.#write(message.name, message.scenario);
      case 'delete-scenario':
        return this.#write(message.name, undefined);
      case 'share-scenario':
        return saveFile(message.name, 'json', 'Scenario', `${JSON.stringify({ name: message.name, ...message.scenario }, undefined, 2)}\n`);
      case 'take-scenario':
        return this.#take();
      case 'export':
        return saveFile('spend-estimate', ENDINGS[message.format], message.format.toUpperCase(), message.text);
    }
  }

  #soon(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.#fill(), REST_MS);
  }

  async #fill(): Promise<void> {
    if (!this.#isReady) return;
    const { scan, service, log } = this.#context;
    const files = this.#files.texts.map(({ text }) => readWorkspaceFile(text).file);
    const scenarios: Record<string, Scenario> = Object.assign({}, ...files.map(file => file.scenarios ?? {}));
    const ids = [...comparableModels(scan.files), ...modelsIn(scenarios), ...this.#named];
    const asked = [...new Set(ids)].sort().join('\n');
    if (asked !== this.#asked) {
      service.process.start();
      const found = await service.requests.modelFacts(asked.split('\n'));
      if (found === undefined) log.warn('The estimator got no facts of models to compare.');
      else this.#asked = asked;
      this.#models = found ?? this.#models;
    }
    const day = new Date().toISOString().slice(0, 10);
    const tasks = scan.outcomes.flatMap(outcome => outcome.tasks);
    const usage = this.#measured.imported;
    const period = this.#context.settings.current.estimatedPeriod;
    const known = { scan: scan.state, models: this.#models, scenarios, tasks, period, day };
    const data = estimatorData(scan.files, { ...known, ...(usage === undefined ? {} : { usage: withoutCalls(usage) }) });
    this.#send({ type: 'data', data, currency: this.#context.settings.current.currency });
  }

  async #write(name: string, scenario: Scenario | undefined): Promise<void> {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (folder === undefined) throw new Error('Scenarios are kept in promptfare.json: open a folder first.');
    await changeWorkspaceFile(folder, text => stateScenario(text, name, scenario));
  }

  async #take(): Promise<void> {
    const [uri] = (await vscode.window.showOpenDialog({ filters: { Scenario: ['json'] }, title: 'Open a Shared Scenario' })) ?? [];
    if (uri === undefined) return;
    const { name, ...rest }: Record<string, unknown> = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
    const parsed = scenarioSchema.safeParse(rest);
    if (!parsed.success || typeof name !== 'string' || name === '')
      throw new Error(
        `${vscode.workspace.asRelativePath(uri)} is no scenario${parsed.error === undefined ? '' : `: ${parsed.error.issues[0]?.message}`}`,
      );
    this.#send({ type: 'scenario', name, scenario: parsed.data });
  }

  #send(message: ToEstimator): void {
    this.#page.send(message);
  }
}

const ENDINGS = { csv: 'csv', markdown: 'md', json: 'json', svg: 'svg' } as const;

/** Calls come with their quotes. */
function withoutCalls({ version: _, stopped: _stopped, calls: _calls, ...usage }: ImportedUsage) {
  return usage;
}

function modelsIn(scenarios: Readonly<Record<string, Scenario>>): readonly string[] {
  const levers = Object.values(scenarios).flatMap(({ levers: all, features }) => [
    ...(all === undefined ? [] : [all]),
    ...Object.values(features ?? {}),
  ]);
  return levers.flatMap(({ routing = [], dynamicRouting, cascade, history }) => [
    ...routing.map(({ model }) => model),
    ...(dynamicRouting === undefined ? [] : [dynamicRouting.model]),
    ...(cascade === undefined ? [] : [cascade.model]),
    ...(history?.strategy === 'summary' && history.model !== undefined ? [history.model] : []),
  ]);
}
