/** Compatible endpoints are not always compatible, so nothing of an answer is taken for granted. */
export function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

export function listIn(value: unknown, name: string): readonly unknown[] {
  const list = property(value, name);
  return Array.isArray(list) ? list : [];
}

export function textIn(value: unknown, name: string): string {
  const text = property(value, name);
  return typeof text === 'string' ? text : '';
}
