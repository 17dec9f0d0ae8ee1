import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type GeneratedFile, markdownTable, replaceBetween } from './generated-file';
import { ruleLanguages } from './rule-languages';
import type { ListedRule } from './rules';

/** The README with its table of rules brought up to date; undefined while there is no README. */
export async function readmeWithRules(root: string, rules: readonly ListedRule[]): Promise<GeneratedFile | undefined> {
  const readme = path.join(root, 'README.md');
  if (!existsSync(readme)) return undefined;
  const languages = await ruleLanguages(root);
  const rows = rules.map(rule => [
    `[\`${rule.id}\`](docs/rules/${rule.id}.md)`,
    rule.summary,
    rule.defaultSeverity,
    languages.get(rule.id) ?? 'none yet',
  ]);
  const table = markdownTable(['Rule', 'What it finds', 'Shown as', 'Tested in'], rows);
  const text = replaceBetween(await readFile(readme, 'utf8'), 'rules', table);
  if (text === undefined) throw new Error('README.md lacks the markers <!-- rules:start --> and <!-- rules:end -->');
  return { path: 'README.md', text };
}
