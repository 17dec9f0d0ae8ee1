import type { Shape } from './shape';

/** A JSON schema that strict modes take: every property is required, no other is allowed, what may be missing may be null. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A shape as JSON schema, strict: every field is required, and there are no others. */
export function jsonSchema(shape: Shape): JsonSchema {
  switch (shape.kind) {
    case 'text':
      return { type: 'string' };
    case 'enum':
      return { type: 'string', enum: shape.values };
    case 'list':
      return { type: 'array', items: jsonSchema(shape.item) };
    case 'object':
      return {
        type: 'object',
        properties: Object.fromEntries(
          shape.fields.map(({ name, shape: own, nullable, description }) => {
            const schema = nullable === true ? orNull(jsonSchema(own)) : jsonSchema(own);
            return [name, description === undefined ? schema : { ...schema, description }];
          }),
        ),
        required: shape.fields.map(({ name }) => name),
        additionalProperties: false,
      };
    case 'open':
      // Counted as the shortest that it may become; never written.
      return { type: 'string' };
    default:
      return { type: shape.kind };
  }
}

/** As it is written in a file: lists of scalars on one line. Lines end in `\n`. */
export function schemaText(schema: JsonSchema, unit: string): string {
  const lists = /\[\n\s+([^[\]{}]*?)\n\s*\]/g;
  return JSON.stringify(schema, null, unit).replace(lists, (_, items: string) => `[${items.replace(/\n\s*/g, ' ')}]`);
}

function orNull(schema: JsonSchema): JsonSchema {
  if (Array.isArray(schema.enum)) return { anyOf: [schema, { type: 'null' }] };
  return typeof schema.type === 'string' && schema.type !== 'object' && schema.type !== 'array'
    ? { ...schema, type: [schema.type, 'null'] }
    : { anyOf: [schema, { type: 'null' }] };
}
