import { driftColumn } from '../core/present/estimator/measured-rows';
import { numeralsOf } from '../core/present/numerals';
import { importedText, leftOutTexts } from '../core/present/usage-texts';
import { type Estimate, isKnown, type Money } from '../core/quote/basis';
import { functionName } from '../core/request/function-name';
import type { Joined, UsageTarget } from '../core/usage/join';
import { drift, type MeasuredUsage } from '../core/usage/measured';
import type { UsageRead } from '../node/usage/read-usage';
import { type Column, textTable } from './reporters/text-table';

/** A call with what was measured of it beside what is estimated. */
export interface MeasuredCall {
  readonly target: UsageTarget;
  readonly estimatedInputTokens: Estimate;
  readonly measured: MeasuredUsage;
  /** As the records say, else of the mean tokens at the prices of today. */
  readonly callUsd: Money;
}

const COLUMNS: readonly Column[] = [
  { head: 'Call', align: 'left' },
  { head: 'Calls', align: 'right' },
  { head: 'Input', align: 'right' },
  { head: 'Estimated', align: 'right' },
  { head: 'Drift', align: 'right' },
  { head: 'Cached', align: 'right' },
  { head: 'Output', align: 'right' },
  { head: '$/call', align: 'right' },
  { head: 'Told by', align: 'left' },
];
const MOST_UNMATCHED = 20;

/** What usage files say of the calls of a code base, as a table; then all that belongs to no call, and what could not be read. */
export function usageText(read: UsageRead, calls: readonly MeasuredCall[], unmatched: Joined<UsageTarget>['unmatched']): string {
  const numerals = numeralsOf();
  if (read.records === 0) return `${importedText({ ...read, calls, unmatchedRecords: 0 }, numerals)}\n`;
  const count = (value: number) => numerals.integer(Math.round(value));
  const rows = calls.map(({ target, estimatedInputTokens: estimated, measured, callUsd }) => [
    `${target.path}:${target.line} ${functionName(target)}`.trim(),
    count(measured.requests),
    count(measured.inputTokens.value),
    numerals.tokens(estimated),
    driftColumn(drift(estimated, measured.inputTokens), numerals),
    `${Math.round(measured.cacheReadShare * 100)}%`,
    count(measured.outputTokens.value),
    isKnown(callUsd) ? numerals.usd(callUsd) : 'unknown',
    measured.matchedBy.join(', '),
  ]);
  const apart = unmatched.slice(0, MOST_UNMATCHED).map(({ group, why }) => {
    const named = [...group.names, ...group.tags].join(', ');
    return `  ${group.model}${named === '' ? '' : ` (${named})`}: ${count(group.records)} ${group.records === 1 ? 'record' : 'records'}, ${count(group.inputTokens)} input and ${count(group.outputTokens)} output tokens: ${why}`;
  });
  const more = unmatched.length - apart.length;
  return [
    `${count(read.records)} ${read.records === 1 ? 'record' : 'records'}${read.formats.length === 0 ? '' : ` (${read.formats.join(', ')})`}.`,
    ...(rows.length === 0 ? ['None of them could be told to be of a call.'] : [textTable(COLUMNS, rows)]),
    ...(apart.length === 0 ? [] : [`Of no call that can be told:\n${apart.join('\n')}${more > 0 ? `\n  and ${count(more)} more` : ''}`]),
    ...leftOut(leftOutTexts(read, numerals)),
  ]
    .join('\n\n')
    .concat('\n');
}

function leftOut(texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : [`Left out:\n${texts.map(text => `  ${text}`).join('\n')}`];
}
