import { diffArrays } from 'diff';

/** How two answers compare. */
export interface Agreement {
  /** The same but for white space. */
  readonly exact: boolean;
  /** Of two answers that are JSON: how many fields both have with the same value, of all that either has. */
  readonly fields?: { readonly same: number; readonly of: number };
  /** Share of words that both have in the same order, 0 to 1. */
  readonly similarity: number;
}

/** What counts as agreeing. `judge`: a model says so. */
export const CRITERIA = ['exact', 'fields', 'similar', 'judge'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** Answers this similar count as agreeing where no other criterion is chosen. */
const SIMILAR_ENOUGH = 0.8;

/** How far two answers agree: as texts but for white space, field by field where both are JSON, and by their words (0 to 1). */
export function compareAnswers(one: string, other: string): Agreement {
  const exact = plain(one) === plain(other);
  const fields = comparedFields(jsonOf(one), jsonOf(other));
  return { exact, ...(fields === undefined ? {} : { fields }), similarity: exact ? 1 : similarity(one, other) };
}

/** Undefined: only a judge can say. Where one answer isn't JSON, no field of it agrees. */
export function agrees({ exact, fields, similarity: similar }: Agreement, criterion: Criterion): boolean | undefined {
  switch (criterion) {
    case 'exact':
      return exact;
    case 'fields':
      return exact || (fields !== undefined && fields.same === fields.of);
    case 'similar':
      return similar >= SIMILAR_ENOUGH;
    case 'judge':
      return exact ? true : undefined;
  }
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** Longer answers are compared by their first words: how long it takes grows with the square. */
const MOST_WORDS = 200;

function similarity(one: string, other: string): number {
  const [a, b] = [one, other].map(
    text =>
      text
        .toLowerCase()
        .match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)
        ?.slice(0, MOST_WORDS) ?? [],
  );
  if (a === undefined || b === undefined || a.length + b.length === 0) return 1;
  const common = diffArrays(a, b).reduce((sum, { added, removed, count }) => sum + (added || removed ? 0 : (count ?? 0)), 0);
  return (2 * common) / (a.length + b.length);
}

/** An answer's JSON, also between fences. Undefined: it is none. */
function jsonOf(answer: string): object | undefined {
  const trimmed = answer.trim();
  const fence = /^```(?:json)?[^\S\n]*\n/.exec(trimmed)?.[0];
  const inside = fence !== undefined && trimmed.endsWith('```') ? trimmed.slice(fence.length, -'```'.length) : answer;
  try {
    const value: unknown = JSON.parse(inside);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    // A text.
    return undefined;
  }
}

function comparedFields(one: object | undefined, other: object | undefined): Agreement['fields'] {
  if (one === undefined || other === undefined) return undefined;
  const [a, b] = [leavesOf(one), leavesOf(other)];
  const paths = new Set([...a.keys(), ...b.keys()]);
  const same = [...paths].filter(path => a.has(path) && b.has(path) && a.get(path) === b.get(path)).length;
  return { same, of: paths.size };
}

/** Every value that is no object, by its path. An empty object is one, too. */
function leavesOf(value: unknown, path = '', into = new Map<string, unknown>()): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null) {
    into.set(path, typeof value === 'string' ? plain(value) : value);
    return into;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) into.set(path, Array.isArray(value) ? '[]' : '{}');
  for (const [key, inner] of entries) leavesOf(inner, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, into);
  return into;
}
