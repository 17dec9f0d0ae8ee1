import type { Finding, Quote } from '../quote/analysis';
import { type Estimate, isKnown } from '../quote/basis';
import { apiText } from './api-text';
import { apportion } from './apportion';
import { diagnosticText } from './diagnostic-text';
import { codeSpan, escapeMarkdown, escapeProse, type Link, markdownLinks } from './markdown';
import { measuredLine } from './measured';
import { modelName } from './model-name';
import { monthLine } from './month';
import { additiveQuantum, amountQuantum, isOpenEnded, isWide, type Numerals, perThousand, roundTo, usdPerThousand } from './numerals';
import { prefixState } from './prefix-state';
import { sourceLine } from './price-card';
import { clausesOf, requestTable } from './request-table';
import { sentByText } from './senders';

/**
 * Everything about one request, as markdown: what it costs, what could be cached, what is wrong. An editor shows about eleven lines of a
 * hover before it must be scrolled: what is wanted most stands first, what can be done on the first line.
 */
export function requestHover(quote: Quote, findings: readonly Finding[], links: readonly Link[], numerals: Numerals): string {
  const mine = findings.filter(finding => finding.site === quote.site.identity);
  const blocks = [
    heading(quote, links),
    callLine(quote, numerals),
    monthLine(quote, numerals),
    measuredLine(quote, numerals),
    requestTable(quote, numerals),
    prefixLine(quote, numerals),
    cheaperLine(quote, numerals),
    mine.map(findingLine).join('\n'),
    basisLines(quote),
  ];
  return blocks.filter(block => block !== '').join('\n\n');
}

function heading(quote: Quote, links: readonly Link[]): string {
  const { site } = quote;
  const model = modelName(quote);
  const sentBy = sentByText(quote);
  const name =
    sentBy !== ''
      ? escapeMarkdown(sentBy)
      : model === undefined
        ? `model unknown${site.model.why === '' ? '' : `: ${escapeProse(site.model.why)}`}`
        : escapeMarkdown(model);
  const unless =
    model !== undefined && site.model.provenance === 'default' && site.model.why !== '' ? `, ${escapeProse(site.model.why)}` : '';
  const via = site.via.length === 0 ? '' : ` · through ${site.via.map(wrapper => codeSpan(wrapper, 40)).join(' → ')}`;
  const wrapper = site.isWrapper ? ' · left to its callers, and counted there if the project has any' : '';
  const actions = links.length === 0 ? '' : ` · ${markdownLinks(links)}`;
  const there = sentBy === '' ? '' : ', and counted there';
  return `**${name}**${there}${unless} · ${escapeMarkdown(apiText(site))}${via}${wrapper}${actions}`;
}

/** The most a call can cost, split so that the printed parts add up. */
function callLine(quote: Quote, numerals: Numerals): string {
  const { inputUsd, maxOutputUsd, maxCallUsd } = quote;
  // A cap that the request sets itself needs no reason.
  const { state, byDefault } = quote.site.outputCap;
  const why = quote.outputCapWhy === '' || state === 'set' ? '' : `: ${escapeProse(quote.outputCapWhy, 160)}`;
  const tokens = quote.outputCapTokens === undefined ? undefined : `${numerals.integer(quote.outputCapTokens)} tok`;
  const cap =
    tokens === undefined ? `no bound on the output${why}` : `${tokens}${why}${byDefault ? ', unless a caller passes another cap' : ''}`;
  if (!isKnown(inputUsd)) {
    // The heading says already why no model is known.
    const why = inputUsd.why === `model unknown (${quote.site.model.why})` ? '' : `: ${escapeProse(inputUsd.why, 200)}`;
    const output = quote.outputCapTokens === undefined && quote.outputCapWhy !== '' ? escapeProse(quote.outputCapWhy, 160) : cap;
    return `Price unknown${why}. Output: ${output}.`;
  }
  const perThousandInput = inputText(inputUsd, numerals);
  if (!isKnown(maxOutputUsd) || !isKnown(maxCallUsd)) {
    const reason = isKnown(maxOutputUsd) ? '' : maxOutputUsd.why;
    const unpriced = `output of ${cap}; its price is unknown${reason === '' ? '' : `: ${escapeProse(reason, 160)}`}`;
    const unbound = quote.outputCapWhy === '' ? cap : escapeProse(quote.outputCapWhy, 160);
    return `**${perThousandInput} per 1k calls** for the input; ${quote.outputCapTokens === undefined ? unbound : unpriced}.`;
  }
  const inCurrency = (usd: Estimate) => numerals.converted(perThousand(usd));
  const [input, output, total] = [inCurrency(inputUsd), inCurrency(maxOutputUsd), inCurrency(maxCallUsd)];
  // A wide band has no middle worth printing: "at most" is then its upper end.
  const open = isOpenEnded(total);
  const end = !open && isWide(total) ? 'high' : 'value';
  // The step of the table below, so that both say the same of the input.
  const step = end === 'high' ? amountQuantum(total.high) : additiveQuantum(input, amountQuantum(input.value));
  const parts = apportion([input[end], output[end]], step);
  const write = (units: number) => numerals.written(roundTo(units * step, step), step);
  const more = open ? '+' : '';
  const sums = `input ${write(parts.units[0] ?? 0)}${more}, output ${write(parts.units[1] ?? 0)} for ${cap}`;
  const atMost = byDefault ? 'By default at most' : 'At most';
  const most = open ? `${write(parts.total)}+ per 1k calls` : `${atMost} ${write(parts.total)} per 1k calls`;
  return `**${most}** (${numerals.usd(maxCallUsd)} each): ${sums}.`;
}

