import * as vscode from 'vscode';
import { errorText } from '../../core/error-text';
import type { ChosenFix } from '../../core/fixes/chosen-fix';
import { routingData, suggestedModels } from '../../core/present/routing/routing-data';
import type { FileSpend } from '../../core/present/spend';
import { withoutAbilities } from '../../core/present/without-abilities';
import type { ModelFacts } from '../../core/prices/model';
import { type FromRouting, fromRoutingSchema, type ToRouting } from '../../protocol/routing';
import { openDocument } from '../platform/analyses';
import { COMMANDS, INTERNAL_COMMANDS } from '../platform/command-names';
import { fileDocuments } from '../platform/file-documents';
import { makeFixes } from '../platform/make-fixes';
import type { PanelPage, PanelSession } from '../platform/panel';
import type { VerifyTarget } from '../platform/verify-target';
import type { WindowContext } from '../platform/window-context';

/** A scan reports file by file, and analyses come with each key. */
const REST_MS = 200;

/** Fills one page of the routing panel from the scan of the workspace and what open documents say now, and does what a person asks of it. */
export class RoutingSession implements PanelSession {
  readonly #context: WindowContext;
  readonly #page: PanelPage;
  readonly #subscriptions: readonly vscode.Disposable[];
  #models: readonly ModelFacts[] = [];
  #asked = '';
  #isReady = false;
  #rest: NodeJS.Timeout | undefined;

  constructor(context: WindowContext, page: PanelPage) {
    this.#context = context;
    this.#page = page;
    const { scan, service } = context;
    this.#subscriptions = [scan.onDidChange(() => this.#soon()), service.analyses.onDidChange(() => this.#soon())];
  }

  receive(message: unknown): void {
    const parsed = fromRoutingSchema.safeParse(message);
    if (!parsed.success) {
      this.#context.log.warn(`The routing panel sent what it should not: ${parsed.error.message}`);
      return;
    }
    this.#do(parsed.data).catch(error => {
      this.#context.log.error('The routing panel:', error);
      void vscode.window.showErrorMessage(`That didn't work: ${errorText(error)}`);
    });
  }

  dispose(): void {
    clearTimeout(this.#rest);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #do(message: FromRouting): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        if (this.#context.scan.state === 'none') this.#context.scan.scan();
        return this.#fill();
      case 'scan':
        return this.#context.scan.scan();
      case 'open':
        await vscode.commands.executeCommand(INTERNAL_COMMANDS.openPlace, message.at);
        return;
      case 'apply':
        return this.#apply(new Set(message.ids));
      case 'verify':
        return this.#verify(message.id);
      case 'export':
        await vscode.commands.executeCommand(COMMANDS.exportRouting);
        return;
    }
  }

  #soon(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.#fill(), REST_MS);
  }

  /** Unsaved changes count, so rows stand where their calls do. */
  #files(): readonly FileSpend[] {
    const { scan, service } = this.#context;
    return scan.files.map(file => {
      const document = openDocument(file.uri);
      const now = document && service.analyses.current(document);
      return now === undefined ? file : { ...file, quotes: now.quotes, findings: now.findings };
    });
  }

  async #fill(): Promise<void> {
    if (!this.#isReady) return;
    const { scan, service, log } = this.#context;
    const files = this.#files();
    const asked = [...suggestedModels(files)].sort().join('\n');
    if (asked !== this.#asked) {
      service.process.start();
      const found = await service.requests.modelFacts(asked.split('\n'));
      if (found === undefined) log.warn('The routing panel got no facts of the models that it suggests.');
      else this.#asked = asked;
      this.#models = found ?? this.#models;
    }
    const message: ToRouting = {
      type: 'data',
      data: routingData(files, scan.state, this.#models.map(withoutAbilities)),
      currency: this.#context.settings.current.currency,
    };
    this.#page.send(message);
  }

  async #verify(id: string): Promise<void> {
    const row = routingData(this.#files(), this.#context.scan.state, []).rows.find(each => each.id === id);
    const today = row?.workload.model;
    if (row?.suggestion === undefined || today === undefined) return;
    const target: VerifyTarget = {
      uri: row.at.uri,
      identity: row.identity,
      change: { kind: 'model', model: `${today.provider}/${row.suggestion}` },
      title: `${today.id} → ${row.suggestion}`,
    };
    await vscode.commands.executeCommand(INTERNAL_COMMANDS.verifyChange, target);
  }

  async #apply(ids: ReadonlySet<string>): Promise<void> {
    const { scan } = this.#context;
    const rows = routingData(this.#files(), scan.state, []).rows.filter(({ id }) => ids.has(id));
    const chosen = rows.flatMap(({ fix }) => fix ?? []);
    if (chosen.length === 0) {
      void vscode.window.showInformationMessage('None of these models can be written for you. The rows say why.');
      return;
    }
    const files = await fileDocuments([...new Set(chosen.map(({ uri }) => uri))]);
    const wanted = chosen.flatMap((fix): ChosenFix[] => {
      const file = files.find(({ uri }) => uri === fix.uri);
      return file === undefined ? [] : [{ ...fix, uri: file.document.uri.toString() }];
    });
    const documents = files.map(({ document }) => document);
    const made = await makeFixes(this.#context, { documents, wanted, onlyInDocuments: false }, 'Preparing the change of models');
    if (made === 0) void vscode.window.showInformationMessage('Nothing was changed.');
  }
}
