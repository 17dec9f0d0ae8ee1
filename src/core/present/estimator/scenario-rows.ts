import { LEVER_ORDER } from '../../spend/lever-order';
import { leversFor, type Scenario } from '../../spend/scenario';
import { type SpendMemory, spendOfAll } from '../../spend/waterfall';
import type { Numerals } from '../numerals';
import type { EstimatedCalls } from './calls';
import { LEVER_LABELS } from './labels';
import { figure, inPeriod } from './money';

export interface ScenarioRow {
  readonly name: string;
  readonly usd: number;
  readonly text: string;
  readonly saves: string;
  /** What it pulls, in the order in which it counts. */
  readonly levers: string;
}

/** Scenarios side by side, with today before them, each over the same calls. */
export function scenarioRows(
  scenarios: Readonly<Record<string, Scenario>>,
  calls: EstimatedCalls,
  numerals: Numerals,
  memory: SpendMemory,
): readonly ScenarioRow[] {
  const { workloads, find } = calls;
  const total = inPeriod(numerals, calls);
  const today = spendOfAll(workloads, () => ({}), find, memory).today.usd.value;
  const rows = Object.entries(scenarios).map(([name, scenario]): ScenarioRow => {
    const usd = spendOfAll(workloads, ({ feature }) => leversFor(scenario, feature), find, memory).after.usd.value;
    const pulled = [scenario.levers ?? {}, ...Object.values(scenario.features ?? {})];
    return {
      name,
      usd,
      text: figure(usd, today, total),
      saves: today > 0 ? numerals.percent((today - usd) / today) : '',
      levers: LEVER_ORDER.filter(lever => pulled.some(levers => levers[lever] !== undefined))
        .map(lever => LEVER_LABELS[lever])
        .join(', '),
    };
  });
  return [{ name: 'Today', usd: today, text: figure(today, today, total), saves: '', levers: '' }, ...rows];
}
