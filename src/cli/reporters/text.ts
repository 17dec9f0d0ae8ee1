import { asItCounts } from '../../core/present/callers-found';
import { diagnosticText } from '../../core/present/diagnostic-text';
import { type FoundOnce, foundOnce, pathOf } from '../../core/present/found-once';
import { modelName } from '../../core/present/model-name';
import { monthText } from '../../core/present/month';
import { type Numerals, numeralsOf, perThousand } from '../../core/present/numerals';
import { sentByCalls } from '../../core/present/spend';
import type { Quote } from '../../core/quote/analysis';
import { isKnown, type Money } from '../../core/quote/basis';
import type { Scan, ScannedFile } from '../scan';
import { atCallersIn } from './at-callers';
import { type Column, textTable } from './text-table';
import { workspaceText } from './workspace-text';

const COLUMNS: readonly Column[] = [
  { head: 'WHERE', align: 'left' },
  { head: 'MODEL', align: 'left' },
  { head: 'TOKENS IN', align: 'right' },
  { head: 'CACHEABLE', align: 'right' },
  { head: 'CAP', align: 'right' },
  { head: 'INPUT/CALL', align: 'right' },
  { head: 'MAX/CALL', align: 'right' },
  { head: 'MAX/1,000', align: 'right' },
  { head: 'BASIS', align: 'left' },
];

/** Only where some traffic is stated. */
const PER_MONTH: Column = { head: 'PER MONTH', align: 'right' };

/** A table of calls and prompt files, then the findings, then what could not be read. */
export function textReport(scan: Scan): string {
  const numerals = numeralsOf();
  const workspace = scan.workspaceFiles.map(file => workspaceText(file, numerals));
  const hasTraffic = scan.files.some(({ analysis }) => analysis.quotes.some(({ stated }) => stated?.usdPerMonth !== undefined));
  const quotes = scan.files.flatMap(file => file.analysis.quotes.map(quote => ({ file, quote })));
  const atCallers = atCallersIn(scan);
  const sent = sentByCalls(quotes.map(({ quote }) => quote));
  const isSent = ({ site }: Quote) => site.kind === 'prompt-file' && sent.has(site.at.uri);
  const sections = [
    quotes.length === 0
      ? 'No call of a model and no prompt file found.'
      : textTable(
          hasTraffic ? [...COLUMNS, PER_MONTH] : COLUMNS,
          quotes.map(row => {
            const isAtCallers = atCallers(row.file, row.quote);
            const month = hasTraffic ? [monthText(asItCounts(row.quote, isAtCallers), numerals)] : [];
            const elsewhere = isAtCallers ? 'its callers' : isSent(row.quote) ? 'the calls that send it' : undefined;
            return [...quoteRow(row, elsewhere, numerals), ...month];
          }),
        ),
    ...workspace,
    list('Findings', foundOnce(scan.files, ({ analysis }) => analysis.findings).map(findingLine)),
    // The calls that send a prompt say which model, or why nobody knows.
    list('Unknown', quotes.filter(({ quote }) => !isSent(quote)).flatMap(unknownLines)),
    list('Problems', scan.files.flatMap(problemLines)),
    list(
      'Skipped',
      scan.coverage.skipped.map(({ shown, why }) => `${shown}  ${why}`),
    ),
    summary(scan, quotes.length),
  ];
  return `${sections.filter(section => section !== '').join('\n\n')}\n`;
}

interface Row {
  readonly file: ScannedFile;
  readonly quote: Quote;
}

/** `elsewhere`: where it is counted, if not here. */
function quoteRow({ file, quote }: Row, elsewhere: string | undefined, numerals: Numerals): string[] {
  const { site, prefix } = quote;
  const cap =
    site.outputCap.state === 'set' && site.outputCap.value !== undefined ? numerals.integer(site.outputCap.value) : site.outputCap.state;
  const byDefault = site.outputCap.byDefault ? ' by default' : '';
  const model = modelName(quote) ?? 'unknown';
  const shownCap = cap === 'absent' ? 'none' : `${site.outputCap.atMost || site.outputCap.candidates ? '≤' : ''}${cap}${byDefault}`;
  // It sends nothing itself, so that no amount is said of it, not even none.
  if (site.kind === 'constructor') return [`${place(file, quote)} (counted at the calls on it)`, model, '', '', shownCap, '', '', '', ''];
  return [
    place(file, quote) + (elsewhere === undefined ? '' : ` (counted at ${elsewhere})`),
    model,
    numerals.tokens(quote.inputTokens),
    numerals.tokens(prefix.tokens),
    shownCap,
    usd(quote.inputUsd, numerals),
    usd(quote.maxCallUsd, numerals),
    isKnown(quote.maxCallUsd) ? numerals.usd(perThousand(quote.maxCallUsd)) : 'unknown',
    quote.inputTokens.basis,
  ];
}

function usd(money: Money, numerals: Numerals): string {
  return isKnown(money) ? numerals.usd(money) : 'unknown';
}

function place(file: ScannedFile, quote: Quote): string {
  return `${file.shown}:${file.linesOf(quote.site.at).line}`;
}

const MOST_OTHER_PLACES = 3;

function findingLine(found: FoundOnce<ScannedFile>): string {
  const { file, finding, at, others } = found;
  const path = pathOf(found, { uri: file.analysis.uri, path: file.shown });
  const calls =
    others.length === 0 ? [] : [{ file, finding }, ...others].map(each => `${each.file.shown}:${each.file.linesOf(each.finding.at).line}`);
  const more = calls.length - MOST_OTHER_PLACES;
  const listed = more > 1 ? [...calls.slice(0, MOST_OTHER_PLACES), `${more} more`] : calls;
  const said = calls.length === 0 ? '' : ` So it is for the calls at ${listed.join(', ')}.`;
  return `${path}:${file.linesOf(at).line}  ${finding.severity}  ${finding.rule}  ${diagnosticText(finding)}${said}`;
}

/** Why a row says "unknown". What keeps the size of a prompt open is in the JSON: most prompts have such parts. */
function unknownLines({ file, quote }: Row): string[] {
  // What an object is made with is sent by the calls on it, which say the same where it is so.
  if (quote.site.kind === 'constructor') return [];
  const { model } = quote.site;
  const isModel = model.value === undefined && !quote.modelAssumed && model.why !== '';
  const costs = [quote.inputUsd, quote.maxCallUsd].flatMap(money => (isKnown(money) ? [] : [money.why]));
  // Why the model is unknown is why its price is.
  const reasons = isModel ? [`model: ${model.why}`, ...costs.filter(why => !why.includes(model.why))] : costs;
  return [...new Set(reasons)].map(reason => `${place(file, quote)}  ${reason}`);
}

function problemLines(file: ScannedFile): string[] {
  return file.analysis.problems.map(({ message, at }) => `${file.shown}:${file.linesOf(at).line}  ${message}`);
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`${title}:`, ...lines.map(line => `  ${line}`)].join('\n');
}

function summary({ coverage, catalogueDate }: Scan, sites: number): string {
  const parts = [
    sites === 1 ? '1 call site or prompt file' : `${sites} call sites and prompt files`,
    `${coverage.seen} ${coverage.seen === 1 ? 'file' : 'files'} seen`,
    `${coverage.analysed} analysed`,
    `${coverage.withoutTrace} without a trace of a model`,
    `${coverage.skipped.length} skipped`,
  ];
  return `${parts.join(', ')}. Prices of ${catalogueDate}.`;
}
