import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import * as z from 'zod';
import { numeralsOf } from '../core/present/numerals';
import { countText } from '../core/tokens/count-text';
import { loadCounters } from '../node/encodings';
import { decode } from '../node/text-file';
import { answerLines } from './json-lines';
import { textTable } from './reporters/text-table';
import { createCountings } from './token-countings';
import { UsageError } from './usage-error';
import { whyUnread } from './why-unread';

export interface TokensOptions {
  readonly model?: string;
  readonly encoding?: string;
  readonly jsonl?: boolean;
}

const nameOrNothing = z
  .string('must be a text')
  .nullish()
  .transform(name => name ?? undefined);
const lineSchema = z.object(
  { encoding: nameOrNothing, model: nameOrNothing, text: z.string('must be the text to count') },
  'must be an object with a text',
);

/** Counts files, or standard input where none is named. */
export async function countFiles(files: readonly string[], options: TokensOptions): Promise<string> {
  const counting = createCountings('--')(options);
  if ('isUnknown' in counting) throw new UsageError(counting.why);
  const counters = loadCounters();
  const numerals = numeralsOf();
  const texts = files.length === 0 ? [['-', await readAll(process.stdin)] as const] : await Promise.all(files.map(readNamed));
  const rows = texts.map(([name, text]) => {
    const tokens = countText(text, counting, counters);
    const band = tokens.low === tokens.high ? '' : `${numerals.integer(tokens.low)}–${numerals.integer(tokens.high)}`;
    return [numerals.integer(tokens.value), tokens.basis, band, name, tokens.why];
  });
  const columns = [
    { head: 'TOKENS', align: 'right' },
    { head: 'BASIS', align: 'left' },
    { head: 'BAND', align: 'left' },
    { head: 'FILE', align: 'left' },
    { head: 'WHY', align: 'left' },
  ] as const;
  return `${textTable(columns, rows)}\n`;
}

/**
 * Counts one text a line of standard input; the options stand for what a line leaves out. Resolves to the number of lines that
 * couldn't be read.
 */
export async function countLines(files: readonly string[], options: TokensOptions): Promise<number> {
  if (files.length > 0) throw new UsageError('--jsonl reads standard input; name no files');
  const countings = createCountings('');
  const hasDefault = options.model !== undefined || options.encoding !== undefined;
  const fallback = hasDefault ? createCountings('--')(options) : countings({});
  if (hasDefault && 'isUnknown' in fallback) throw new UsageError(fallback.why);
  const counters = loadCounters();
  return await answerLines(process.stdin, process.stdout, lineSchema, ({ text, ...line }) => {
    const counting = line.model === undefined && line.encoding === undefined ? fallback : countings(line);
    if ('isUnknown' in counting)
      return counting.isUnknown ? { tokens: null, basis: 'unknown', why: counting.why } : { error: counting.why };
    const { value, low, high, basis, why } = countText(text, counting, counters);
    return { tokens: value, basis, ...(basis === 'exact' ? {} : { low, high, why }) };
  });
}

async function readNamed(file: string): Promise<readonly [string, string]> {
  const bytes = await readFile(file).catch(error => {
    throw new UsageError(whyUnread(file, error, 'file'));
  });
  const text = decode(bytes);
  if (text === undefined) throw new UsageError(`${file} is binary`);
  return [file, text];
}
