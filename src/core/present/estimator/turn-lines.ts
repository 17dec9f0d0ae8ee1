import { turnCurve } from '../../spend/curves';
import type { Levers } from '../../spend/scenario';
import type { Workload } from '../../spend/workload';
import type { Numerals } from '../numerals';
import type { EstimatedCalls } from './calls';
import { figure } from './money';

interface TurnLine {
  readonly strategy: string;
  /** US dollars of 1,000 calls on each turn, the first turn first. */
  readonly usd: readonly number[];
  readonly lastTurn: string;
  /** Of 1,000 whole conversations. */
  readonly conversation: string;
}

export interface TurnLines {
  /** The call that it is about; undefined: there is none with a price. */
  readonly label?: string;
  /** Whether the number of turns is stated, or the default. */
  readonly isStated: boolean;
  readonly turns: number;
  readonly lines: readonly TurnLine[];
}

const ASSUMED_TURNS = 20;

/** Usual settings of each control, as far as the scenario sets no others. */
const STRATEGIES: readonly (readonly [string, Levers['history']])[] = [
  ['No control', undefined],
  ['Last 5 turns', { strategy: 'window', turns: 5 }],
  ['Summary every 10 turns', { strategy: 'summary', everyTurns: 10, summaryTokens: 200, keepTurns: 2 }],
  ['3 turns looked up', { strategy: 'retrieval', turns: 3 }],
];

/** What each turn of a conversation costs: of the dearest call that is one, else of the dearest call, as if it were. */
export function turnLines({ workloads, find }: EstimatedCalls, levers: Levers, numerals: Numerals): TurnLines {
  const priced = workloads.filter(({ model }) => model !== undefined);
  const chosen = dearest(priced.filter(({ conversation, agent }) => conversation ?? agent)) ?? dearest(priced);
  if (chosen === undefined) return { isStated: false, turns: 0, lines: [] };
  const isStated = chosen.conversation !== undefined || chosen.agent !== undefined;
  const workload: Workload = isStated ? chosen : { ...chosen, conversation: { turns: ASSUMED_TURNS } };
  const { history: _, ...others } = levers;
  const own = levers.history === undefined ? [] : ([['As in the levers', levers.history]] as const);
  const lines = [...STRATEGIES, ...own].flatMap(([strategy, history]): readonly TurnLine[] => {
    const curve = turnCurve(workload, history === undefined ? others : { ...others, history }, find);
    if (curve === undefined) return [];
    const usd = curve.map(({ value }) => value * 1000);
    const total = usd.reduce((sum, turn) => sum + turn, 0);
    return [{ strategy, usd, lastTurn: figure(usd.at(-1) ?? 0, usd.at(-1) ?? 0, numerals), conversation: figure(total, total, numerals) }];
  });
  return { label: chosen.label, isStated, turns: lines[0]?.usd.length ?? 0, lines };
}

function dearest(workloads: readonly Workload[]): Workload | undefined {
  const size = ({ tokens, callsPerMonth }: Workload) =>
    (tokens.system.value + tokens.tools.value + tokens.query.value) * (callsPerMonth?.value ?? 1);
  return [...workloads].sort((a, b) => size(b) - size(a))[0];
}
