import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { type GeneratedFile, markdownTable, replaceBetween } from './generated-file';

const registry = z.object({
  RULES: z.array(z.object({ id: z.string().min(1), summary: z.string().min(1), defaultSeverity: z.string().min(1) })),
});

/** The README with its table of rules brought up to date; undefined while there is no README or no rule. */
export async function readmeWithRules(root: string): Promise<GeneratedFile | undefined> {
  const readme = path.join(root, 'README.md');
  const module = path.join(root, 'src/core/rules/registry.ts');
  if (!existsSync(readme) || !existsSync(module)) return undefined;
  const { RULES } = registry.parse(await import(pathToFileURL(module).href));
  const rows = RULES.map(rule => [`[\`${rule.id}\`](docs/rules/${rule.id}.md)`, rule.summary, rule.defaultSeverity]);
  const table = markdownTable(['Rule', 'What it finds', 'Shown as'], rows);
  const text = replaceBetween(await readFile(readme, 'utf8'), 'rules', table);
  if (text === undefined) throw new Error('README.md lacks the markers <!-- rules:start --> and <!-- rules:end -->');
  return { path: 'README.md', text };
}
