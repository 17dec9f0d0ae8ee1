import type { Value } from '../source/values';
import { positional } from './arguments';
import { isZod } from './zod';

/** More than that say no more than that it is some text. */
const MOST = 40;
/** Checks that leave a text as it is; where it may be left out, or is replaced, the names aren't all that it may be. */
const NEUTRAL: ReadonlySet<string> = new Set(['describe', 'meta', 'brand', 'readonly', 'refine', 'superRefine', 'check', 'register']);

/** The texts of which a schema takes no others: `z.enum(['a', 'b'])`, `z.literal('a')`, `z.union([z.literal('a'), …])`; undefined: not such a schema. */
export function namesTaken(schema: Value): readonly Value[] | undefined {
  if (schema.kind !== 'call') return undefined;
  const { callee, args } = schema;
  if (callee.kind === 'member') return NEUTRAL.has(callee.key) ? namesTaken(callee.object) : undefined;
  if (callee.kind !== 'external' || !isZod(callee)) return undefined;
  const [first] = positional(args).map(({ value }) => value);
  switch (callee.path[callee.path.length - 1]) {
    case 'enum':
    case 'nativeEnum':
      return first && textsIn(first);
    case 'literal':
      return first?.kind === 'list' ? textsIn(first) : first?.kind === 'text' ? [first] : undefined;
    case 'union':
      return first?.kind === 'list' ? allOf(first.items.map(namesTaken)) : undefined;
    default:
      return undefined;
  }
}

function textsIn(names: Value): readonly Value[] | undefined {
  const values = names.kind === 'list' ? names.items : names.kind === 'record' ? names.entries.map(({ value }) => value) : [];
  return allOf(values.map(value => (value.kind === 'text' ? [value] : undefined)));
}

function allOf(parts: readonly (readonly Value[] | undefined)[]): readonly Value[] | undefined {
  const known = parts.flatMap(part => (part === undefined ? [] : [part]));
  const all = known.flat();
  return known.length < parts.length || all.length === 0 || all.length > MOST ? undefined : all;
}
