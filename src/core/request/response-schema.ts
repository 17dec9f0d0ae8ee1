import { labelOf } from '../link/labels';
import { isNull } from '../link/plain-values';
import { within } from '../link/value-parts';
import { toHole } from '../link/volatility';
import type { CallShape } from '../sdks/sdk';
import type { SdkCall } from '../sdks/sdk-call';
import type { Value } from '../source/values';
import type { NamedArguments } from './arguments';
import { asRecord, entryArgument } from './as-record';
import { jsonPieces } from './json-text';
import { computed } from './pieces';
import type { Piece, Segment } from './request';
import { asText } from './resolve';
import { unwrapped } from './unwrapped';
import { zodSchema } from './zod-schema';

/** What only a JSON schema has. */
const SCHEMA_KEYS = ['properties', 'items', 'enum', 'anyOf'];

/** OpenAI's `text` also holds the verbosity, and `{type: 'text'}` asks for nothing; a text names a format or a media type. */
export function isStructured({ schema }: CallShape, named: NamedArguments): boolean {
  return schema.some(path => asksForStructure(named.get([path])?.value, path));
}

function asksForStructure(value: Value | undefined, path: string): boolean {
  if (value === undefined || isNull(value) || isPlainText(value)) return false;
  // The form of a picture is none of a text.
  if (value.kind === 'text') return /(?<!b64_)json|enum/i.test(value.text.text);
  if (value.kind === 'choice') return value.options.some(option => asksForStructure(option, path));
  const format = asRecord(value);
  if (format === undefined || value.kind === 'call') return true;
  const inner = entryArgument(format, 'format') ?? (path === 'text' ? undefined : format);
  if (inner === undefined) return false;
  const type = entryArgument(inner, 'type') ?? inner;
  return asText(type.kind === 'param' ? (type.fallback ?? type) : type) !== 'text';
}

/**
 * `response_format`, `text.format`, `text_format`, `output_config.format`, or the schema itself: only a format with a schema is
 * text that the model reads.
 */
export function schemaSegments({ sdk, shape }: SdkCall, path: string, argument: Value | undefined, schemaOf: SchemaOf): readonly Segment[] {
  const value = unwrapped(argument, sdk);
  if (value === undefined || isNull(value) || value.kind === 'text' || isPlainText(value)) return [];
  const format = value.kind === 'record' && shape.api !== 'openai-chat' ? (entryArgument(value, 'format') ?? value) : value;
  const stated = entryArgument(entryArgument(format, 'json_schema'), 'schema') ?? entryArgument(format, 'schema');
  const schema = stated ?? (isSchema(format) ? format : undefined);
  const base = { kind: 'schema', role: 'system', startsMessage: false, repeats: false, optional: false, at: value.at } as const;
  const made = zodSchema(schema ?? format);
  if (made !== undefined) return [{ ...base, pieces: jsonPieces(made), derivedFrom: labelOf(schema ?? format) }];
  const written = schema === undefined || schema.kind === 'call' ? writtenSchema(schema ?? format) : undefined;
  if (written !== undefined) return [{ ...base, pieces: [computed(written, value.at)] }];
  const derived = schema === undefined || schema.kind === 'call' ? derivedSchema(schema ?? format, schemaOf) : undefined;
  if (derived !== undefined) return [{ ...base, pieces: [computed(derived.json, value.at)], derivedFrom: derived.name }];
  if (format.kind === 'record' && schema === undefined) {
    const type = entryArgument(format, 'type');
    const isAnnounced = type !== undefined && asText(type) === 'json_schema';
    return isAnnounced ? [{ ...base, pieces: [schemaHole(entryArgument(format, 'json_schema') ?? format, path)] }] : [];
  }
  return [{ ...base, pieces: schema === undefined ? [schemaHole(format, path)] : jsonPieces(schema) }];
}

/** The JSON schema that a package makes of a type of the project; undefined where the type doesn't tell it. */
export type SchemaOf = (type: Value) => { readonly name: string; readonly json: string } | undefined;

/** `Invoice.class`, a list of them, `typeof(Invoice)`, `ForJsonSchema<Invoice>()`, `GenerateSchemaForType(invoice)` */
function derivedSchema(format: Value, schemaOf: SchemaOf): ReturnType<SchemaOf> {
  for (const part of within(format)) {
    const isType = part.kind === 'class' || part.kind === 'instance' || (part.kind === 'list' && part.items.length === 1);
    const found = isType ? schemaOf(part) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A schema that is written as JSON and handed to something that takes texts: `json.RawMessage(…)`, `BinaryData.FromString(…)`. Its blanks are not sent. */
function writtenSchema(format: Value): string | undefined {
  for (const part of within(format)) {
    const text = part.kind === 'text' ? part.text.text.trim() : '';
    if (!text.startsWith('{') || !text.endsWith('}')) continue;
    try {
      return JSON.stringify(JSON.parse(text));
    } catch {
      // Not JSON, so no schema.
    }
  }
  return undefined;
}

/** `output_type=str` asks for nothing. */
function isPlainText(value: Value): boolean {
  return value.kind === 'external' && value.module === 'global' && value.path.join('.') === 'str';
}

function isSchema(format: Value): boolean {
  return format.kind === 'record' && format.entries.some(({ key }) => key !== undefined && SCHEMA_KEYS.includes(key));
}

function schemaHole(format: Value, path: string): Piece {
  const label = path.slice(path.lastIndexOf('.') + 1);
  return format.kind === 'class' ? { ...toHole(format), label, reason: 'made from a class and not counted' } : toHole(format);
}
