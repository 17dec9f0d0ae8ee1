// `npm test` runs every suite, `npm test -- unit host` only those (after the build). The last line is always "N passed, N failed".
import { Missing, runScript } from './missing';
import { suites } from './suites/all';
import { brokenSuite, type Outcome, type Suite } from './suites/outcome';
import { type TableRow, table } from './suites/table';

function chooseSuites(names: readonly string[]): readonly Suite[] {
  const unknown = names.filter(name => !suites.some(suite => suite.name === name));
  if (unknown.length > 0)
    throw new Missing(`No suite is called ${unknown.join(', ')}. There are: ${suites.map(suite => suite.name).join(', ')}.`);
  return names.length === 0 ? suites : suites.filter(suite => suite.name === 'build' || names.includes(suite.name));
}

/** A suite that breaks off has failed, and the next ones still run. */
async function runSuite(suite: Suite): Promise<Outcome> {
  try {
    return await suite.run();
  } catch (error) {
    if (error instanceof Missing) return brokenSuite(error.message);
    console.error(error);
    return brokenSuite(error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error));
  }
}

async function rowOf(suite: Suite): Promise<TableRow> {
  const started = performance.now();
  const outcome = await runSuite(suite);
  return { suite: suite.name, outcome, seconds: (performance.now() - started) / 1000 };
}

/** In their order; those that may run at the same time are one group. */
function groupsOf(chosen: readonly Suite[]): readonly (readonly Suite[])[] {
  const groups: Suite[][] = [];
  for (const suite of chosen) {
    const last = groups.at(-1);
    if (suite.besideOthers && last?.[0]?.besideOthers) last.push(suite);
    else groups.push([suite]);
  }
  return groups;
}

runScript(async () => {
  // Ending by `exit` lets the servers be ended too, which a bare signal would not.
  process.once('SIGTERM', () => process.exit(143));
  process.once('SIGINT', () => process.exit(130));
  const rows: TableRow[] = [];
  for (const group of groupsOf(chooseSuites(process.argv.slice(2)))) {
    console.log(`\n── ${group.map(suite => suite.name).join(', ')} ──`);
    rows.push(...(await Promise.all(group.map(rowOf))));
  }
  const sum = (count: (outcome: Outcome) => number) => rows.reduce((total, row) => total + count(row.outcome), 0);
  const failed = sum(outcome => outcome.failed);
  const failures = rows.flatMap(({ suite, outcome }) => (outcome.failures ?? []).map(line => `✖ ${suite}: ${line}`));
  if (failures.length > 0) console.log(`\n${failures.join('\n')}`);
  console.log(`\n${table(rows)}\n\n${sum(outcome => outcome.passed)} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
