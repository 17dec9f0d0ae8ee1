import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureCalls } from '../../core/usage/measure-calls';
import type { ImportedUsage, UsageCall, UsageStart } from '../../protocol/usage';
import { lineIndex } from '../scan/line-index';
import { type ReadOptions, readUsageFiles } from './read-usage';

/** More than anybody reads; the rest is counted. */
const MOST_UNMATCHED = 100;

/** Reads usage files and finds out which calls made what. Throws where a file can't be opened. */
export async function importUsage({ files, calls }: UsageStart, options: ReadOptions = {}): Promise<ImportedUsage> {
  const { groups, ...read } = await readUsageFiles(files, options);
  const measured = measureCalls(groups, await withLines(calls));
  const tokens = ({ group }: (typeof measured.unmatched)[number]) => group.inputTokens + group.outputTokens;
  const unmatched = [...measured.unmatched].sort((one, other) => tokens(other) - tokens(one));
  return {
    version: 1,
    files: files.map(file => path.basename(file)),
    ...read,
    calls: measured.calls.map(({ target: { at, identity, model }, measured: usage }) => {
      const { value, low, high } = usage.outputTokens;
      return { uri: at.uri, identity, model, outputTokens: { value, low, high }, samples: usage.requests, from: 'usage', usage };
    }),
    unmatched: unmatched.slice(0, MOST_UNMATCHED).map(({ group, why }) => {
      const { model, names, tags, records, inputTokens, outputTokens } = group;
      return { model, names, tags, records, inputTokens, outputTokens, why };
    }),
    unmatchedGroups: unmatched.length,
    unmatchedRecords: unmatched.reduce((total, { group }) => total + group.records, 0),
  };
}

async function withLines(calls: readonly UsageCall[]) {
  const lines = new Map<string, ReturnType<typeof lineIndex>>();
  for (const { uri } of calls.map(({ at }) => at)) if (!lines.has(uri)) lines.set(uri, await linesOf(uri));
  return calls.map(call => {
    const lineOf = lines.get(call.at.uri) ?? firstLine;
    return { ...call, line: lineOf(call.at.start), endLine: lineOf(call.at.end) };
  });
}

async function linesOf(uri: string): Promise<ReturnType<typeof lineIndex>> {
  try {
    return lineIndex(await readFile(fileURLToPath(uri), 'utf8'));
  } catch {
    // A file that went away since the scan, or lies elsewhere: its calls are still told by name, tag and model.
    return firstLine;
  }
}

function firstLine(): number {
  return 1;
}
