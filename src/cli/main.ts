import { Command, CommanderError, Option } from 'commander';
import type { QuoteSettings } from '../core/quote/settings';
import { packageVersion } from './package-version';
import type { PriceOptions } from './price';
import type { Scan } from './scan';
import type { TokensOptions } from './tokens';
import type { UsageOptions } from './usage';
import { UsageError } from './usage-error';
import { writePieces } from './write-pieces';

const EXIT_FINDINGS = 1;
const EXIT_BAD_LINES = 1;
const EXIT_NO_USAGE = 1;
const EXIT_USAGE = 2;

interface ScanOptions {
  readonly format: 'text' | 'json';
  readonly referenceModel?: string;
  readonly promptFiles: readonly string[];
  readonly budget?: true;
  /** false: --no-workspace-file. */
  readonly workspaceFile: boolean;
  /** false: --no-cache. undefined: where the system keeps caches. */
  readonly cache?: string | false;
}

function createProgram(): Command {
  const program = new Command('promptfare')
    .description('Shows what prompts and calls of language models cost: tokens, dollars, and what wastes money.')
    .version(packageVersion())
    .exitOverride();

  program
    .command('scan')
    .description('List every call of a model and every prompt file with its tokens and cost, and the findings.')
    .argument('[paths...]', 'files or folders', ['.'])
    .addOption(new Option('-f, --format <format>', 'how to report').choices(['text', 'json']).default('text'))
    .option('--reference-model <model>', 'price prompts that name no model by this one')
    .option('--prompt-files <globs...>', 'Markdown and text files that are one prompt each, e.g. "prompts/**/*.md"', [])
    .option('--budget', 'fail where a budget in promptfare.json is exceeded, and for nothing else')
    .option('--no-workspace-file', 'leave promptfare.json aside')
    .option('--cache <folder>', 'keep results for the next scan here instead of where the system keeps caches')
    .option('--no-cache', 'analyse all files, and keep nothing')
    .addHelpText('after', SCAN_HELP)
    .action(async (paths: string[], options: ScanOptions) => {
      // Loaded when asked for: help and small commands need not wait for the whole core.
      const [{ scan }, { defaultCacheFolder }, { jsonReport }, { textReport }, { exceededBudgets }] = await Promise.all([
        import('./scan'),
        import('../node/scan/scan-cache'),
        import('./reporters/json'),
        import('./reporters/text'),
        import('./exceeded-budgets'),
      ]);
      const cacheFolder = options.cache ?? defaultCacheFolder();
      const settings = settingsOf(options);
      const useWorkspaceFiles = options.workspaceFile;
      const result = await scan(paths, { settings, useWorkspaceFiles, ...(cacheFolder === false ? {} : { cacheFolder }) });
      const exceeded = options.budget === true ? exceededBudgets(result) : [];
      await writePieces(process.stdout, options.format === 'json' ? jsonReport(result) : [textReport(result)]);
      for (const note of result.notes) process.stderr.write(`promptfare: ${note}\n`);
      for (const failure of result.failures) process.stderr.write(`promptfare: failed on ${failure}\n`);
      for (const over of exceeded) process.stderr.write(`promptfare: over budget: ${over}\n`);
      if (options.budget === true ? exceeded.length > 0 : hasWarnings(result)) process.exitCode = EXIT_FINDINGS;
    });

  program
    .command('tokens')
    .description('Count the tokens of files, or of standard input.')
    .argument('[files...]', 'files; none: standard input')
    .option('-m, --model <model>', 'count as this model does')
    .addOption(new Option('-e, --encoding <encoding>', 'count with this encoding').choices(['o200k_base', 'cl100k_base']))
    .option('--jsonl', 'answer each line {"model" or "encoding", "text"} of standard input with {"tokens", "basis"}')
    .addHelpText('after', TOKENS_HELP)
    .action(async (files: string[], options: TokensOptions) => {
      const { countFiles, countLines } = await import('./tokens');
      if (options.jsonl !== true) process.stdout.write(await countFiles(files, options));
      else if ((await countLines(files, options)) > 0) process.exitCode = EXIT_BAD_LINES;
    });

  program
    .command('price')
    .description('Say what one call costs, or cost on another day: of its usage, at the price of that time.')
    .option('-p, --provider <provider>', "who is called; without it the model's maker")
    .option('-m, --model <model>', 'the model as the call names it')
    .option('--input-tokens <count>', 'all input, the cached included')
    .option('--cache-read-tokens <count>', 'of the input, what was read from the cache')
    .option('--cache-write-tokens <count>', "of the input, what was written to the cache, at the provider's default time to live")
    .option('--output-tokens <count>', 'all output, thinking included')
    .option('--at <date>', 'the day or time of the call, in ISO 8601 (UTC unless it says otherwise); without it, now')
    .option('--jsonl', 'answer each line of standard input with one of {"usd", "basis", "source", "effectiveFrom"}')
    .addHelpText('after', PRICE_HELP)
    .action(async (options: PriceOptions) => {
      const { priceCall, priceLines } = await import('./price');
      if (options.jsonl !== true) process.stdout.write(priceCall(options));
      else if ((await priceLines(options)) > 0) process.exitCode = EXIT_BAD_LINES;
    });

  program
    .command('usage')
    .description(
      'Put measured usage beside the estimates: exports of OpenAI, Anthropic, LiteLLM, Langfuse, LangSmith and Opik, and OpenTelemetry spans.',
    )
    .argument('<files...>', 'files that the tools export: JSON, JSON lines or CSV, of any size')
    .option('--in <paths...>', 'files or folders whose calls were measured', ['.'])
    .addOption(new Option('-f, --format <format>', 'how to report').choices(['text', 'json']).default('text'))
    .addHelpText('after', USAGE_HELP)
    .action(async (files: string[], options: UsageOptions & { readonly in: readonly string[] }) => {
      const [{ scan }, { checkUsageFiles, reportUsage }] = await Promise.all([import('./scan'), import('./usage')]);
      await checkUsageFiles(files);
      const scanned = await scan(options.in, { settings: settingsOf({ promptFiles: [] }), useWorkspaceFiles: true });
      const { text, records } = await reportUsage(files, scanned, options);
      process.stdout.write(text);
      if (records === 0) process.exitCode = EXIT_NO_USAGE;
    });

  tellInOneLine(program, 'promptfare');
  for (const command of program.commands) tellInOneLine(command, `promptfare ${command.name()}`);
  return program;
}

