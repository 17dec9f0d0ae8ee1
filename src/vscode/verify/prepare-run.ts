import { amountQuantum } from '../../core/present/numerals';
import type { VerifyState } from '../../core/present/verify/state';
import type { ChosenSamples } from '../../core/verify/samples';
import type { EndpointKey } from '../platform/endpoint-key';
import { type LoadedTrial, noRoute, PATIENCE_MS, type VerifyContext } from './load-trial';
import { endpointRoute, type Route } from './routes';
import { limitable, type PreparedRun } from './verify-run';

/** What a person chose in the panel. */
export interface RunChoice {
  readonly trial: LoadedTrial;
  readonly state: VerifyState;
  readonly samples: ChosenSamples | undefined;
}

/** Who is asked on a side: as chosen, else the first who can be. */
export function chosenRoute({ routes }: LoadedTrial, state: VerifyState, side: 'today' | 'changed'): Route | undefined {
  const chosen = side === 'today' ? state.todayRoute : state.changedRoute;
  return routes[side].find(({ id }) => id === chosen) ?? routes[side][0];
}

/** Everything a run needs, with bounds of what it may cost; a sentence where something is missing. */
export async function prepareRun(choice: RunChoice, context: VerifyContext, key: Pick<EndpointKey, 'of'>): Promise<PreparedRun | string> {
  const { trial, state } = choice;
  const [today, changed] = [chosenRoute(trial, state, 'today'), chosenRoute(trial, state, 'changed')];
  if (today === undefined || changed === undefined) return 'There is nobody to ask. Set promptfare.verify.endpoints.';
  const samples = choice.samples?.samples ?? [];
  if (samples.length === 0) return choice.samples?.problems[0] ?? 'There are no samples. Type some in, or choose a file.';
  const { plan, target } = trial;
  const criterion = state.criterion ?? trial.criterion;
  const judge = state.judge.trim();
  if (criterion === 'judge' && judge === '') return 'Name the model that is to judge.';
  const ask = { about: 'bounds' as const, plan, samples, ...(criterion === 'judge' ? { judge } : {}) };
  const answered = await context.service.requests.trial(target.uri, ask, PATIENCE_MS);
  if (answered === undefined || !('bounds' in answered)) return 'What it will cost could not be worked out in time. Try fewer samples.';
  const routes = { today, changed };
  const bounds = limitable({ plan, routes }, answered);
  if (typeof bounds === 'string') return bounds;
  const { settings, extensionUri, numerals } = context;
  const { verify } = settings.current;
  const limitUsd = state.limitUsd ?? verify.limitUsd;
  const least = leastUsd(bounds);
  if (least > limitUsd)
    return `One sample may cost ${numerals.amount(least, amountQuantum(least))}, which is more than may be spent. Raise the limit.`;
  const run = { plan, samples, state, criterion, limitUsd, routes, bounds };
  if (criterion !== 'judge') return run;
  const facts = answered.judge?.facts;
  if (facts?.price === undefined) return `What ${judge} costs is not known, so it can’t judge within a limit.`;
  const route = endpointRoute(facts.provider, { settings: verify, key, extensionPath: extensionUri.fsPath });
  return route === undefined ? noRoute(facts.provider) : { ...run, judge: { route, facts } };
}

/** What the cheapest sample may cost on both sides, in US dollars. */
function leastUsd({ today = [], changed = [] }: PreparedRun['bounds']): number {
  const samples = Math.max(today.length, changed.length);
  const each = Array.from({ length: samples }, (_, index) => (today[index]?.worstUsd ?? 0) + (changed[index]?.worstUsd ?? 0));
  return samples === 0 ? 0 : Math.min(...each);
}
