import type { Basis, Estimate } from '../../quote/basis';
import { announcedDays, atAnnounced } from '../../spend/curves';
import { type SpendOfAll, spendOfAll } from '../../spend/waterfall';
import { isOpenEnded, type Numerals } from '../numerals';
import { clausesOf } from '../request-table';
import { taskText } from '../task-nodes';
import { counted, leftAside, unlikeTheSideBar } from '../unlike-the-side-bar';
import { callsPerDayOf, type EstimatedCalls } from './calls';
import type { EstimatorData } from './data';
import { addends, figure, inPeriod, perText, totalText } from './money';

/** What a whole workspace leaves open is a long list, which no one reads: “Show What Was Read” has all of it. */
const MOST_LEFT_OUT = 5;

export interface Headline {
  /** `$1,240 a month`; empty where nothing has a price. */
  readonly today: string;
  readonly basis: Basis;
  /** Where the figure comes from, as clauses. */
  readonly reasons: readonly string[];
  /** `$310 with these levers: $930 (75%) less`; empty where no lever is pulled. */
  readonly after: string;
  /** `ticket: $0.0121 a task ($0.0151 a resolved one), $0.42 a user and month` */
  readonly tasks: readonly string[];
  /** What it doesn't hold, and what would have to be stated. */
  readonly notes: readonly string[];
  /** Whether it is worth anybody's time; empty where no traffic is stated. */
  readonly advice: string;
}

export function headline(data: EstimatorData, calls: EstimatedCalls, spend: SpendOfAll, numerals: Numerals): Headline {
  const { today, after, priced, steps } = spend;
  const hasMoney = priced.length > 0;
  const saved = today.usd.value - after.usd.value;
  const total = inPeriod(numerals, calls);
  return {
    today: hasMoney ? `${totalText(today.usd, total)} ${perText(calls)}` : '',
    basis: hasMoney ? today.usd.basis : 'unknown',
    reasons: clausesOf(today.usd.why, MOST_LEFT_OUT),
    after: hasMoney && steps.length > 0 ? afterText(after.usd, saved, today.usd.value, total) : '',
    tasks: data.tasks.map(task => `${task.task}: ${taskText(task, numerals)}`),
    notes: notesOf(data, calls, spend, numerals),
    advice: adviceOf(callsPerDayOf(calls)),
  };
}

function afterText(left: Estimate, saved: number, whole: number, numerals: Numerals): string {
  const share = whole > 0 ? ` (${numerals.percent(Math.abs(saved) / whole)})` : '';
  const [less] = addends([saved], whole, whole, numerals, left.value);
  return `${figure(left.value, whole, numerals)}${isOpenEnded(left) ? '+' : ''} with these levers: ${less}${share} ${saved >= 0 ? 'less' : 'more'}`;
}

function notesOf(
  data: EstimatorData,
  calls: EstimatedCalls,
  { priced, unpriced, today }: SpendOfAll,
  numerals: Numerals,
): readonly string[] {
  const count = (found: number, one: string, many: string) => counted(found, one, many, numerals);
  return [
    ...(calls.per === 'thousand' && calls.workloads.length > 0
      ? [`State how often calls are made, here or in promptfare.json, and this is money of a ${calls.period}.`]
      : []),
    ...count(calls.withoutTraffic, 'call has no stated traffic and is left out.', 'calls have no stated traffic and are left out.'),
    ...count(unpriced.length, 'call has no known price and is left out.', 'calls have no known price and are left out.'),
    ...count(
      data.thinking,
      'call goes to a model that thinks. Its thinking is counted only up to the cap; state how long answers are.',
      'calls go to models that think. Thinking is counted only up to the cap; state how long answers are.',
    ),
    ...(calls.per === 'thousand'
      ? unlikeTheSideBar(
          data.withoutCap,
          priced.map(({ workload }) => workload),
          numerals,
        )
      : []),
    ...measuredNotes(data, numerals),
    ...announcedNotes(calls, today.usd.value, inPeriod(numerals, calls)),
    ...leftAside(data.aside, numerals),
  ];
}

/** What is known of usage, and where it stands. */
function measuredNotes({ usage }: EstimatorData, numerals: Numerals): readonly string[] {
  if (usage === undefined) return [];
  const calls = `${numerals.integer(usage.calls.length)} ${usage.calls.length === 1 ? 'call is' : 'calls are'} measured`;
  const { unmatchedRecords: unmatched } = usage;
  const records = unmatched === 1 ? '1 record of usage is' : `${numerals.integer(unmatched)} records of usage are`;
  const rest = unmatched === 0 ? '' : `; ${records} of no call that can be told`;
  return [`${calls}${rest}: see Measured.`];
}

/** What today's bill would be on the days for which prices were announced. */
function announcedNotes({ workloads, find }: EstimatedCalls, todayUsd: number, numerals: Numerals): readonly string[] {
  return announcedDays(workloads).map(day => {
    const later = spendOfAll(
      workloads.map(workload => atAnnounced(workload, day)),
      () => ({}),
      find,
    ).today.usd.value;
    return `At the prices announced for ${day} this would be ${figure(later, todayUsd, numerals)} instead of ${figure(todayUsd, todayUsd, numerals)}. Such a change can be called off.`;
  });
}

/** Below this engineering costs more than it saves; from ten times that it pays (the practice of LLM cost control, 2026-11-20). */
const FEW_CALLS_PER_DAY = 1000;

function adviceOf(callsPerDay: number | undefined): string {
  if (callsPerDay === undefined) return '';
  if (callsPerDay < FEW_CALLS_PER_DAY)
    return 'Under 1,000 calls a day, engineering costs more than it saves: take the quick fixes, and leave the rest.';
  if (callsPerDay < FEW_CALLS_PER_DAY * 10)
    return 'At this volume caching and shorter outputs pay; routers and caches of your own seldom do before 10,000 calls a day.';
  return '';
}
