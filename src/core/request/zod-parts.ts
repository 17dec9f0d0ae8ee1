import { madeText } from '../source/made-values';
import type { Span } from '../source/span';
import type { Value, ValueOf } from '../source/values';

/** A schema as JSON, and whether what it is of may be missing. */
export interface Made {
  readonly json: Value;
  readonly optional?: boolean;
}

/** Makes schemas of parts: of a schema, of which what isn't seen stays as it is, and of fields by name. */
export interface Making {
  inner(part: Value): Made;
  fields(part: Value): Made;
}

export function word(text: string, at: Span): Value {
  return madeText(text, at);
}

export function words(all: readonly string[], at: Span): Value {
  return of(
    all.map(text => word(text, at)),
    at,
  );
}

export function of(items: readonly Value[], at: Span): Value {
  return { kind: 'list', at, items };
}

export function record(at: Span, ...entries: readonly (readonly [string, Value])[]): ValueOf<'record'> {
  return { kind: 'record', at, entries: entries.map(([key, value]) => ({ key, value, at: value.at })) };
}

/** The schema with more said of it; a part that isn't seen stays as it is. */
export function saying(json: Value, ...entries: readonly (readonly [string, Value])[]): Value {
  if (json.kind !== 'record') return json;
  const said = record(json.at, ...entries).entries;
  const kept = json.entries.map(entry => said.find(({ key }) => key === entry.key) ?? entry);
  return { ...json, entries: [...kept, ...said.filter(({ key }) => !kept.some(entry => entry.key === key))] };
}
