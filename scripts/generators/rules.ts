import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const registry = z.object({
  RULES: z.array(z.object({ id: z.string().min(1), summary: z.string().min(1), defaultSeverity: z.string().min(1) })),
});

export type ListedRule = z.infer<typeof registry>['RULES'][number];

/** The rules as their registry lists them; undefined while there is none. */
export async function listedRules(root: string): Promise<readonly ListedRule[] | undefined> {
  const module = path.join(root, 'src/core/rules/registry.ts');
  return existsSync(module) ? registry.parse(await import(pathToFileURL(module).href)).RULES : undefined;
}
