import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { type HostEvent, hostEventsFile } from '../../scripts/suites/host-events';

const eventsFile = path.join(__dirname, hostEventsFile);

/** Called by VS Code inside the extension host, with this file's bundle and those of the suites in one folder. */
export async function run(): Promise<void> {
  writeFileSync(eventsFile, '');
  let failures: number;
  try {
    failures = await runSuites();
  } catch (error) {
    report({ kind: 'failed', title: 'loading the suites', error: describeError(error) });
    failures = 1;
  }
  report({ kind: 'end', failures });
  if (failures > 0) throw new Error(`${failures} host tests failed.`);
}

function runSuites(): Promise<number> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, forbidOnly: true, reporter: FileReporter });
  const suites = readdirSync(__dirname).filter(name => name.endsWith('.host.js'));
  for (const suite of suites.sort()) mocha.addFile(path.join(__dirname, suite));
  return new Promise(resolve => mocha.run(resolve));
}

class FileReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.on('test', test => report({ kind: 'start', title: test.fullTitle() }));
    runner.on('pass', test => report({ kind: 'passed', title: test.fullTitle(), milliseconds: test.duration ?? 0 }));
    runner.on('pending', test => report({ kind: 'skipped', title: test.fullTitle() }));
    runner.on('fail', (test, error) => report({ kind: 'failed', title: test.fullTitle(), error: describeError(error) }));
  }
}

function report(event: HostEvent): void {
  appendFileSync(eventsFile, `${JSON.stringify(event)}\n`);
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
