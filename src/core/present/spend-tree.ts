import type { Quote } from '../quote/analysis';
import type { Estimate } from '../quote/basis';
import { functionName } from '../request/function-name';
import { apiText } from './api-text';
import { isAside } from './aside';
import type { Coverage } from './coverage-page';
import { stepOfTotal, totalText } from './estimator/money';
import { driftText } from './measured';
import { modelName } from './model-name';
import { type Numerals, perThousand, roundTo } from './numerals';
import type { WrittenMoney } from './rows-that-add-up';
import {
  countedOnce,
  type FileSpend,
  figuresOfRows,
  measuredOfSpend,
  monthOfSpend,
  type Spend,
  type SpendFigures,
  spendOf,
  spendParts,
  together,
  usdOf,
  usdPerMonthOf,
} from './spend';
import type { TreeNode } from './tree-node';

/** A row before its money is written, which depends on what stands beside it. */
interface Sized extends Omit<TreeNode, 'amount' | 'description' | 'children'> {
  readonly spend: Spend;
  /** What stands behind the spend. */
  readonly more: readonly string[];
  readonly children: readonly Sized[];
}

/** Where the money goes: folders, files, calls, the dearest first; tests and examples apart at the end. */
export function spendTree(files: readonly FileSpend[], numerals: Numerals): readonly TreeNode[] {
  const spending = countedOnce(files).filter(file => file.quotes.length > 0);
  const own = spending.filter(file => !isAside(file.path));
  const aside = spending.filter(file => isAside(file.path));
  const rows = folderNodes(own, '', numerals);
  const tree = written(rows, headlineFigures(rows, numerals), numerals);
  if (aside.length === 0) return tree;
  const others = summed('aside', 'Tests and examples', 'aside', folderNodes(aside, '', numerals, 'aside:'), numerals);
  return [...tree, ...written([others], {}, numerals)];
}

/** Rows that together are what `sum` says. */
function written(rows: readonly Sized[], sum: SpendFigures, numerals: Numerals): readonly TreeNode[] {
  const figures = figuresOfRows(
    rows.map(({ spend }) => spend),
    sum,
    numerals,
  );
  return rows.map(({ spend, more, children, ...node }, index) => {
    const own = figures[index] ?? {};
    const { thousand, ...rest } = spendParts(spend, numerals, own);
    const description = [...Object.values(rest), ...more].filter(part => part !== '').join(' · ');
    return { ...node, amount: thousand, description, children: written(children, own, numerals) };
  });
}

/** What the line over the tree says of all rows. */
function headlineFigures(rows: readonly Sized[], numerals: Numerals): SpendFigures {
  const { usd, usdPerMonth } = together(rows.map(({ spend }) => spend));
  const [thousand, month] = [usd && perThousand(usd), usdPerMonth].map(total => total && writtenTotal(total, numerals));
  return { thousand, month };
}

function writtenTotal(total: Estimate, numerals: Numerals): WrittenMoney {
  const step = stepOfTotal(total, numerals);
  return { text: totalText(total, numerals), figure: { value: roundTo(numerals.converted(total).value, step), step } };
}

/** The line over the tree: what all calls cost together, and how sure that is. */
export function spendHeadline(files: readonly FileSpend[], numerals: Numerals): string {
  const quotes = countedOnce(files).flatMap(file => (isAside(file.path) ? [] : file.quotes));
  if (quotes.length === 0) return '';
  const spend = spendOf(quotes);
  const { usd, unknownPrices } = spend;
  const calls = `${numerals.integer(quotes.length)} ${quotes.length === 1 ? 'call' : 'calls'}`;
  const money = usd === undefined ? '' : `${totalText(perThousand(usd), numerals)} for 1,000 of each (${usd.basis})`;
  const unknown = unknownPrices === 0 ? '' : `${numerals.integer(unknownPrices)} without a price`;
  return [calls, money, monthOfSpend(spend, numerals, totalText), measuredOfSpend(spend, numerals), unknown]
    .filter(part => part !== '')
    .join(' · ');
}

/** How much was read, in a line. */
export function coverageText({ seen, analysed, skipped, unparsed }: Coverage, numerals: Numerals): string {
  const some = (files: ReadonlySet<string>, what: string) => (files.size === 0 ? [] : [`${numerals.integer(files.size)} ${what}`]);
  return [
    `${numerals.integer(seen)} ${seen === 1 ? 'file' : 'files'} seen`,
    `${numerals.integer(analysed)} analysed`,
    ...some(new Set(unparsed.map(({ file }) => file)), 'only in part'),
    ...some(new Set(skipped.map(({ file }) => file)), 'skipped'),
  ].join(', ');
}