/** What 1,000 inputs cost, in the step of the table below. */
function inputText(inputUsd: Estimate, numerals: Numerals): string {
  const input = numerals.converted(perThousand(inputUsd));
  const open = isOpenEnded(input);
  if (input.value <= 0 || (isWide(input) && !open)) return usdPerThousand(inputUsd, numerals) ?? '';
  const step = additiveQuantum(input, amountQuantum(input.value));
  return `${numerals.written(roundTo(input.value, step), step)}${open ? '+' : ''}`;
}

const PREFIX_STATE = {
  cached: 'cached as it stands',
  'below-minimum': 'too short to be cached',
  'straddles-minimum': 'perhaps too short to be cached',
  'not-asked': 'cacheable, but the request doesn’t ask for it',
  broken: 'written by each call and read by none',
  unsupported: 'not cached by this model',
  unknown: 'caching unknown',
} as const;

function prefixLine(quote: Quote, numerals: Numerals): string {
  const { prefix } = quote;
  const { state, why } = prefixState(quote);
  const reason = why === '' ? '' : ` (${escapeProse(why, 200)})`;
  const size = `Cacheable prefix: **${numerals.tokens(prefix.tokens)} tok**, ${PREFIX_STATE[state]}${reason}.`;
  const cut = prefix.cut === undefined ? '' : ` It ends at ${codeSpan(prefix.cut.label, 60)}: ${escapeProse(prefix.cut.why, 160)}.`;
  const cached = prefix.state === 'cached' ? usdPerThousand(quote.cachedInputUsd, numerals) : undefined;
  return `${size}${cut}${cached === undefined ? '' : ` Input read from the cache: ${cached} per 1k calls.`}`;
}

/** Their answers may be worse, so it offers nothing to click. */
function cheaperLine({ cheaper = [] }: Quote, numerals: Numerals): string {
  if (cheaper.length === 0) return '';
  const models = cheaper.map(({ id, usd, of, saves }) => {
    const amount = `${usdPerThousand(usd, numerals) ?? ''} per 1k${of === 'input' ? ', input' : ''}`;
    return `${escapeMarkdown(id)} ${amount} (−${numerals.percent(saves)})`;
  });
  return `Cheaper, and compatible: ${models.join(' · ')}.`;
}

/** The message says what it costs. */
function findingLine(finding: Finding): string {
  const unfixable = finding.unfixable === undefined ? '' : ` Can’t be fixed for you: ${escapeProse(finding.unfixable)}`;
  return `- ${escapeProse(diagnosticText(finding), 500)}${unfixable}`;
}

/** Why the figures are what they are: counting, prices, and what could not be read. */
function basisLines(quote: Quote): string {
  const lines: string[] = [];
  if (quote.inputTokens.why !== '') lines.push(`Tokens: ${escapeProse(clausesOf(quote.inputTokens.why).join('; '), 300)}.`);
  if (quote.model !== undefined) lines.push(sourceLine(quote.model));
  if (quote.modelAssumed) lines.push('The request names no model: priced with your reference model.');
  if (quote.site.flatRate && isKnown(quote.inputUsd)) lines.push('Files like this are often paid by subscription, not by the token.');
  for (const unknown of quote.site.unknowns.slice(0, 4)) lines.push(`Not read: ${escapeProse(unknown, 160)}.`);
  return lines.join('  \n');
}
