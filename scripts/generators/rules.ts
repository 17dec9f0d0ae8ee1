import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const registry = z.object({
  RULES: z.array(
    z.object({
      id: z.string().min(1),
      summary: z.string().min(1),
      defaultSeverity: z.string().min(1),
      options: z.custom<z.ZodObject>(value => value instanceof z.ZodObject).optional(),
    }),
  ),
});

export type ListedRule = z.infer<typeof registry>['RULES'][number];

export interface ListedOption {
  readonly name: string;
  readonly default: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly description: string;
}

const listedOption = z.object({
  default: z.number(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  description: z.string(),
});

/** What can be set of a rule, as its schema says it. */
export function optionsOf({ options }: ListedRule): readonly ListedOption[] {
  if (options === undefined) return [];
  const { properties = {} } = z.toJSONSchema(options, { io: 'input' });
  return Object.entries(properties).map(([name, schema]) => {
    const { maximum, minimum, ...option } = listedOption.parse(schema);
    // Whole numbers have bounds that nobody chose.
    const isChosen = maximum !== undefined && maximum !== Number.MAX_SAFE_INTEGER;
    return { name, ...option, ...(minimum === undefined ? {} : { minimum }), ...(isChosen ? { maximum } : {}) };
  });
}

/** The rules as their registry lists them; undefined while there is none. */
export async function listedRules(root: string): Promise<readonly ListedRule[] | undefined> {
  const module = path.join(root, 'src/core/rules/registry.ts');
  return existsSync(module) ? registry.parse(await import(pathToFileURL(module).href)).RULES : undefined;
}
