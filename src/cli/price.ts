import { createCatalogue } from '../core/prices/catalogue';
import { answerLines } from './json-lines';
import { priceUsage, usageSchema } from './price-usage';
import { textTable } from './reporters/text-table';
import { UsageError } from './usage-error';

export interface PriceOptions {
  readonly provider?: string;
  readonly model?: string;
  readonly inputTokens?: string;
  readonly cacheReadTokens?: string;
  readonly cacheWriteTokens?: string;
  readonly outputTokens?: string;
  readonly at?: string;
  readonly jsonl?: boolean;
}

/** Prices the one call that the options describe, as a table. */
export function priceCall(options: PriceOptions): string {
  if (options.model === undefined) throw new UsageError('give --model, or --jsonl for many calls on standard input');
  if (options.model.trim() === '') throw new UsageError('--model is empty');
  if (options.inputTokens === undefined && options.outputTokens === undefined)
    throw new UsageError('give --input-tokens, --output-tokens, or both');
  const priced = priceUsage(
    {
      provider: options.provider,
      model: options.model,
      usage: {
        input_tokens: tokensOf('--input-tokens', options.inputTokens),
        cache_read_tokens: tokensOf('--cache-read-tokens', options.cacheReadTokens),
        cache_write_tokens: tokensOf('--cache-write-tokens', options.cacheWriteTokens),
        output_tokens: tokensOf('--output-tokens', options.outputTokens),
      },
      timestamp: options.at,
    },
    createCatalogue(),
    new Date(),
  );
  // The lines of --jsonl have a field of that name; here it is an option's.
  if ('error' in priced) throw new UsageError(priced.error.replace(/^timestamp: /, '--at: '));
  const usd = priced.usd === null ? 'unknown' : `$${plainDecimal(priced.usd)}`;
  const columns = ['USD', 'BASIS', 'SINCE', 'SOURCE', 'WHY'].map(head => ({ head, align: 'left' }) as const);
  return `${textTable(columns, [[usd, priced.basis, priced.effectiveFrom ?? '-', priced.source ?? '-', priced.why ?? '']])}\n`;
}

/** Prices one call a line of standard input; resolves to the number of lines that couldn't be read. */
export async function priceLines(options: PriceOptions): Promise<number> {
  const { jsonl: _asked, ...others } = options;
  if (Object.keys(others).length > 0) throw new UsageError('--jsonl takes everything from standard input; leave the other options out');
  const catalogue = createCatalogue();
  const now = new Date();
  return await answerLines(process.stdin, process.stdout, usageSchema, line => priceUsage(line, catalogue, now));
}

function tokensOf(option: string, given: string | undefined): number {
  if (given === undefined) return 0;
  const tokens = /^\d[\d_]*$/.test(given) ? Number(given.replaceAll('_', '')) : Number.NaN;
  if (!Number.isSafeInteger(tokens)) throw new UsageError(`${option} must be a whole number of tokens, not ${given}`);
  return tokens;
}

/** Without an exponent, however little it is. */
function plainDecimal(usd: number): string {
  return usd === 0 || usd >= 1e-6 ? String(usd) : usd.toFixed(12).replace(/(?<!0)0+$/, '');
}
