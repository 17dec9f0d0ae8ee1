import type { ModelFacts } from '../../prices/model';
import type { Estimate } from '../../quote/basis';
import { breakEvenEscalationRate, type Strategy, strategyCost } from '../../routing/strategies';
import type { Workload } from '../../spend/workload';
import { totalText, writtenUsd } from '../estimator/money';
import type { Numerals } from '../numerals';
import { leftAside, unlikeTheSideBar } from '../unlike-the-side-bar';
import type { RoutingData, RoutingRow } from './data';
import type { RoutingState } from './state';

export interface RoutingView {
  /** One sentence on all calls. */
  readonly headline: string;
  /** What the sums rest on, and what they leave out, a sentence each. */
  readonly notes: readonly string[];
  /** Classes that occur. */
  readonly tasks: readonly string[];
  readonly rows: readonly ShownRow[];
  /** Undefined: nothing is selected that could be routed. */
  readonly selection?: SelectionView;
  /** Ids of all rows in sight that have a suggestion. */
  readonly routable: readonly string[];
}

export interface ShownRow {
  readonly row: RoutingRow;
  readonly isSelected: boolean;
  readonly today: string;
  readonly after: string;
  /** `1/20`; empty: nothing is suggested, or something has no price. */
  readonly ratio: string;
  readonly basis: string;
  readonly savesUsd: number;
  /** Undefined: it has no price. */
  readonly todayUsd: number | undefined;
}

export interface SelectionView {
  readonly calls: number;
  readonly today: string;
  readonly after: string;
  readonly saves: string;
  /** `a month` or `for 1,000 of each call`. */
  readonly per: string;
  readonly basis: string;
  readonly latency: string;
  /** Rows that can be written at once. */
  readonly fixable: number;
  /** For a cascade: the share of escalated calls at which it costs what today's models cost. Undefined: it has no price. */
  readonly breakEven?: number;
  readonly breakEvenText: string;
  /** Cost by escalation rate, for the drawing; empty for other strategies. */
  readonly curve: readonly { readonly rate: number; readonly usd: number }[];
  readonly todayUsd: number;
}

/** What the panel shows. Every sum is worked out by the model of spend, of the same calls as the rows. */
export function routingView(data: RoutingData, state: RoutingState, numerals: Numerals): RoutingView {
  const find = (id: string) => data.models.find(model => model.id === id);
  const selected = new Set(state.selected);
  const all = data.rows.map(row => shownRow(row, selected.has(row.id), find, numerals));
  const rows = all.filter(({ row }) => isWanted(row, state)).sort(ORDERS[state.sort]);
  const routed = data.rows.filter(({ suggestion }) => suggestion !== undefined);
  const picked = routed.filter(({ id }) => selected.has(id));
  const selection = selectionView(picked, state, find, numerals);
  return {
    headline: headline(data.rows, routed, find, numerals),
    notes: notesOf(data, numerals),
    tasks: [...new Set(data.rows.map(({ task }) => task))].sort(),
    rows,
    ...(selection === undefined ? {} : { selection }),
    routable: rows.flatMap(({ row }) => (row.suggestion === undefined ? [] : [row.id])),
  };
}

type FindModel = (id: string) => ModelFacts | undefined;

function shownRow(row: RoutingRow, isSelected: boolean, find: FindModel, numerals: Numerals): ShownRow {
  const { today, after } = costOf([row], { kind: 'static' }, find);
  const isPriced = row.workload.model !== undefined;
  const isRouted = isPriced && row.suggestion !== undefined;
  const ratio = isRouted && after.value > 0 ? today.value / after.value : 0;
  return {
    row,
    isSelected,
    today: isPriced ? totalText(today, numerals) : 'unknown',
    after: isRouted ? totalText(after, numerals) : '',
    ratio: ratio === 0 ? '' : `1/${ratio >= 10 ? Math.round(ratio) : Math.round(ratio * 10) / 10}`,
    basis: isPriced ? `${today.basis}: ${today.why}` : row.workload.whyUnpriced,
    savesUsd: isRouted ? today.value - after.value : 0,
    todayUsd: isPriced ? today.value : undefined,
  };
}

function isWanted({ label, path, task, suggestion, model }: RoutingRow, state: RoutingState): boolean {
  if (state.task !== '' && task !== state.task) return false;
  if (state.shown === 'suggested' && suggestion === undefined) return false;
  if (state.shown === 'unclear' && task !== 'unclear') return false;
  const text = [label, path, task, suggestion ?? '', model].join(' ').toLowerCase();
  return state.search
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word));
}

const byCall = (a: ShownRow, b: ShownRow) => a.row.path.localeCompare(b.row.path) || a.row.at.start - b.row.at.start;
const ORDERS: Readonly<Record<RoutingState['sort'], (a: ShownRow, b: ShownRow) => number>> = {
  // Where nothing is saved, what costs most is worth a look before what nobody knows the price of.
  saving: (a, b) => b.savesUsd - a.savesUsd || (b.todayUsd ?? -1) - (a.todayUsd ?? -1) || byCall(a, b),
  ratio: (a, b) => ratioOf(b) - ratioOf(a) || byCall(a, b),
  call: byCall,
  task: (a, b) => a.row.task.localeCompare(b.row.task) || byCall(a, b),
};

function ratioOf({ ratio }: ShownRow): number {
  return Number(ratio.slice(2));
}

