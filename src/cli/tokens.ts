import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { numeralsOf } from '../core/present/numerals';
import { createCatalogue } from '../core/prices/catalogue';
import type { EncodingName, TokenCounting } from '../core/prices/model';
import { countText } from '../core/tokens/count-text';
import { loadCounters } from '../node/encodings';
import { decode } from '../node/text-file';
import { textTable } from './reporters/text-table';
import { UsageError } from './usage-error';

const ENCODINGS: readonly EncodingName[] = ['o200k_base', 'cl100k_base'];

export interface TokensOptions {
  readonly model?: string;
  readonly encoding?: string;
}

/** Counts files, or standard input where none is named. */
export async function countFiles(files: readonly string[], options: TokensOptions): Promise<string> {
  const counting = countingFor(options);
  const counters = loadCounters();
  const numerals = numeralsOf('en');
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

async function readNamed(file: string): Promise<readonly [string, string]> {
  const bytes = await readFile(file).catch(error => {
    throw new UsageError(`${file} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  const text = decode(bytes);
  if (text === undefined) throw new UsageError(`${file} is binary`);
  return [file, text];
}

function countingFor({ model, encoding }: TokensOptions): TokenCounting {
  if (model !== undefined && encoding !== undefined) throw new UsageError('give --model or --encoding, not both');
  if (model !== undefined) return countingOfModel(model);
  const known = ENCODINGS.find(name => name === encoding);
  if (known === undefined) throw new UsageError(`give --model, or --encoding with one of ${ENCODINGS.join(', ')}`);
  return { encoding: known, factorLow: 1, factor: 1, factorHigh: 1, why: '' };
}

function countingOfModel(model: string): TokenCounting {
  const catalogue = createCatalogue();
  const facts = catalogue.find(undefined, model, new Date());
  if (facts === undefined) {
    const nearest = catalogue.nearest(model);
    throw new UsageError(`unknown model ${model}${nearest.length === 0 ? '' : `; did you mean ${nearest.join(' or ')}?`}`);
  }
  if (facts.counting === undefined) throw new UsageError(`nothing is known of how ${model} counts tokens; give --encoding`);
  return facts.counting;
}
