import { access } from 'node:fs/promises';
import { countedOnce } from '../core/present/spend';
import type { Quote } from '../core/quote/analysis';
import type { UsageTarget } from '../core/usage/join';
import { measureCalls } from '../core/usage/measure-calls';
import { readUsageFiles } from '../node/usage/read-usage';
import type { Scan } from './scan';
import { UsageError } from './usage-error';
import { usageText } from './usage-report';

export interface UsageOptions {
  readonly format: 'text' | 'json';
}

interface Target extends UsageTarget {
  readonly quote: Quote;
}

/** A slip of the keyboard is told before anything is scanned. */
export async function checkUsageFiles(files: readonly string[]): Promise<void> {
  for (const file of files) await access(file).catch(() => Promise.reject(new UsageError(`no such file: ${file}`)));
}

/** Measured usage beside the estimates of a scan. */
export async function reportUsage(files: readonly string[], scanned: Scan, { format }: UsageOptions): Promise<string> {
  const read = await readUsageFiles(files);
  const { calls: measured, unmatched } = measureCalls(read.groups, targetsOf(scanned));
  const calls = measured.map(call => ({ ...call, estimatedInputTokens: call.target.quote.inputTokens }));
  if (format === 'text') return usageText(read, calls, unmatched);
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
  return `${JSON.stringify(report, undefined, 2)}\n`;
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
