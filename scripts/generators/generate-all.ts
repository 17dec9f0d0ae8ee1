import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { repositoryRoot } from '../repository';
import { coveragePage } from './coverage';
import type { GeneratedFile } from './generated-file';
import { knownLanguages, listedLanguages, manifestWithLanguages } from './languages';
import { manifestPages } from './manifest-pages';
import { promptFileNames } from './prompt-file-names';
import { REGISTRIES, registryFile } from './registries';
import { reportSchemaPage } from './report-schema';
import { rulePages } from './rule-pages';
import { manifestWithRules } from './rule-settings';
import { listedRules } from './rules';
import { readmeWithRules } from './rules-table';
import { unicodeClasses } from './unicode-classes';
import { wordyPhrases } from './wordy-phrases';
import { workspaceFileSchemaPage } from './workspace-file-schema';

/**
 * Writes everything below `root` that follows from other files, or only looks when `check` is set. Paths, relative to the root, of what was
 * stale.
 */
export async function generateAll(root: string, check: boolean): Promise<readonly string[]> {
  const stale: string[] = [];
  await generate(root, async file => {
    const target = path.join(root, file.path);
    if (existsSync(target) && (await readFile(target, 'utf8')) === file.text) return;
    stale.push(file.path);
    if (check) return;
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.text);
  });
  return stale;
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
