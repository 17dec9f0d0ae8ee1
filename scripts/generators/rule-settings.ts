import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { GeneratedFile } from './generated-file';
import type { ListedRule } from './rules';

/** Settings whose values are kept by rule id. What holds for any id stands in `additionalProperties`, written by hand. */
const SETTINGS: readonly string[] = ['promptfare.rules', 'promptfare.ignore'];
const EVERY_RULE = '*';

const byRule = z.object({ properties: z.record(z.string(), z.unknown()), additionalProperties: z.record(z.string(), z.unknown()) });

/** The manifest in which these settings suggest each rule by name. */
export async function manifestWithRules(root: string, rules: readonly ListedRule[]): Promise<GeneratedFile> {
  const text = await readFile(path.join(root, 'package.json'), 'utf8');
  const manifest: unknown = JSON.parse(text, (key, value) => (SETTINGS.includes(key) ? withRules(value, rules) : value));
  return { path: 'package.json', text: `${JSON.stringify(manifest, undefined, 2)}\n` };
}

function withRules(setting: object, rules: readonly ListedRule[]): object {
  const { properties, additionalProperties } = byRule.parse(setting);
  const everyRule = EVERY_RULE in properties ? { [EVERY_RULE]: properties[EVERY_RULE] } : {};
  const each = rules.map(({ id, summary }) => [id, { ...additionalProperties, description: `${summary}.` }] as const);
  return { ...setting, properties: { ...everyRule, ...Object.fromEntries(each) } };
}
