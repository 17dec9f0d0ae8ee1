import type { Numerals } from '../numerals';
import type { EstimatorView } from './estimator-view';
import { perText } from './money';
import type { EstimatorState } from './state';

export const EXPORT_FORMATS = ['csv', 'markdown', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The estimate as a file to hand on. */
export function exported(format: ExportFormat, view: EstimatorView, state: EstimatorState, numerals: Numerals): string {
  switch (format) {
    case 'csv':
      return csvOf(view);
    case 'markdown':
      return markdownOf(view, numerals);
    case 'json':
      return jsonOf(view, state);
  }
}

/** One row a figure: what it is of, what it is called, and US dollars today and with the levers. */
function csvOf(view: EstimatorView): string {
  const { today, after } = view.spend;
  const rows: readonly (readonly (string | number)[])[] = [
    ['kind', 'name', 'usd_today', 'usd_with_levers', 'per'],
    ['total', 'total', today.usd.value, after.usd.value, view.calls.per],
    ['total_low', 'total', today.usd.low, after.usd.low, view.calls.per],
    ['total_high', 'total', endOf(today.usd.high), endOf(after.usd.high), view.calls.per],
    ...view.composition.map(row => ['part', row.part, row.todayUsd, row.afterUsd, view.calls.per]),
    ...view.features.map(row => ['feature', row.feature, row.todayUsd, row.afterUsd, view.calls.per]),
  ];
  return `${rows.map(row => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function endOf(high: number): number | string {
  return Number.isFinite(high) ? high : '';
}

/** A leading sign of a formula is disarmed: names come from other people's files. */
function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function markdownOf(view: EstimatorView, numerals: Numerals): string {
  const { headline, waterfall, composition, features, calls } = view;
  return [
    '# Spend estimate',
    '',
    [headline.today, headline.after].filter(line => line !== '').join('; ') || 'No call has a known price.',
    '',
    ...headline.notes.map(note => `- ${note}`),
    ...headline.reasons.map(reason => `- ${reason}`),
    '',
    `All amounts in ${currencyText(numerals)} ${perText(calls)}.`,
    ...table(
      'What levers save',
      ['Step', 'Amount', 'Share'],
      waterfall.map(row => [row.label, row.text, row.share]),
    ),
    ...table(
      'What it is for',
      ['Part', 'Today', 'With levers', 'Share'],
      composition.map(row => [row.label, row.today, row.after, row.share]),
    ),
    ...table(
      'By feature',
      ['Feature', 'Calls', 'Today', 'With levers'],
      features.map(row => [row.feature, row.calls, row.today, row.after]),
    ),
    '',
  ].join('\n');
}

function currencyText({ currency: { code, perUsd } }: Numerals): string {
  return code === 'USD' ? 'US dollars' : `${code}, at the stated rate of ${perUsd} to a US dollar,`;
}

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return ['', `## ${title}`, '', line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)];
}

function jsonOf(view: EstimatorView, { scenario }: EstimatorState): string {
  const { today, steps, after, priced, unpriced } = view.spend;
  const estimate = {
    per: view.calls.per,
    currency: 'USD',
    scenario,
    today,
    steps,
    after,
    calls: priced.map(each => ({
      id: each.workload.id,
      feature: each.workload.feature,
      today: each.todayUsd,
      after: each.afterUsd,
      notes: each.notes,
    })),
    unpriced: unpriced.map(({ workload, why }) => ({ id: workload.id, why })),
  };
  return `${JSON.stringify(estimate, undefined, 2)}\n`;
}