function tellInOneLine(command: Command, name: string): void {
  const outputError = (text: string, write: (text: string) => void) =>
    write(
      `${text
        .trimEnd()
        .replace(/^error: /, 'promptfare: ')
        .replaceAll('\n', ' ')} (${name} --help lists what can be asked)\n`,
    );
  command.configureOutput({ outputError });
}

const USAGE_HELP = `
A record belongs to a call by its place in the code, by a name or tag that one call alone has (its function, its file), or by a
model that one call alone uses. What belongs to none, or may belong to several, is listed apart.

Exit codes:
  0  the files were read, as far as they can be
  1  no usage was found in them
  2  wrong usage, or a file that does not exist

Examples:
  promptfare usage usage.csv
  promptfare usage spans.jsonl --in src --format json`;

const SCAN_HELP = `
Leaves out what .gitignore leaves out, and node_modules, .venv, site-packages, _next.

Exit codes:
  0  no finding of severity warning or error
  1  findings of severity warning or error
  2  wrong usage, or a path that does not exist or can't be read
With --budget:
  0  every budget holds, as far as traffic and prices are known
  1  what a call, a feature or all together cost is above a limit that is an error
  2  wrong usage, or promptfare.json states no budget or can't be read

Examples:
  promptfare scan                        everything below this folder
  promptfare scan src --format json      for scripts
  promptfare scan --budget               before merging`;

const LINES_HELP = `
Exit codes:
  0  every answer is there
  1  with --jsonl: a line could not be read, and was answered with {"error"}
  2  wrong usage`;

const TOKENS_HELP = `${LINES_HELP}, a file that can't be read, or an unknown model

Examples:
  promptfare tokens prompts/*.md --model claude-sonnet-5-5
  promptfare tokens --jsonl < texts.jsonl      {"encoding": "o200k_base", "text": "hello"}`;

const PRICE_HELP = `
A price that nobody states is unknown, and never zero. So is that of a model which is in no price list.
${LINES_HELP}

Examples:
  promptfare price --model gpt-6-sol --input-tokens 12000 --cache-read-tokens 9600 --output-tokens 800
  promptfare price --jsonl < usage.jsonl

  A line of usage.jsonl, of which only the model and the input are needed:
  {"provider": "openai", "model": "gpt-6-sol", "timestamp": "2026-11-20T09:30:00Z", "usage":
   {"input_tokens": 12000, "cache_read_tokens": 9600, "cache_write_tokens": 0, "output_tokens": 800}}`;

function settingsOf(options: Pick<ScanOptions, 'referenceModel' | 'promptFiles'>): QuoteSettings {
  return {
    ...(options.referenceModel === undefined ? {} : { referenceModel: options.referenceModel }),
    severities: {},
    ignore: { '*': [] },
    notCalls: [],
    promptFiles: options.promptFiles,
  };
}

function hasWarnings({ files }: Scan): boolean {
  return files.some(({ analysis }) => analysis.findings.some(({ severity }) => severity === 'warning' || severity === 'error'));
}

async function main(): Promise<void> {
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on('error', error => {
    if (!('code' in error) || error.code !== 'EPIPE') throw error;
  });
  try {
    await createProgram().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : EXIT_USAGE;
    else if (error instanceof UsageError) {
      process.stderr.write(`promptfare: ${error.message}\n`);
      process.exitCode = EXIT_USAGE;
    } else throw error;
  }
}

void main();