function headline(rows: readonly RoutingRow[], routed: readonly RoutingRow[], find: FindModel, numerals: Numerals): string {
  if (routed.length === 0) return `${count(rows.length)} looked at: none has a cheaper model that is known to do.`;
  const { today, after } = costOf(routed, { kind: 'static' }, find);
  return `${routed.length} of ${count(rows.length)} could go to a smaller model: ${totalText(today, numerals)} → ${totalText(after, numerals)} ${perOf(routed)}.`;
}

function notesOf({ rows, withoutCap, aside }: RoutingData, numerals: Numerals): readonly string[] {
  const priced = workloadsOf(rows).filter(({ model, callsPerMonth }) => model !== undefined && callsPerMonth === undefined);
  return [...(priced.length === 0 ? [] : unlikeTheSideBar(withoutCap, priced, numerals)), ...leftAside(aside, numerals)];
}

function count(calls: number): string {
  return calls === 1 ? '1 call' : `${calls} calls`;
}

type Shared = Pick<Strategy, 'kind'> &
  Partial<Omit<Extract<Strategy, { kind: 'dynamic' }>, 'kind'>> &
  Partial<Omit<Extract<Strategy, { kind: 'cascade' }>, 'kind'>>;

/** Each row with its own suggestion. Where not all state their traffic, 1,000 calls of each are compared. */
function costOf(rows: readonly RoutingRow[], strategy: Shared, find: FindModel): { readonly today: Estimate; readonly after: Estimate } {
  return strategyCost(workloadsOf(rows), strategyOf(rows, strategy), find);
}

function workloadsOf(rows: readonly RoutingRow[]): readonly Workload[] {
  if (isMonthly(rows)) return rows.map(({ workload }) => workload);
  return rows.map(({ workload: { callsPerMonth: _, ...workload } }) => workload);
}

function isMonthly(rows: readonly RoutingRow[]): boolean {
  return rows.every(({ workload }) => workload.callsPerMonth !== undefined);
}

function perOf(rows: readonly RoutingRow[]): string {
  if (isMonthly(rows)) return 'a month';
  return rows.length === 1 ? 'for 1,000 calls' : 'for 1,000 of each call';
}

function strategyOf(rows: readonly RoutingRow[], shared: Shared) {
  const models = new Map(rows.map(({ workload, suggestion }) => [workload.id, suggestion]));
  const { easyShare = 0, classifierUsdPerThousandCalls = 0, escalationRate = 0, scorerUsdPerThousandCalls = 0 } = shared;
  return ({ id }: Workload): Strategy | undefined => {
    const model = models.get(id);
    if (model === undefined) return undefined;
    if (shared.kind === 'static') return { kind: 'static', model };
    if (shared.kind === 'dynamic') return { kind: 'dynamic', model, easyShare, classifierUsdPerThousandCalls };
    return { kind: 'cascade', model, escalationRate, scorerUsdPerThousandCalls };
  };
}

const CURVE_STEPS = 10;

function selectionView(rows: readonly RoutingRow[], state: RoutingState, find: FindModel, numerals: Numerals): SelectionView | undefined {
  if (rows.length === 0) return undefined;
  const { easyShare, classifierUsd, classifierMs, escalationRate, scorerUsd } = state;
  const shared: Shared = {
    kind: state.strategy,
    easyShare,
    classifierUsdPerThousandCalls: classifierUsd,
    escalationRate,
    scorerUsdPerThousandCalls: scorerUsd,
  };
  const { today, after } = costOf(rows, shared, find);
  const isCascade = state.strategy === 'cascade';
  const breakEven = isCascade
    ? breakEvenEscalationRate(workloadsOf(rows), rate => strategyOf(rows, { ...shared, escalationRate: rate }), find)
    : undefined;
  const rates = isCascade ? Array.from({ length: CURVE_STEPS + 1 }, (_, step) => step / CURVE_STEPS) : [];
  const saved = today.value - after.value;
  return {
    calls: rows.length,
    today: totalText(today, numerals),
    after: totalText(after, numerals),
    saves: `${saved < 0 ? 'costs' : 'saves'} ${writtenUsd({ ...today, value: Math.abs(saved), low: Math.abs(saved), high: Math.abs(saved) }, numerals)}`,
    per: perOf(rows),
    basis: `${after.basis}: ${after.why}`,
    latency: latencyText(state.strategy, classifierMs),
    fixable: rows.filter(({ fix }) => fix !== undefined).length,
    ...(breakEven === undefined ? {} : { breakEven }),
    breakEvenText: isCascade ? breakEvenText(breakEven) : '',
    curve: rates.map(rate => ({ rate, usd: costOf(rows, { ...shared, escalationRate: rate }, find).after.value })),
    todayUsd: today.value,
  };
}

function latencyText(strategy: RoutingState['strategy'], classifierMs: number): string {
  if (strategy === 'static') return 'No call waits for another.';
  if (strategy === 'dynamic') return `Each call waits ${classifierMs} ms for the classifier.`;
  return 'Escalated calls wait for two answers and the scorer.';
}

function breakEvenText(rate: number | undefined): string {
  if (rate === undefined) return '';
  if (rate <= 0) return 'It never pays: the first answers and their scoring cost more than today’s models alone.';
  return `It pays while fewer than ${Math.floor(rate * 100)}% of the calls are escalated.`;
}
