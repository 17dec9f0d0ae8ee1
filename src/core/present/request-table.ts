import type { Quote, QuotePart } from '../quote/analysis';
import { type Estimate, isKnown, type Money, sum } from '../quote/basis';
import { contains } from '../source/span';
import { apportion } from './apportion';
import { type Column, escapeMarkdown, markdownTable } from './markdown';
import { additiveQuantum, amountQuantum, isOpenEnded, isWide, type Numerals, perThousand, rangeQuantum, roundTo } from './numerals';

interface Row {
  readonly label: string;
  readonly tokens: Estimate;
  readonly usd: Money;
  readonly why: string;
}

const MOST_ROWS = 12;
/** Characters that fit into one line of a hover beside the figures. */
const LONGEST_WHY = 56;

function columns({ currency: { code } }: Numerals): readonly Column[] {
  return [
    { title: 'Part', align: 'left' },
    { title: 'Tokens', align: 'right' },
    // Unbreakable: a narrow hover would wrap it before it shortens a reason.
    { title: `${code === 'USD' ? '$' : code}\u00a0per\u00a01k\u00a0calls`, align: 'right' },
    { title: 'Why', align: 'left' },
  ];
}

/** The parts of the input, and their total. The printed rows add up to the printed total, in both columns. */
export function requestTable(quote: Quote, numerals: Numerals): string {
  const rows = merged(withoutShared(quote.parts.map(part => rowOf(part, quote))));
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
    escapeMarkdown(row.why, LONGEST_WHY),
  ]);
  const isOpen = rows.some(row => isOpenEnded(row.tokens));
  const total = isOpen ? 'no cache read; \\+: parts of unknown size come on top' : 'nothing read from a cache';
  return markdownTable(columns(numerals), [...cells, ['**Input**', `**${tokens.total}**`, `**${money.total}**`, total]]);
}

function rowOf(part: QuotePart, { prefix }: Quote): Row {
  const cut = prefix.cut !== undefined && contains(part.at, prefix.cut.at) ? ` up to ${prefix.cut.label}` : '';
  const why = [part.cacheable ? `${CACHEABLE}${cut}` : '', part.why].filter(text => text !== '').join('; ');
  return { label: part.label, tokens: part.tokens, usd: part.usd, why };
}

/** A reason that holds for several rows stands once below the table. */
function withoutShared(rows: readonly Row[]): readonly Row[] {
  const clauses = rows.map(row => clausesOf(row.why));
  const isShared = (clause: string) => clauses.filter(others => others.includes(clause)).length > 1 && !clause.startsWith(CACHEABLE);
  return rows.map((row, index) => ({ ...row, why: (clauses[index] ?? []).filter(clause => !isShared(clause)).join('; ') }));
}

const CACHEABLE = 'cacheable';

/**
 * The clauses of a reason, each once; all that was left out (`without a; without b`) is one clause, of which the first `most` are named, and
 * so is all that is taken as it is by default.
 */
export function clausesOf(why: string, most = Number.POSITIVE_INFINITY): readonly string[] {
  const clauses = [...new Set(why.split('; '))].filter(clause => clause !== '');
  return LISTED.reduce((all: readonly string[], beginning) => inOne(all, beginning, most), clauses);
}

const LISTED = ['without ', 'with the default of '];

function inOne(clauses: readonly string[], beginning: string, most: number): readonly string[] {
  const names = clauses.filter(clause => clause.startsWith(beginning)).map(clause => clause.slice(beginning.length));
  if (names.length < 2) return clauses;
  const first = clauses.findIndex(clause => clause.startsWith(beginning));
  const others = (some: readonly string[]) => some.filter(clause => !clause.startsWith(beginning));
  const more = names.length - most;
  const named = more > 0 ? `${names.slice(0, most).join(', ')} and ${more} more` : names.join(', ');
  return [...others(clauses.slice(0, first)), `${beginning}${named}`, ...others(clauses.slice(first))];
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

/** One way of writing for the whole column, chosen by its total: single figures, or ranges. A figure with more behind it has a `+`. */
function tokenCells(estimates: readonly Estimate[], numerals: Numerals): Cells {
  const total = sum(estimates);
  if (isOpenEnded(total) || !isWide(total)) {
    const step = additiveQuantum(total, 1);
    const rounded = apportion(
      estimates.map(estimate => estimate.value),
      step,
    );
    const write = (units: number, estimate: Estimate) =>
      isTooLittle(units, estimate)
        ? `<${numerals.integer(step)}`
        : openEnded(estimate, `${mark(estimate)}${numerals.integer(units * step)}`);
    return { cells: estimates.map((estimate, index) => write(rounded.units[index] ?? 0, estimate)), total: write(rounded.total, total) };
  }
  const step = Math.max(1, rangeQuantum(total.high - total.low));
  const [lows, highs] = (['low', 'high'] as const).map(end =>
    apportion(
      estimates.map(estimate => estimate[end]),
      step,
    ),
  );
  const write = (low = 0, high = 0) => [...new Set([low, high])].map(units => numerals.integer(units * step)).join('–');
  return {
    cells: estimates.map((_, index) => write(lows?.units[index], highs?.units[index])),
    total: write(lows?.total, highs?.total),
  };
}

function moneyCells(monies: readonly Money[], numerals: Numerals): Cells {
  const known = monies.filter(isKnown).map(money => numerals.converted(perThousand(money)));
  const total = sum(known);
  const ranged = !isOpenEnded(total) && isWide(total);
  const step = ranged ? amountQuantum(total.low > 0 ? total.low : total.value) : additiveQuantum(total, amountQuantum(total.value));
  const ends = ranged ? (['low', 'high'] as const) : (['value'] as const);
  const columns = ends.map(end =>
    apportion(
      known.map(money => money[end]),
      step,
    ),
  );
  const write = (units: readonly number[]) => {
    const texts = units.map(unit => numerals.written(roundTo(unit * step, step), step));
    return [...new Set(texts)].join('–');
  };
  let next = 0;
  const cells = monies.map(money => {
    if (!isKnown(money)) return 'unknown';
    const index = next++;
    const units = columns.map(column => column.units[index] ?? 0);
    const isSmall = !ranged && isTooLittle(units[0] ?? 0, money);
    return isSmall ? `<${numerals.written(step, step)}` : openEnded(money, write(units));
  });
  const complete = monies.length > 0 && known.length === monies.length;
  return { cells, total: complete ? openEnded(total, write(columns.map(column => column.total))) : 'unknown' };
}

/** Rounded, there is nothing left of it, which isn't nothing: a few tokens cost something, and cents are for some tokens. */
function isTooLittle(units: number, estimate: Estimate): boolean {
  return units === 0 && estimate.value > 0 && !isOpenEnded(estimate);
}

function openEnded(estimate: Estimate, written: string): string {
  if (!isOpenEnded(estimate)) return written;
  return estimate.value <= 0 ? 'unknown' : `${written}+`;
}

function mark(estimate: Estimate): string {
  if (isOpenEnded(estimate)) return estimate.low < estimate.value ? '≈' : '';
  return estimate.basis === 'exact' || estimate.basis === 'measured' ? '' : '≈';
}
