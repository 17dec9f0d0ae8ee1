// `npm run bench`: builds, measures what a user waits for, prints a table and writes test-results/bench.json.
//   npm run bench -- scan            only what is named: analysis, tokens, scan, editor, estimator, package, routing
//   npm run bench -- scan --large    with a tree of 100,000 files
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { measureAnalysis } from './bench/analysis-latency';
import { measureEditor } from './bench/editor';
import { measureEstimator } from './bench/estimator';
import type { Measurement } from './bench/measurement';
import { measureRouting } from './bench/routing';
import { measureTokens } from './bench/tokens/measure-tokens';
import { measureScans } from './bench/workspace-scan';
import { build } from './build';
import { repositoryRoot, testResultsFolder } from './repository';
import { packVsix } from './vsix';

async function main(): Promise<void> {
  const dist = path.join(repositoryRoot, 'dist');
  if (!(await build({ production: true }))) {
    process.exitCode = 1;
    return;
  }
  const measurements: Measurement[] = [];
  const asked = process.argv.slice(2).filter(argument => !argument.startsWith('--'));
  const measures: Readonly<Record<string, () => Promise<Measurement[]>>> = {
    analysis: () => measureAnalysis(dist),
    tokens: () => measureTokens(dist),
    scan: () => measureScans(dist, process.argv.includes('--large')),
    editor: measureEditor,
    estimator: measureEstimator,
    package: measurePackage,
    routing: () => measureRouting(dist),
  };
  for (const [name, measure] of Object.entries(measures)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    try {
      measurements.push(...(await measure()));
    } catch (error) {
      // The rest is still worth measuring.
      console.error('Not measured:', error);
      process.exitCode = 1;
    }
  }
  await mkdir(testResultsFolder, { recursive: true });
  const machine = { node: process.version, cpus: os.cpus().length, cpu: os.cpus()[0]?.model ?? 'unknown' };
  await writeFile(path.join(testResultsFolder, 'bench.json'), `${JSON.stringify({ machine, measurements }, undefined, 2)}\n`);
  console.log(table(measurements));
}

async function measurePackage(): Promise<Measurement[]> {
  const { megabytes } = await packVsix(testResultsFolder);
  return [{ name: 'VSIX size', value: megabytes, unit: 'MB' }];
}

function table(measurements: readonly Measurement[]): string {
  const width = Math.max(...measurements.map(({ name }) => name.length));
  return measurements
    .map(({ name, value, unit, baseline }) => {
      const ratio =
        baseline === undefined ? '' : `  ${(value / baseline.value).toFixed(2)} × ${baseline.name} (${baseline.value.toFixed(1)} ${unit})`;
      return `${name.padEnd(width)}  ${value.toFixed(unit === 'MB' ? 2 : 1).padStart(8)} ${unit}${ratio}`;
    })
    .join('\n');
}

void main();
