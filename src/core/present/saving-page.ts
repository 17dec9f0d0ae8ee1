import type { Estimate } from '../quote/basis';
import { CALLS_IN_A_ROW } from '../quote/input-cost';
import type { JointSaving, RequestSaving, RowCharge, RowCost } from '../quote/joint-saving';
import { functionName } from '../request/function-name';
import { difference } from '../rules/saving';
import { savedTogether } from './added-savings';
import { apportion } from './apportion';
import { type Column, escapeMarkdown, markdownTable } from './markdown';
import { amountQuantum, type Numerals, perThousand, roundTo, savedPerThousand } from './numerals';

const COLUMNS: readonly Column[] = [
  { title: 'Charged as', align: 'left' },
  { title: 'Tokens of the first call', align: 'right' },
  { title: 'of each later call', align: 'right' },
  { title: '$ per 1M tokens', align: 'right' },
  { title: '$ per 1k calls', align: 'right' },
];

/** The arithmetic of savings, as a page in markdown: what 1,000 calls are charged before and after, line by line. */
export function savingPage(savings: readonly JointSaving[], numerals: Numerals): string {
  const fixes = savings.flatMap(saving => saving.fixes);
  const requests = savings.flatMap(saving => saving.requests);
  const total = savedTogether(savings, numerals);
  const title = fixes.length === 1 ? 'What this fix saves' : `What ${numerals.integer(fixes.length)} fixes save together`;
  const calls = `${numerals.integer(CALLS_IN_A_ROW)} calls of ${requests.length === 1 ? 'the request' : `each of ${numerals.integer(requests.length)} requests`}`;
  const assumed = [
    `The fixes are made together and the requests are quoted again, so this may be less than what each saves alone comes to.`,
    `${numerals.integer(CALLS_IN_A_ROW)} calls come within the cache’s time to live of each other: the first finds nothing in the cache, the others find what the first has written.`,
    'What has no known size, such as a question that each call fills in, is in neither figure.',
  ];
  return [
    `# ${title}: ${total} for ${calls}`,
    fixes.map(fix => `- ${escapeMarkdown(fix, 200)}`).join('\n'),
    assumed.slice(fixes.length === 1 ? 1 : 0).join(' '),
    ...requests.map(request => requestSection(request, numerals)),
  ].join('\n\n');
}

function requestSection({ site, symbol, model, before, after }: RequestSaving, numerals: Numerals): string {
  const name = functionName({ symbol }) || site;
  return [
    `## ${escapeMarkdown(name, 80)} · ${escapeMarkdown(model, 60)}`,
    costTable('Before', before, numerals),
    costTable('After', after, numerals),
    `**Saved: ${subtraction(before.usd, after.usd, numerals)}**`,
  ].join('\n\n');
}

/**
 * A subtraction that a reader can check: all of it in the finer step of the two, but not much finer than the larger needs. Behind it, what
 * every other place says of it, where that is coarser.
 */
function subtraction(before: Estimate, after: Estimate, numerals: Numerals): string {
  const [was, is] = [before, after].map(usd => numerals.converted(perThousand(usd)).value) as [number, number];
  const finer = Math.min(amountQuantum(was), amountQuantum(is));
  const step = Math.max(finer, amountQuantum(Math.max(was, is)) / 100);
  const [wasRounded, isRounded] = [roundTo(was, step), roundTo(is, step)];
  const write = (value: number) => numerals.written(value, step);
  const saved = write(wasRounded - isRounded);
  const elsewhere = savedPerThousand(difference(before, after, ''), numerals);
  return `${write(wasRounded)} − ${write(isRounded)} = ${saved}${elsewhere === saved ? '' : `, about ${elsewhere}`}`;
}

/** The printed amounts add up to the printed total. */
function costTable(title: string, cost: RowCost, numerals: Numerals): string {
  const { perUsd } = numerals.currency;
  const step = amountQuantum(cost.usd.value * CALLS_IN_A_ROW * perUsd);
  const { units, total } = apportion(
    cost.charges.map(charge => rowUsd(charge) * perUsd),
    step,
  );
  const write = (count: number) => numerals.written(roundTo(count * step, step), step);
  const rows = cost.charges.map(({ as, firstTokens, laterTokens, usdPerMillion }, index) => [
    as,
    numerals.integer(firstTokens),
    numerals.integer(laterTokens),
    numerals.amount(usdPerMillion, amountQuantum(usdPerMillion)),
    write(units[index] ?? 0),
  ]);
  return `**${title}**\n\n${markdownTable(COLUMNS, [...rows, ['**Together**', '', '', '', `**${write(total)}**`]])}`;
}

/** US dollars of one first call and all later ones. */
export function rowUsd({ firstTokens, laterTokens, usdPerMillion }: RowCharge): number {
  return ((firstTokens + (CALLS_IN_A_ROW - 1) * laterTokens) * usdPerMillion) / 1_000_000;
}
