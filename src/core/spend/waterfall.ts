import type { ModelFacts } from '../prices/model';
import { type Basis, type Estimate, weakest } from '../quote/basis';
import { basisOf, hasOpenEnd } from './basis-of';
import { type AtCorners, atCorners, CORNERS, spanned } from './corners';
import { LEVER_ORDER, type LeverName, leversUpTo } from './lever-order';
import type { Levers } from './scenario';
import { type PartsUsd, partsUsd } from './spend';
import { usableLevers } from './usable-levers';
import { bySpendPart, INPUT_PARTS, OUTPUT_PARTS, type RequestPart, SPEND_PARTS, type SpendPart, type Workload } from './workload';

/** Money of a month, or of 1,000 calls, and the parts that add up to it. US dollars. */
export interface Spend {
  readonly usd: Estimate;
  readonly parts: Readonly<Record<SpendPart, Estimate>>;
}

interface Step {
  readonly lever: LeverName;
  /** What it takes off what the levers before it left; below zero where it costs more than it saves. */
  readonly savesUsd: Estimate;
  readonly leavesUsd: Estimate;
}

interface Waterfall {
  readonly today: Spend;
  /** In the order in which levers count; only those that are pulled. Their values add up to today − after. */
  readonly steps: readonly Step[];
  readonly after: Spend;
}

/** One workload's share of it. */
interface WorkloadSpend {
  readonly workload: Workload;
  readonly todayUsd: Estimate;
  readonly afterUsd: Estimate;
  readonly notes: readonly string[];
}

interface Unpriced {
  readonly workload: Workload;
  readonly why: string;
}

export interface SpendOfAll extends Waterfall {
  readonly priced: readonly WorkloadSpend[];
  readonly unpriced: readonly Unpriced[];
}

const REQUEST_PARTS: readonly RequestPart[] = [...INPUT_PARTS, ...OUTPUT_PARTS];

type FindModel = (id: string) => ModelFacts | undefined;

/** What was worked out before, by workload and levers. It belongs to one `find`, and goes when the workloads go. */
export type SpendMemory = WeakMap<Workload, Map<string, AtCorners<Listed> | string>>;

/** What workloads cost together, today and with a scenario's levers. What has no price is left out and named. */
export function spendOfAll(
  workloads: readonly Workload[],
  leversOf: (workload: Workload) => Levers,
  find: FindModel,
  memory: SpendMemory = new WeakMap(),
): SpendOfAll {
  const priced: Counted[] = [];
  const unpriced: Unpriced[] = [];
  for (const workload of workloads) {
    const counted = count(workload, leversOf(workload), find, memory);
    if ('why' in counted) unpriced.push(counted);
    else priced.push(counted);
  }
  const pulled = LEVER_ORDER.filter(lever => priced.some(each => each.after.has(lever)));
  return {
    ...waterfallOf(priced, pulled),
    priced: priced.map(each => ({
      workload: each.workload,
      todayUsd: usdAt(each.today, each.groundsToday),
      afterUsd: usdAt(last(each), each.groundsAfter),
      notes: each.notes,
    })),
    unpriced,
  };
}

/** What is left after each lever, at each corner. */
interface Counted {
  readonly workload: Workload;
  readonly notes: readonly string[];
  readonly today: AtCorners<Listed>;
  readonly after: ReadonlyMap<LeverName, AtCorners<Listed>>;
  readonly groundsToday: Grounds;
  readonly groundsAfter: Grounds;
}

interface Grounds {
  readonly basis: Basis;
  readonly why: string;
  /** Parts of which there is more than anybody knows. */
  readonly open: readonly RequestPart[];
}

function count(workload: Workload, asked: Levers, find: FindModel, memory: SpendMemory): Counted | Unpriced {
  const { levers, notes } = usableLevers(workload, asked, find);
  const today = atAllCorners(workload, {}, find, memory);
  if (typeof today === 'string') return { workload, why: today };
  const after = new Map<LeverName, AtCorners<Listed>>();
  const paid: string[] = [];
  let before = today;
  for (const lever of LEVER_ORDER) {
    if (levers[lever] === undefined) continue;
    const left = atAllCorners(workload, leversUpTo(levers, lever), find, memory);
    if (typeof left === 'string') return { workload, why: left };
    if (lever === 'caching' && levers.caching?.onlyWhereItPays === true && totalUsd(left.value) >= totalUsd(before.value)) {
      const costsMore = totalUsd(left.value) > totalUsd(before.value);
      paid.push(costsMore ? 'caching would cost more than it saves here: calls come too rarely' : 'caching would save nothing more here');
      continue;
    }
    after.set(lever, left);
    before = left;
  }
  return {
    workload,
    notes: [...notes, ...paid],
    today,
    after,
    groundsToday: groundsOf(workload, {}),
    groundsAfter: groundsOf(workload, levers),
  };
}

