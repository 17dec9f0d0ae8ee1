import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { GeneratedFile } from './generated-file';
import { type ListedOption, type ListedRule, optionsOf } from './rules';

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
  const isSeverity = 'enum' in additionalProperties || 'anyOf' in additionalProperties;
  const each = rules.map(rule => {
    const options = isSeverity ? optionsOf(rule) : [];
    const schema = options.length === 0 ? additionalProperties : withOptions(additionalProperties, options);
    return [rule.id, { ...schema, description: `${rule.summary}.` }] as const;
  });
  return { ...setting, properties: { ...everyRule, ...Object.fromEntries(each) } };
}

/** A severity, or a list of that and options. */
function withOptions(severity: Readonly<Record<string, unknown>>, options: readonly ListedOption[]): Record<string, unknown> {
  const properties = Object.fromEntries(options.map(({ name, ...option }) => [name, { type: 'number', ...option }] as const));
  const list = {
    type: 'array',
    items: [severity, { type: 'object', properties, additionalProperties: false }],
    minItems: 2,
    maxItems: 2,
  };
  return { anyOf: [severity, list] };
}
