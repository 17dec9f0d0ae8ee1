import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { repositoryRoot } from '../repository';
import { runCommand } from '../run-command';
import { type Outcome, orNothingRan } from './outcome';

const samples = path.join(repositoryRoot, 'test', 'grammar');
/** Names the grammars under test, and stand-ins for those that VS Code or other extensions bring. */
const grammarList = path.join(samples, 'grammars.json');
const snapshotTool = require.resolve('vscode-tmgrammar-test/dist/snapshot.js');

/** Compares the scopes of each sample with its snapshot. Without a snapshot the tool would write one and pass, so that fails here. */
export async function runGrammarSuite(): Promise<Outcome> {
  const entries = existsSync(samples) ? await readdir(samples, { withFileTypes: true }) : [];
  const files = entries.filter(entry => entry.isFile()).map(entry => entry.name);
  const names = files.filter(name => !name.endsWith('.snap') && !name.endsWith('.json')).sort();
  let failed = 0;
  for (const name of names) {
    const problem = await compare(path.join(samples, name));
    console.log(problem === undefined ? `  ✔ ${name}` : `  ✖ ${name}\n${problem}`);
    if (problem !== undefined) failed++;
  }
  return orNothingRan({ passed: names.length - failed, failed });
}

/** Undefined when the scopes are as in the snapshot, else what is wrong. */
async function compare(sample: string): Promise<string | undefined> {
  if (!existsSync(`${sample}.snap`))
    return `    It has no snapshot. Write one, read it and commit it: npx vscode-tmgrammar-snap --config ${path.relative(repositoryRoot, grammarList)} ${path.relative(repositoryRoot, sample)}`;
  const { exitCode, output } = await runCommand(process.execPath, [snapshotTool, '--config', grammarList, sample], { output: 'capture' });
  return exitCode === 0 ? undefined : output;
}