/** More than these many mixes of levers for one workload are forgotten: somebody drags a slider. */
const MOST_REMEMBERED = 64;

function atAllCorners(workload: Workload, levers: Levers, find: FindModel, memory: SpendMemory): AtCorners<Listed> | string {
  const known = memory.get(workload) ?? new Map<string, AtCorners<Listed> | string>();
  const key = JSON.stringify(levers);
  const before = known.get(key);
  if (before !== undefined) return before;
  const worked = workedOut(workload, levers, find);
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(key, worked);
  memory.set(workload, known);
  return worked;
}

function workedOut(workload: Workload, levers: Levers, find: FindModel): AtCorners<Listed> | string {
  const { low, value, high } = atCorners(corner => listed(partsUsd(workload, levers, find, corner)));
  if (typeof low === 'string') return low;
  if (typeof value === 'string') return value;
  return typeof high === 'string' ? high : { low, value, high };
}

/** Dollars in the order of `SPEND_PARTS`: hundreds of calls are added up part by part, at each step. */
type Listed = readonly number[];

function listed(parts: PartsUsd | string): Listed | string {
  return typeof parts === 'string' ? parts : SPEND_PARTS.map(part => parts[part]);
}

function totalUsd(parts: Listed): number {
  return parts.reduce((total, usd) => total + usd, 0);
}

function last({ today, after }: Counted): AtCorners<Listed> {
  return [...after.values()].at(-1) ?? today;
}

function waterfallOf(counted: readonly Counted[], pulled: readonly LeverName[]): Waterfall {
  const left = counted.map(each => each.today);
  const today = spendAt(counted, left, false);
  let before = summed(left);
  const steps = pulled.map((lever): Step => {
    for (const [index, each] of counted.entries()) left[index] = each.after.get(lever) ?? left[index] ?? each.today;
    const now = summed(left);
    const saved = atCorners(corner => totalUsd(before[corner]) - totalUsd(now[corner]));
    before = now;
    const leaves = spendAt(counted, left, true).usd;
    return { lever, savesUsd: spanned(saved, leaves.basis, leaves.why), leavesUsd: leaves };
  });
  return { today, steps, after: spendAt(counted, left, true) };
}

function groundsOf(workload: Workload, levers: Levers): Grounds {
  return { ...basisOf(workload, levers), open: REQUEST_PARTS.filter(part => hasOpenEnd(workload, levers, part)) };
}

function usdAt(left: AtCorners<Listed>, { basis, why, open }: Grounds): Estimate {
  const usd = spanned(
    atCorners(corner => totalUsd(left[corner])),
    basis,
    why,
  );
  return open.length > 0 ? endless(usd) : usd;
}

function spendAt(counted: readonly Counted[], left: readonly AtCorners<Listed>[], withLevers: boolean): Spend {
  const total = summed(left);
  const grounds = counted.map(each => (withLevers ? each.groundsAfter : each.groundsToday));
  const basis = weakest(...grounds.map(ground => ground.basis));
  const why = [...new Set(grounds.flatMap(ground => ground.why.split('; ')))].filter(reason => reason !== '').join('; ');
  const open = new Set<SpendPart>(grounds.flatMap(ground => ground.open));
  const parts = bySpendPart(part => {
    const index = SPEND_PARTS.indexOf(part);
    const estimate = spanned(
      atCorners(corner => total[corner][index] ?? 0),
      basis,
      why,
    );
    return open.has(part) ? endless(estimate) : estimate;
  });
  const usd = spanned(
    atCorners(corner => totalUsd(total[corner])),
    basis,
    why,
  );
  return { usd: open.size > 0 ? endless(usd) : usd, parts };
}

function endless(estimate: Estimate): Estimate {
  return { ...estimate, high: Number.POSITIVE_INFINITY };
}

function summed(all: readonly AtCorners<Listed>[]): AtCorners<Listed> {
  const totals = atCorners(() => SPEND_PARTS.map(() => 0));
  for (const corner of CORNERS) {
    const total = totals[corner];
    for (const each of all) {
      const usd = each[corner];
      for (let index = 0; index < total.length; index++) total[index] = (total[index] ?? 0) + (usd[index] ?? 0);
    }
  }
  return totals;
}
