import type { SchemaOf } from '../request/response-schema';
import { declaredShape } from '../structured-output/declared-shape';
import { jsonSchema } from '../structured-output/json-schema';
import { isSchemaRefusal } from '../structured-output/shape';
import type { Evaluation } from './evaluation';

/** The schemas that packages make of the project's own types, as far as the types tell them. */
export function schemaReader(evaluation: Evaluation): SchemaOf {
  const read: SchemaOf = type => {
    const [item] = type.kind === 'list' ? type.items : [];
    const of = item && read(item);
    if (of !== undefined) return { name: of.name, json: JSON.stringify({ type: 'array', items: JSON.parse(of.json) as unknown }) };
    const shape = declaredShape(evaluation, type, 'by name');
    if (shape === undefined || isSchemaRefusal(shape) || (type.kind !== 'class' && type.kind !== 'instance')) return undefined;
    const name = evaluation.codeOf(type.at.uri)?.scopes[type.scope]?.name ?? '';
    return { name, json: JSON.stringify(jsonSchema(shape)) };
  };
  return read;
}
