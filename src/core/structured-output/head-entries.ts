import type { HeadEntry } from '../source/format';
import type { PromptDocument } from '../source/prompt-document';
import { type JsonSchema, jsonSchema } from './json-schema';
import type { ObjectShape, Shape } from './shape';

/** What the head of a prompt file says for its answer to keep to a schema. Undefined: the format has no place for one. */
export function headEntries({ format, capKey }: PromptDocument, shape: ObjectShape, name: string): readonly HeadEntry[] | undefined {
  const schema = jsonSchema(shape);
  switch (format) {
    case 'dotprompt':
      return [
        { path: ['output', 'format'], value: 'json' },
        { path: ['output', 'schema'], value: schema },
      ];
    case 'github-models':
      return [
        { path: ['responseFormat'], value: 'json_schema' },
        { path: ['jsonSchema'], value: JSON.stringify(strict(name, schema), undefined, 2) },
      ];
    case 'prompty':
      // Version 1 hands its parameters on as they are; the preview after it has no place for a schema.
      if (capKey?.startsWith('model.parameters.') === true)
        return [{ path: ['model', 'parameters', 'response_format'], value: { type: 'json_schema', json_schema: strict(name, schema) } }];
      return capKey?.startsWith('model.options.max_') === true ? undefined : [{ path: ['outputs'], value: properties(shape) }];
    default:
      return undefined;
  }
}

function strict(name: string, schema: JsonSchema) {
  return { name, strict: true, schema };
}

/** Prompty's own words (spec, 7.1.4): what isn't required may be null. */
function properties({ fields }: ObjectShape): readonly unknown[] {
  return fields.map(({ name, shape, nullable, description }) => ({
    name,
    ...property(shape),
    ...(description === undefined ? {} : { description }),
    required: nullable !== true,
  }));
}

function property(shape: Shape): Readonly<Record<string, unknown>> {
  switch (shape.kind) {
    case 'enum':
      return { kind: 'string', enumValues: shape.values };
    case 'number':
      return { kind: 'float' };
    case 'list':
      return { kind: 'array', items: property(shape.item) };
    case 'object':
      return { kind: 'object', properties: properties(shape) };
    case 'text':
    case 'open':
      return { kind: 'string' };
    default:
      return { kind: shape.kind };
  }
}
