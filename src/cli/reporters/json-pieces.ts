/** A report whose lists are made while it is written. */
export type InPieces<T> = { readonly [K in keyof T]: T[K] extends readonly (infer Entry)[] ? Iterable<Entry> : T[K] };

/** What `JSON.stringify` gives with an indent of two, piece by piece: a report of many calls never stands in memory as a whole. */
export function* reportPieces(fields: object): Generator<string> {
  let before = '{';
  for (const [name, value] of Object.entries(fields)) {
    yield `${before}\n  ${JSON.stringify(name)}: `;
    if (isList(value)) yield* listPieces(value);
    else yield written(value, '  ');
    before = ',';
  }
  yield before === '{' ? '{}\n' : '\n}\n';
}

function* listPieces(entries: Iterable<unknown>): Generator<string> {
  let before = '[';
  for (const entry of entries) {
    yield `${before}\n    ${written(entry, '    ')}`;
    before = ',';
  }
  yield before === '[' ? '[]' : '\n  ]';
}

/** No line break stands within a text: it would be an escape. */
function written(value: unknown, indent: string): string {
  return JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${indent}`);
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
