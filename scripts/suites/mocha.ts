import { mkdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { testResultsFolder } from '../repository';
import { runCommand } from '../run-command';
import { brokenSuite, failureLine, type Outcome, orNothingRan } from './outcome';

const mochaBin = require.resolve('mocha/bin/mocha.js');
const reporter = path.join(__dirname, 'mocha-reporter.ts');
const propertySeed = path.join(__dirname, '../../test/property-seed.ts');

const Report = z.object({
  stats: z.object({ passes: z.number(), failures: z.number(), pending: z.number() }),
  failures: z.array(z.object({ fullTitle: z.string(), err: z.object({ message: z.string().optional() }) })),
});

export interface MochaRun {
  /** Names the report's file. */
  readonly name: string;
  /** Glob patterns below the repository's root. */
  readonly files: readonly string[];
  readonly timeoutSeconds: number;
  /** Files side by side, one process a core: for tests that share nothing. */
  readonly parallel?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs mocha over TypeScript sources in a process of its own and reads the counts from its report. */
export async function runMocha(run: MochaRun): Promise<Outcome> {
  await mkdir(testResultsFolder, { recursive: true });
  const reportFile = path.join(testResultsFolder, `${run.name}.json`);
  await rm(reportFile, { force: true });
  const limits = ['--timeout', String(run.timeoutSeconds * 1000), '--forbid-only'];
  const args = [
    mochaBin,
    '--no-config',
    '--node-option',
    'import=tsx',
    '--require',
    propertySeed,
    ...limits,
    ...(run.parallel ? ['--parallel', '--jobs', String(availableParallelism())] : []),
    '--reporter',
    reporter,
    '--reporter-option',
    `output=${reportFile}`,
  ];
  const { exitCode } = await runCommand(process.execPath, [...args, ...run.files], { output: 'show', env: run.env ?? {} });

  const report = await readFile(reportFile, 'utf8').catch(() => undefined);
  if (report === undefined) return brokenSuite(`mocha exited with ${exitCode} and wrote no report`);
  const { stats, failures } = Report.parse(JSON.parse(report));
  const outcome = orNothingRan({
    passed: stats.passes,
    failed: stats.failures,
    skipped: stats.pending,
    failures: failures.map(({ fullTitle, err }) => failureLine(fullTitle, err.message ?? '')),
  });
  if (exitCode !== 0 && outcome.failed === 0) return { ...outcome, failed: 1, note: `mocha exited with ${exitCode}` };
  return outcome;
}
