// Writes everything that follows from other files: `npm run generate`. With --check it only says what is stale, and fails.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { coveragePage } from './generators/coverage';
import type { GeneratedFile } from './generators/generated-file';
import { knownLanguages, listedLanguages, manifestWithLanguages } from './generators/languages';
import { manifestPages } from './generators/manifest-pages';
import { promptFileNames } from './generators/prompt-file-names';
import { REGISTRIES, registryFile } from './generators/registries';
import { reportSchemaPage } from './generators/report-schema';
import { rulePages } from './generators/rule-pages';
import { manifestWithRules } from './generators/rule-settings';
import { listedRules } from './generators/rules';
import { readmeWithRules } from './generators/rules-table';
import { unicodeClasses } from './generators/unicode-classes';
import { wordyPhrases } from './generators/wordy-phrases';
import { workspaceFileSchemaPage } from './generators/workspace-file-schema';
import { repositoryRoot } from './repository';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { check: { type: 'boolean', default: false }, root: { type: 'string', default: repositoryRoot } },
  });
  const stale: string[] = [];
  await generate(values.root, async file => {
    const target = path.join(values.root, file.path);
    if (existsSync(target) && (await readFile(target, 'utf8')) === file.text) return;
    stale.push(file.path);
    if (values.check) return;
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.text);
  });
  for (const file of stale) console.log(values.check ? `${file} is stale: run \`npm run generate\`.` : `Wrote ${file}.`);
  if (values.check && stale.length > 0) process.exitCode = 1;
}

/** The registries come first: what is said of the rules is read from them. */
async function generate(root: string, finish: (file: GeneratedFile) => Promise<void>): Promise<void> {
  for (const kind of REGISTRIES) {
    const file = await registryFile(root, kind);
    if (file !== undefined) await finish(formatted(file));
  }
  const languages = await listedLanguages(root);
  if (languages !== undefined) {
    await finish(formatted(knownLanguages(languages)));
    await finish(await manifestWithLanguages(root, languages));
  }
  const names = await promptFileNames(root);
  if (names !== undefined) await finish(formatted(names));
  const phrases = await wordyPhrases(root);
  if (phrases !== undefined) await finish(formatted(phrases));
  if (existsSync(path.join(root, 'src', 'core', 'tokens'))) await finish(formatted(unicodeClasses()));
  const rules = await listedRules(root);
  const ofRules =
    rules === undefined
      ? []
      : [await readmeWithRules(root, rules), await manifestWithRules(root, rules), ...(await rulePages(root, rules))];
  for (const file of ofRules) if (file !== undefined) await finish(file);
  for (const file of await manifestPages(root)) await finish(file);
  const coverage = await coveragePage(root, languages ?? (await listedLanguages(repositoryRoot)) ?? []);
  if (coverage !== undefined) await finish(coverage);
  if (existsSync(path.join(root, 'src', 'cli', 'reporters', 'report-schema.ts'))) await finish(reportSchemaPage());
  if (existsSync(path.join(root, 'src', 'core', 'workspace-file', 'file-schema.ts'))) await finish(workspaceFileSchemaPage());
}

/** As the project's formatter would leave it, so that --check and the linter agree. */
function formatted(file: GeneratedFile): GeneratedFile {
  const biome = path.join(repositoryRoot, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const args = [biome, 'check', '--write', `--stdin-file-path=${file.path}`];
  const text = execFileSync(process.execPath, args, {
    cwd: repositoryRoot,
    input: file.text,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return { path: file.path, text };
}

void main();
