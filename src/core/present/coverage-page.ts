import type { Quote } from '../quote/analysis';
import { isKnown } from '../quote/basis';
import { functionName } from '../request/function-name';
import { escapeProse } from './markdown';
import type { Numerals } from './numerals';
import { clausesOf } from './request-table';
import { countedOnce, type FileSpend, usdOf } from './spend';

/** What a scan of the workspace looked at. */
export interface Coverage {
  readonly seen: number;
  readonly analysed: number;
  readonly withoutTrace: number;
  readonly skipped: readonly { readonly file: string; readonly why: string }[];
  /** What could not be parsed of files that were analysed; calls in it may be missing. `line` is 1-based. */
  readonly unparsed: readonly { readonly file: string; readonly line: number; readonly why: string }[];
}

/** What the figures of a workspace rest on, in Markdown: files read and skipped, and every call with an unknown part, with the reason. */
export function coveragePage(coverage: Coverage | undefined, files: readonly FileSpend[], numerals: Numerals): string {
  if (coverage === undefined) return '# What Promptfare has read\n\nNothing yet: run “Promptfare: Scan Workspace”.\n';
  const calls = countedOnce(files).flatMap(file => file.quotes.map(quote => ({ file, quote })));
  const unknownModels = calls.filter(({ quote }) => quote.site.model.candidates.length === 0 && quote.model === undefined);
  const unpriced = calls.filter(({ quote }) => usdOf(quote) === undefined && quote.site.model.candidates.length > 0);
  const open = calls.filter(({ quote }) => !Number.isFinite(quote.inputTokens.high));
  const unbounded = calls.filter(({ quote }) => isKnown(quote.inputUsd) && !isKnown(quote.maxCallUsd));
  const n = (value: number) => numerals.integer(value);
  const rows = (list: typeof calls, why: (call: (typeof calls)[number]) => string) =>
    list.map(call => `- \`${call.file.path}\` ${nameOf(call.quote)}${escapeProse(why(call), 1000)}`);
  return [
    '# What Promptfare has read',
    '',
    `${n(coverage.seen)} files seen: ${n(coverage.analysed)} analysed, ${n(coverage.withoutTrace)} without a trace of a model, ${n(coverage.skipped.length)} skipped.`,
    `${calls.length === 1 ? '1 call or prompt' : `${n(calls.length)} calls and prompts`}: ${n(unknownModels.length)} of unknown model, ${n(unpriced.length)} of unknown price, ${n(open.length)} with a part of unknown size.`,
    ...section(
      'Skipped files',
      coverage.skipped.map(({ file, why }) => `- \`${file}\`: ${why}`),
    ),
    ...section(
      'Files read in part: calls may be missing',
      coverage.unparsed.map(({ file, line, why }) => `- \`${file}\` line ${n(line)}: ${escapeProse(why)}`),
    ),
    ...section(
      'Unknown models',
      rows(unknownModels, ({ quote }) => quote.site.model.why),
    ),
    ...section(
      'Unknown prices',
      rows(unpriced, ({ quote }) => quote.inputUsd.why),
    ),
    ...section(
      'Answers of unknown length',
      rows(unbounded, ({ quote }) => quote.maxCallUsd.why),
    ),
    ...section(
      'Parts of unknown size',
      rows(open, ({ quote }) => openParts(quote.inputTokens.why)),
    ),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];
}

/** A prompt file is its path. */
function nameOf({ site }: Quote): string {
  const name = functionName(site) || (site.kind === 'prompt-file' ? '' : site.api);
  return name === '' ? '' : `${escapeProse(name)}: `;
}

/** What is missing, without how the rest was counted. */
function openParts(why: string): string {
  const clauses = clausesOf(why);
  const missing = clauses.filter(clause => clause.startsWith('without '));
  return (missing.length === 0 ? clauses : missing).join('; ');
}
