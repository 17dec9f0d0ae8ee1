import { parse } from 'jsonc-parser';
import { type Scenario, scenarioSchema } from '../../core/spend/scenario';

/** The scenarios of a workspace file that are right; what is wrong is a diagnostic in the file. */
export function scenariosIn(text: string): Readonly<Record<string, Scenario>> {
  const file: unknown = parse(text, [], { allowTrailingComma: true });
  if (!isRecord(file) || !isRecord(file.scenarios)) return {};
  return Object.fromEntries(
    Object.entries(file.scenarios).flatMap(([name, value]) => {
      const parsed = scenarioSchema.safeParse(value);
      return parsed.success ? [[name, parsed.data]] : [];
    }),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
