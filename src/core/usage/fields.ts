import type { Row } from './usage-record';

/** The first of these fields that is set, a dot leading into an object; JSON in a text (a cell of a table) is read, too. */
export function field(row: Row, ...paths: readonly string[]): unknown {
  for (const path of paths) {
    const found = path in row ? row[path] : path.split('.').reduce<unknown>((value, key) => objectIn(value)?.[key], row);
    if (found !== undefined && found !== null && found !== '') return found;
  }
  return undefined;
}

/** The first number found at some paths of a row, thousands separators left out; undefined: none that is finite and not negative. */
export function numberIn(row: Row, ...paths: readonly string[]): number | undefined {
  const found = field(row, ...paths);
  const value = typeof found === 'number' ? found : typeof found === 'string' ? Number(found.replaceAll(',', '')) : Number.NaN;
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** The first text found at some paths of a row; undefined: none. */
export function textIn(row: Row, ...paths: readonly string[]): string | undefined {
  const found = field(row, ...paths);
  return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : undefined;
}

/** A list of texts, also as JSON or with commas between them. */
export function textsIn(row: Row, ...paths: readonly string[]): readonly string[] {
  const found = field(row, ...paths);
  if (Array.isArray(found)) return found.filter(item => typeof item === 'string');
  if (typeof found !== 'string') return [];
  const list = parsed(found);
  if (Array.isArray(list)) return list.filter(item => typeof item === 'string');
  return found.split(',').flatMap(item => (item.trim() === '' ? [] : [item.trim()]));
}

/** ISO 8601; seconds or milliseconds since 1970 are understood. */
export function timeIn(row: Row, ...paths: readonly string[]): string | undefined {
  const found = field(row, ...paths);
  if (typeof found === 'string' && /[-:T]/.test(found)) {
    const time = Date.parse(/\d \d\d:/.test(found) && !/[zZ]|[+-]\d\d:?\d\d$/.test(found) ? `${found.replace(' ', 'T')}Z` : found);
    return Number.isNaN(time) ? undefined : new Date(time).toISOString();
  }
  const number = typeof found === 'number' ? found : Number(found);
  if (found === undefined || !Number.isFinite(number) || number <= 0) return undefined;
  const milliseconds = number > 1e17 ? number / 1e6 : number > 1e11 ? number : number * 1000;
  return milliseconds < 8.64e15 ? new Date(milliseconds).toISOString() : undefined;
}

/** An object, also one that is written as a text of JSON; undefined: it is none. */
export function objectIn(value: unknown): Row | undefined {
  const object = typeof value === 'string' && value.startsWith('{') ? parsed(value) : value;
  return typeof object === 'object' && object !== null && !Array.isArray(object) ? (object as Row) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A text that only looks like JSON is a text.
    return undefined;
  }
}
