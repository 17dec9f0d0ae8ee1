import * as vscode from 'vscode';
import { isRefusal } from '../../core/source/edit';
import type { Criterion } from '../../core/verify/agreement';
import type { TrialPlan } from '../../core/verify/trial-plan';
import type { EndpointKey } from '../platform/endpoint-key';
import type { VerifyTarget } from '../platform/verify-target';
import type { WindowContext } from '../platform/window-context';
import { editorRoutes, endpointRoute, type Route } from './routes';

/** Counting the tokens of a thousand samples takes a while. */
export const PATIENCE_MS = 60_000;

/** Nothing of the scan is needed. */
export type VerifyContext = Omit<WindowContext, 'scan' | 'callers' | 'commands' | 'diff'>;

/** A change that can be verified, and who can be asked. */
export interface LoadedTrial {
  readonly target: VerifyTarget;
  readonly plan: TrialPlan;
  readonly routes: Readonly<Record<'today' | 'changed', readonly Route[]>>;
  readonly criterion: Criterion;
}

/** Why what was chosen can't be verified. */
interface RefusedTrial {
  readonly target: VerifyTarget;
  readonly refused: string;
}

export type Trial = LoadedTrial | RefusedTrial;

export function canRun(trial: Trial | undefined): trial is LoadedTrial {
  return trial !== undefined && 'plan' in trial;
}

/** Plans the comparison of what was chosen, on the text as it is now. */
export async function loadTrial(target: VerifyTarget, context: VerifyContext, key: Pick<EndpointKey, 'of'>): Promise<Trial> {
  const { service, settings, extensionUri } = context;
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
  const parts = { settings: settings.current.verify, key, extensionPath: extensionUri.fsPath };
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

export function noRoute(provider: string): string {
  return `Nobody is known who serves models of ${provider}. Add its address to promptfare.verify.endpoints.`;
}

/** Where a program reads the answer, its fields count; where a word is asked for, that word; else words in common are a first sign. */
function criterionFor({ today }: TrialPlan, task: string | undefined): Criterion {
  if (today.request.answerForm !== undefined) return 'fields';
  return /^(?:classification|routing|short answer)$/.test(task ?? '') ? 'exact' : 'similar';
}
