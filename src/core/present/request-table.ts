import type { Quote, QuotePart } from '../quote/analysis';
import { type Estimate, isKnown, type Money, sum } from '../quote/basis';
import { apportion } from './apportion';
import { type Column, escapeMarkdown, markdownTable } from './markdown';
import { amountQuantum, bandQuantum, isWide, moneyQuantum, type Numerals, perThousand, rangeQuantum, roundTo } from './numerals';

interface Row {
  readonly label: string;
  readonly tokens: Estimate;
  readonly usd: Money;
  readonly why: string;
}

const MOST_ROWS = 12;

const COLUMNS: readonly Column[] = [
  { title: 'Part', align: 'left' },
  { title: 'Tokens', align: 'right' },
  { title: '$ per 1k calls', align: 'right' },
  { title: 'Why', align: 'left' },
];

/** The parts of the input, and their total. The printed rows add up to the printed total, in both columns. */
export function requestTable(quote: Quote, numerals: Numerals): string {
  const rows = merged(quote.parts.map(rowOf));
  const tokens = tokenCells(
    rows.map(row => row.tokens),
    numerals,
  );
  const money = moneyCells(
    rows.map(row => row.usd),
    numerals,
  );
  const cells = rows.map((row, index) => [
    escapeMarkdown(row.label, 40),
    tokens.cells[index] ?? '',
    money.cells[index] ?? '',
    escapeMarkdown(row.why, 70),
  ]);
  return markdownTable(COLUMNS, [...cells, ['**Input**', `**${tokens.total}**`, `**${money.total}**`, 'nothing read from a cache']]);
}

function rowOf(part: QuotePart): Row {
  const why = [part.cacheable ? 'cacheable' : '', part.why].filter(text => text !== '').join('; ');
  return { label: part.label, tokens: part.tokens, usd: part.usd, why };
}

/** A long list keeps its first rows; the rest is one row, so that the table still adds up. */
function merged(rows: readonly Row[]): readonly Row[] {
  if (rows.length <= MOST_ROWS) return rows;
  const rest = rows.slice(MOST_ROWS - 1);
  const known = rest.map(row => row.usd).filter(isKnown);
  const unknown = rest.map(row => row.usd).find(usd => !isKnown(usd));
  const usd = unknown ?? sum(known);
  return [...rows.slice(0, MOST_ROWS - 1), { label: `${rest.length} more parts`, tokens: sum(rest.map(row => row.tokens)), usd, why: '' }];
}

interface Cells {
  readonly cells: readonly string[];
  readonly total: string;
}

/** One way of writing for the whole column, chosen by its total: single figures, ranges, or lower bounds. */
function tokenCells(estimates: readonly Estimate[], numerals: Numerals): Cells {
  const total = sum(estimates);
  const unbounded = total.high === Number.POSITIVE_INFINITY;
  if (!unbounded && !isWide(total)) {
    const step = Math.max(1, bandQuantum(total));
    const rounded = apportion(
      estimates.map(estimate => estimate.value),
      step,
    );
    const mark = (estimate: Estimate) => (estimate.basis === 'exact' || estimate.basis === 'measured' ? '' : '≈');
    const write = (units: number, estimate: Estimate) => `${mark(estimate)}${numerals.integer(units * step)}`;
    return { cells: estimates.map((estimate, index) => write(rounded.units[index] ?? 0, estimate)), total: write(rounded.total, total) };
  }
  const step = unbounded ? 1 : Math.max(1, rangeQuantum(total.high - total.low));
  const lows = apportion(
    estimates.map(estimate => estimate.low),
    step,
  );
  const highs = apportion(
    estimates.map(estimate => (Number.isFinite(estimate.high) ? estimate.high : estimate.low)),
    step,
  );
  const write = (low: number, high: number, finite: boolean) => {
    if (!finite) return low === 0 ? 'unknown' : `≥${numerals.integer(low * step)}`;
    return low === high ? numerals.integer(low * step) : `${numerals.integer(low * step)}–${numerals.integer(high * step)}`;
  };
  return {
    cells: estimates.map((estimate, index) => write(lows.units[index] ?? 0, highs.units[index] ?? 0, Number.isFinite(estimate.high))),
    total: write(lows.total, highs.total, !unbounded),
  };
}

function moneyCells(monies: readonly Money[], numerals: Numerals): Cells {
  const known = monies.filter(isKnown).map(perThousand);
  const total = sum(known);
  const complete = known.length === monies.length;
  const finite = Number.isFinite(total.high);
  const ranged = finite && isWide(total);
  const step = ranged || !finite ? amountQuantum(total.low > 0 ? total.low : total.value) : moneyQuantum(total);
  const ends = ranged ? (['low', 'high'] as const) : finite ? (['value'] as const) : (['low'] as const);
  const columns = ends.map(end =>
    apportion(
      known.map(money => money[end]),
      step,
    ),
  );
  const write = (units: readonly number[], bounded: boolean) => {
    const texts = [...new Set(units.map(unit => numerals.amount(roundTo(unit * step, step), step)))];
    return `${bounded ? '' : '≥'}${texts.join('–')}`;
  };
  let next = 0;
  const cells = monies.map(money => {
    if (!isKnown(money)) return 'unknown';
    const index = next++;
    return write(
      columns.map(column => column.units[index] ?? 0),
      Number.isFinite(money.high),
    );
  });
  const totalCell = write(
    columns.map(column => column.total),
    finite,
  );
  return { cells, total: complete && monies.length > 0 ? totalCell : 'unknown' };
}
