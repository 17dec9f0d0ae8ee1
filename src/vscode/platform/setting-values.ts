/** Reads setting values of unknown shape: a wrong one is reported, and the default counts. */
export interface SettingValues {
  flag(key: string, fallback: boolean): boolean;
  text(key: string, fallback: string): string;
  amount(key: string, fallback: number): number;
  choice<T extends string>(key: string, options: readonly T[], fallback: T): T;
  texts(key: string, fallback: readonly string[]): readonly string[];
  /** Entries that `read` refuses are reported one by one; the others count. */
  entries<T>(key: string, read: (value: unknown) => T | undefined, expected: string): Readonly<Record<string, T>>;
}

/** `get` answers undefined for a setting that is not there. */
export function settingValues(get: (key: string) => unknown, report: (problem: string) => void): SettingValues {
  const checked = <T>(key: string, fallback: T, expected: string, fits: (value: unknown) => value is T): T => {
    const value = get(key);
    if (value === undefined || value === null) return fallback;
    if (fits(value)) return value;
    report(`promptfare.${key} must be ${expected}, not ${written(value)}. The default counts.`);
    return fallback;
  };
  return {
    flag: (key, fallback) => checked(key, fallback, 'true or false', value => typeof value === 'boolean'),
    text: (key, fallback) => checked(key, fallback, 'a text', value => typeof value === 'string'),
    amount: (key, fallback) => checked(key, fallback, 'a number from 0 on', isAmount),
    choice: <T extends string>(key: string, options: readonly T[], fallback: T) =>
      checked(key, fallback, `one of ${options.join(', ')}`, (value): value is T => options.some(option => option === value)),
    texts: (key, fallback) => checked(key, fallback, 'a list of texts', isTexts),
    entries(key, read, expected) {
      const value = get(key) ?? {};
      if (!isRecord(value)) {
        report(`promptfare.${key} must be an object, not ${written(value)}. The default counts.`);
        return {};
      }
      return Object.fromEntries(
        Object.entries(value).flatMap(([name, entry]) => {
          const fitting = read(entry);
          if (fitting !== undefined) return [[name, fitting]];
          report(`promptfare.${key}: the value of "${name}" must be ${expected}, not ${written(entry)}. It is left out.`);
          return [];
        }),
      );
    },
  };
}

export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(entry => typeof entry === 'string');
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function written(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
