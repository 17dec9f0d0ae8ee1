import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import { modelRow } from '../../core/present/model-rows';
import { findSite, tellNoSite } from '../platform/call-sites';
import { COMMANDS, INTERNAL_COMMANDS } from '../platform/command-names';
import { EndpointKey } from '../platform/endpoint-key';
import { Panel } from '../platform/panel';
import type { VerifyTarget } from '../platform/verify-target';
import type { WindowContext } from '../platform/window-context';
import { registerVerifyActions } from './verify-actions';

const SEND = 'Send';
const KIND = { viewType: 'promptfare.verify', title: 'Verify a Change', icon: 'panel.svg' } as const;

/** Runs a request as it stands and as it would be, side by side on samples. */
export function registerVerify(context: WindowContext, secrets: vscode.SecretStorage): vscode.Disposable {
  const key = new EndpointKey(secrets);
  const changed = new vscode.EventEmitter<void>();
  let current: VerifyTarget | undefined;
  const targets = {
    get current() {
      return current;
    },
    onDidChange: changed.event,
  };
  const confirm = async (message: string, detail: string) =>
    (await vscode.window.showInformationMessage(message, { modal: true, detail }, SEND)) === SEND;
  const load = () => loadVerify(context.extensionUri.fsPath);
  const panel = new Panel(KIND, context.extensionUri, page => new (load().VerifySession)(context, { key, targets, confirm }, page));
  const show = (target: VerifyTarget) => {
    current = target;
    panel.show();
    changed.fire();
  };
  return vscode.Disposable.from(
    changed,
    panel,
    vscode.commands.registerCommand(INTERNAL_COMMANDS.verifyChange, async (...offered: VerifyTarget[]) => {
      const target = await chooseChange(offered);
      if (target !== undefined) show(target);
    }),
    vscode.commands.registerCommand(COMMANDS.verifyModel, async (given: unknown) => {
      const found = await findSite(context.service, given);
      if (found === undefined) return tellNoSite(context.service);
      const { document, quote } = found;
      const today = quote.model;
      if (today === undefined) {
        void vscode.window.showInformationMessage(
          'Which model this call goes to is not known, so there is nothing to compare another with.',
        );
        return;
      }
      const model = await chooseModel(context, today.provider, quote.advice?.suggestion?.id, today.id);
      if (model === undefined) return;
      const title = `${today.id} → ${model.slice(model.indexOf('/') + 1)}`;
      show({ uri: document.uri.toString(), identity: quote.site.identity, change: { kind: 'model', model }, title });
    }),
    registerVerifyActions(context),
  );
}

async function chooseChange(offered: readonly VerifyTarget[]): Promise<VerifyTarget | undefined> {
  if (offered.length < 2) return offered[0];
  const items = offered.map(target => ({ label: target.title, target }));
  const placeHolder = 'Which fix is to be compared with the code as it stands? Hosts and price come before anything is sent';
  return (await vscode.window.showQuickPick(items, { title: 'Verify a Fix on Samples', placeHolder }))?.target;
}

/** The one that is suggested comes first. */
async function chooseModel(
  { service, numerals }: WindowContext,
  provider: string,
  suggestion: string | undefined,
  today: string,
): Promise<string | undefined> {
  const models = (await service.requests.models()) ?? [];
  const rank = ({ id, provider: seller }: { readonly id: string; readonly provider: string }) =>
    id === suggestion && seller === provider ? 0 : seller === provider ? 1 : 2;
  const items = models
    // What bills no output gives no answer to compare.
    .filter(({ id, provider: seller, outputUsd = 0 }) => outputUsd > 0 && !(id === today && seller === provider))
    // Within a rank in the catalogue's order: the newest first.
    .sort((one, other) => rank(one) - rank(other))
    .map(choice => {
      const { label, description } = modelRow(choice, numerals);
      return {
        label,
        description: rank(choice) === 0 ? `suggested · ${description}` : description,
        model: `${choice.provider}/${choice.id}`,
      };
    });
  const title = 'Verify Another Model for This Call';
  const placeHolder = `Which model is to be compared with ${today}? Hosts and price come before anything is sent`;
  return (await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDescription: true }))?.model;
}

/** A bundle of its own: few ever need it. */
function loadVerify(extensionPath: string): typeof import('../verify/index') {
  return createRequire(path.join(extensionPath, 'dist', 'index.js'))('./verify') as typeof import('../verify/index');
}
