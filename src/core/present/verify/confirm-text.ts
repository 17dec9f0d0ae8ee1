import type { CallBound } from '../../verify/call-cost';
import type { Numerals } from '../numerals';

/** One of those who are asked. */
export interface AskedHost {
  readonly host: string;
  readonly calls: number;
  /** Absent: it isn't billed by the token. */
  readonly bounds?: readonly CallBound[];
}

/** What is about to be sent where, and what it costs: said before anything leaves the machine. */
export function confirmText(
  asked: readonly AskedHost[],
  limitUsd: number,
  numerals: Numerals,
): { readonly message: string; readonly detail: string } {
  const hosts = [...new Set(asked.map(({ host }) => host))];
  const calls = asked.reduce((sum, each) => sum + each.calls, 0);
  const expected = total(asked, ({ expectedUsd }) => expectedUsd);
  const worst = total(asked, ({ worstUsd }) => worstUsd);
  const usd = (value: number) => numerals.usd({ value, low: value, high: value, basis: 'estimated', why: '' });
  const isBilled = asked.some(({ bounds }) => bounds !== undefined);
  const detail = [
    `The prompt, filled with your samples, is sent in up to ${numerals.integer(calls)} calls.`,
    ...(isBilled
      ? [
          `That costs about ${usd(expected)}, and ${usd(worst)} if every answer is as long as it may be. The run ends before it exceeds ${usd(limitUsd)}.`,
        ]
      : []),
    ...(asked.some(({ bounds }) => bounds === undefined) ? ['What goes through VS Code counts towards your plan there.'] : []),
  ];
  return { message: `Send these requests to ${hosts.join(' and ')}?`, detail: detail.join('\n') };
}

function total(asked: readonly AskedHost[], of: (bound: CallBound) => number | undefined): number {
  return asked.flatMap(({ bounds = [] }) => bounds).reduce((sum, bound) => sum + (of(bound) ?? 0), 0);
}