/** Files and folders below a folder; a folder that holds nothing but another shares its row. */
function folderNodes(files: readonly FileSpend[], prefix: string, numerals: Numerals, space = ''): readonly Sized[] {
  const folders = new Map<string, FileSpend[]>();
  const nodes: Sized[] = [];
  for (const file of files) {
    const rest = file.path.slice(prefix.length);
    const slash = rest.indexOf('/');
    if (slash === -1) nodes.push(fileNode(file, rest, numerals, space));
    else {
      const name = rest.slice(0, slash);
      folders.set(name, [...(folders.get(name) ?? []), file]);
    }
  }
  for (const [name, inside] of folders) {
    const children = folderNodes(inside, `${prefix}${name}/`, numerals, space);
    const [only] = children;
    if (children.length === 1 && only !== undefined && only.icon === 'folder') nodes.push({ ...only, label: `${name}/${only.label}` });
    else nodes.push(summed(`${space}${prefix}${name}/`, name, 'folder', children, numerals));
  }
  return sorted(nodes);
}

function fileNode(file: FileSpend, label: string, numerals: Numerals, space: string): Sized {
  const { quotes } = file;
  const id = `${space}${file.path}`;
  const [only] = quotes;
  if (quotes.length === 1 && only?.site.kind === 'prompt-file') return { ...callNode(only, id, numerals), id, label, icon: 'prompt' };
  const children = sorted(quotes.map(quote => callNode(quote, id, numerals)));
  return { ...summed(id, label, 'file', children, numerals), opens: { uri: file.uri, start: 0, end: 0 } };
}

function callNode(quote: Quote, file: string, numerals: Numerals): Sized {
  const { site } = quote;
  const spend = spendOf([quote]);
  const model = modelName(quote) ?? '';
  const through = site.via.length === 0 ? '' : `via ${site.via.join(' › ')}`;
  const why = usdOf(quote)?.why ?? ('why' in quote.inputUsd ? quote.inputUsd.why : '');
  const month = usdPerMonthOf(quote);
  return {
    id: `${file}#${site.identity}`,
    label: functionName(site) || site.api,
    more: [model, through],
    tooltip: [
      `${numerals.tokens(quote.inputTokens)} tok in · ${apiText(site)}`,
      why,
      month === undefined ? '' : `Per month: ${month.why}`,
      measuredTooltip(quote, numerals),
    ]
      .filter(part => part !== '')
      .join('\n'),
    icon: site.kind === 'prompt-file' ? 'prompt' : 'call',
    opens: site.at,
    children: [],
    spend,
  };
}

function measuredTooltip({ measured }: Quote, numerals: Numerals): string {
  if (measured === undefined) return '';
  const { usage, inputDrift } = measured;
  const by = inputDrift === 0 ? 'as estimated' : `${driftText(inputDrift, numerals)} against the estimate`;
  const tokens = (value: number) => numerals.integer(Math.round(value));
  return `Measured over ${tokens(usage.requests)} calls: ${tokens(usage.inputTokens.value)} tok in (${by}), ${tokens(usage.outputTokens.value)} out`;
}

function summed(id: string, label: string, icon: TreeNode['icon'], children: readonly Sized[], numerals: Numerals): Sized {
  const spend = together(children.map(child => child.spend));
  const counted = `${numerals.integer(spend.calls)} ${spend.calls === 1 ? 'call' : 'calls'}`;
  const basis = spend.usd === undefined ? '' : `; ${spend.usd.basis}: the weakest basis of its parts`;
  return {
    id,
    label,
    more: [],
    tooltip: `${counted}, each made 1,000 times${basis}`,
    icon,
    children,
    spend,
  };
}

/** Dearest first, by month where traffic is stated; what has no price comes last, in the order of names. */
function sorted(nodes: readonly Sized[]): readonly Sized[] {
  return [...nodes].sort(
    (a, b) =>
      (b.spend.usdPerMonth?.value ?? -1) - (a.spend.usdPerMonth?.value ?? -1) ||
      (b.spend.usd?.value ?? -1) - (a.spend.usd?.value ?? -1) ||
      a.label.localeCompare(b.label, 'en'),
  );
}
