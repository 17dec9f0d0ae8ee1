import { access, constants, stat } from 'node:fs/promises';
import { countedOnce } from '../core/present/spend';
import type { Quote } from '../core/quote/analysis';
import { measuredQuote } from '../core/quote/measured-quote';
import type { UsageTarget } from '../core/usage/join';
import { measureCalls } from '../core/usage/measure-calls';
import { readUsageFiles } from '../node/usage/read-usage';
import type { Scan } from './scan';
import { UsageError } from './usage-error';
import { usageText } from './usage-report';
import { whyUnread } from './why-unread';

export interface UsageOptions {
  readonly format: 'text' | 'json';
}

interface Target extends UsageTarget {
  readonly quote: Quote;
}

/** A slip of the keyboard is told before anything is scanned. */
export async function checkUsageFiles(files: readonly string[]): Promise<void> {
  for (const file of files) {
    if (await isFolder(file)) throw new UsageError(`${file} is a folder: name the files in it that a tool exported`);
  }
}

async function isFolder(file: string): Promise<boolean> {
  try {
    await access(file, constants.R_OK);
    return (await stat(file)).isDirectory();
  } catch (error) {
    throw new UsageError(whyUnread(file, error, 'file'));
  }
}

export interface UsageReport {
  readonly text: string;
  /** Of usage that were read; none: the files hold nothing that is known. */
  readonly records: number;
}

/** Measured usage beside the estimates of a scan. */
export async function reportUsage(files: readonly string[], scanned: Scan, { format }: UsageOptions): Promise<UsageReport> {
  const read = await readUsageFiles(files);
  const { calls: measured, unmatched } = measureCalls(read.groups, targetsOf(scanned));
  const { records } = read;
  const calls = measured.map(call => {
    const { quote } = call.target;
    return { ...call, estimatedInputTokens: quote.inputTokens, callUsd: measuredQuote(quote, call.measured).callUsd };
  });
  if (format === 'text') return { text: usageText(read, calls, unmatched), records };
  const { groups: _groups, ...counts } = read;
  const report = {
    version: 1,
    ...counts,
    calls: calls.map(({ target: { quote, models: _models, ...target }, ...call }) => ({
      ...target,
      ...call,
      estimatedInputTokens: { ...call.estimatedInputTokens, high: finite(quote.inputTokens.high) },
    })),
    unmatched,
  };
  return { text: `${JSON.stringify(report, undefined, 2)}\n`, records };
}

function targetsOf({ files }: Scan): readonly Target[] {
  const spending = countedOnce(
    files.map(({ file, analysis }) => ({ uri: analysis.uri, path: file, quotes: analysis.quotes, findings: [] })),
  );
  return spending.flatMap(({ path, quotes }, index) =>
    quotes.map(quote => {
      const { identity, symbol, model, at } = quote.site;
      const lines = files[index]?.linesOf(at) ?? { line: 1, endLine: 1 };
      return { path, ...lines, identity, symbol, models: model.candidates, quote };
    }),
  );
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
