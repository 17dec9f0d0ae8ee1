import type { Document } from 'yaml';

/** Whether two YAML documents say the same apart from one path. Empty maps and nulls on the way to it don't count. */
export function sameButFor(
  before: Document.Parsed,
  after: Document.Parsed,
  path: readonly string[],
  shorthand: Readonly<Record<string, string>>,
): boolean {
  const [one, other] = [plain(before), plain(after)];
  if (one === undefined || other === undefined) return false;
  return JSON.stringify(without(one.value, path, shorthand)) === JSON.stringify(without(other.value, path, shorthand));
}

/** Undefined when the document can't be expanded: aliases that multiply without end. */
function plain(document: Document.Parsed): { readonly value: unknown } | undefined {
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    JSON.stringify(value);
    return { value };
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A list item's short form written out: `- x` is `- id: x`. */
function longForm(item: unknown, shorthand: Readonly<Record<string, string>>): unknown {
  const key = shorthand['-'];
  return key !== undefined && typeof item === 'string' ? { [key]: item } : item;
}

function without(value: unknown, path: readonly string[], shorthand: Readonly<Record<string, string>>): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return undefined;
  if (value === null || value === undefined) return {};
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (String(index) === key ? without(longForm(item, shorthand), rest, {}) : item));
  if (typeof value !== 'object') return value;
  const entries: [string, unknown][] = Object.entries(value);
  const kept = entries.filter(([name]) => name !== key);
  const child = entries.find(([name]) => name === key)?.[1];
  const longer = rest.length > 0 && shorthand[key] !== undefined && typeof child === 'string' ? { [shorthand[key]]: child } : child;
  const item = shorthand['-'];
  const remaining = without(longer, rest, item === undefined ? {} : { '-': item });
  const empty = remaining === undefined || (typeof remaining === 'object' && remaining !== null && Object.keys(remaining).length === 0);
  return Object.fromEntries(empty ? kept : [...kept, [key, remaining]]);
}
