import type { QuoteSettings } from '../quote/settings';
import { setOfRule } from '../rules/options';
import { pathOf } from '../source/formats/select/globs';
import type { Uri } from '../source/span';
import type { Stated as Amount } from '../spend/stated';
import { featureOf, type NamedCall, readSelector, selectorMatcher } from './call-selector';
import type { SaidOfCalls, WorkspaceFile } from './file-schema';

/** What a workspace file says of the calls below its folder. All values. */
export interface Stated extends Pick<WorkspaceFile, 'traffic' | 'features' | 'calls' | 'tasks' | 'budgets'> {
  readonly folder: Uri;
}

/** What is said of one call, by all entries that mean it. */
export interface SaidOfCall extends SaidOfCalls {
  readonly feature?: string;
  /** Where the calls a day are stated: `"feature:support"`, `task "ticket"`. */
  readonly trafficBy?: string;
  /** What entries that name this very call say its budget is, not those of files, features and all calls. */
  readonly ownBudget?: SaidOfCalls['budget'];
  /** Days of a month on which calls are made. */
  readonly daysPerMonth?: number | undefined;
}

/** Undefined for files in no folder that has a workspace file. */
export type SaidOf = (uri: Uri, identity: string) => SaidOfCall | undefined;

/** The user's settings with what a folder's file says: of what belongs to the repository, the file's word counts. */
export function settingsWithFile(settings: QuoteSettings, file: WorkspaceFile, folder: Uri): QuoteSettings {
  const { referenceModel, rules = {}, traffic, features, calls, tasks, budgets } = file;
  const set = Object.entries(rules).flatMap(([rule, setting]) => (setting === undefined ? [] : [[rule, setOfRule(setting)] as const]));
  return {
    ...settings,
    ...(referenceModel === undefined ? {} : { referenceModel }),
    severities: { ...settings.severities, ...Object.fromEntries(set.map(([rule, { severity }]) => [rule, severity])) },
    ruleOptions: {
      ...settings.ruleOptions,
      ...Object.fromEntries(set.flatMap(([rule, { options }]) => (options === undefined ? [] : [[rule, options]]))),
    },
    stated: { folder, traffic, features, calls, tasks, budgets },
  };
}

/** A path from a folder on, decoded; undefined for a file elsewhere. */
export function pathIn(folder: Uri, uri: Uri): string | undefined {
  const root = `${pathOf(folder).replace(/(?<!\/)\/+$/, '')}/`;
  const path = pathOf(uri);
  if (root === '/') return path;
  return path.startsWith(root) ? path.slice(root.length) : undefined;
}

/** Answers for each call what a workspace file says of it. */
export function saidOfCalls(stated: Stated | undefined): SaidOf {
  if (stated === undefined) return () => undefined;
  const { folder, features = {}, calls = {}, tasks = {}, budgets = {}, traffic = {} } = stated;
  const matches = selectorMatcher(features);
  // What is more to the point comes later, and counts.
  const entries = Object.entries(calls).sort(([one], [other]) => rank(one) - rank(other));
  return (uri, identity) => {
    const path = pathIn(folder, uri);
    if (path === undefined) return undefined;
    const call: NamedCall = { path, identity };
    const feature = featureOf(features, matches, call);
    const said = entries.filter(([selector]) => matches(selector, call)).reduce<SaidOfCall>(together, traffic);
    const byTasks = said.callsPerDay === undefined ? trafficOfTasks(tasks, selector => matches(selector, call)) : {};
    const perCall = said.budget?.usdPerCall ?? ofFeature(budgets.features, feature)?.usdPerCall ?? budgets.usdPerCall;
    return {
      ...said,
      ...byTasks,
      ...(feature === undefined ? {} : { feature }),
      ...(perCall === undefined ? {} : { budget: { ...said.budget, usdPerCall: perCall } }),
    };
  };
}

function ofFeature<T>(byFeature: Readonly<Record<string, T>> | undefined, feature: string | undefined): T | undefined {
  return byFeature !== undefined && feature !== undefined && Object.hasOwn(byFeature, feature) ? byFeature[feature] : undefined;
}

function rank(selector: string): number {
  const read = readSelector(selector);
  if (read.kind === 'glob') return 0;
  if (read.kind === 'feature') return 1;
  return read.path === undefined ? 2 : 3;
}

function namesCall(selector: string): boolean {
  return rank(selector) >= 2;
}

function together(earlier: SaidOfCall, [selector, later]: readonly [string, SaidOfCalls]): SaidOfCall {
  return {
    ...earlier,
    ...later,
    ...(later.callsPerDay === undefined ? {} : { trafficBy: JSON.stringify(selector) }),
    ...(earlier.holes === undefined ? {} : { holes: { ...earlier.holes, ...later.holes } }),
    ...(earlier.budget === undefined ? {} : { budget: { ...earlier.budget, ...later.budget } }),
    ...(later.budget === undefined || !namesCall(selector) ? {} : { ownBudget: { ...earlier.ownBudget, ...later.budget } }),
  };
}

type Tasks = NonNullable<WorkspaceFile['tasks']>;

function trafficOfTasks(tasks: Tasks, means: (selector: string) => boolean): Pick<SaidOfCall, 'callsPerDay' | 'trafficBy'> {
  const shares = Object.entries(tasks).flatMap(([task, { calls, retries = 0, tasksPerDay }]) => {
    const perTask = Object.entries(calls).reduce((total, [selector, count]) => total + (means(selector) ? count : 0), 0);
    if (tasksPerDay === undefined || perTask === 0) return [];
    const [low, high] = endsOf(tasksPerDay);
    const factor = perTask * (1 + retries);
    return [{ task, low: low * factor, high: high * factor }];
  });
  if (shares.length === 0) return {};
  const low = shares.reduce((total, share) => total + share.low, 0);
  const high = shares.reduce((total, share) => total + share.high, 0);
  return { callsPerDay: [low, high], trafficBy: shares.map(({ task }) => `task ${JSON.stringify(task)}`).join(', ') };
}

export function endsOf(amount: Amount): readonly [low: number, high: number] {
  return typeof amount === 'number' ? [amount, amount] : amount;
}
