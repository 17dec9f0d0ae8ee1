import { parsedBody } from '../request/json-body';
import { madeText } from '../source/made-values';
import type { Span } from '../source/span';
import type { Scope } from '../source/summary';
import type { Entry, Value } from '../source/values';
import { declaredShape } from '../structured-output/declared-shape';
import { jsonSchema } from '../structured-output/json-schema';
import { isSchemaRefusal } from '../structured-output/shape';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { hole } from './hole';
import { plainText } from './plain-values';

/** The methods of an object or class of the project that are annotated as tools (Java's `@Tool`), as what is sent of them. Undefined: it has none. */
export function toolMethods(evaluation: Evaluation, value: Value): readonly Value[] | undefined {
  const type = value.kind === 'param' ? value.type : value;
  if (type?.kind !== 'instance' && type?.kind !== 'class' && type?.kind !== 'self') return undefined;
  const { uri } = type.at;
  const found = (evaluation.codeOf(uri)?.scopes ?? []).flatMap(scope => {
    const annotation = scope.parent === type.scope && scope.kind === 'function' ? toolAnnotation(evaluation, scope) : undefined;
    return annotation === undefined ? [] : [toolOf(evaluation, scope, annotation)];
  });
  return found.length === 0 ? undefined : found;
}

function toolAnnotation(evaluation: Evaluation, { decorators }: Scope): Value | undefined {
  return decorators
    .map(decorator => evaluation.evaluate(decorator, NO_CONTEXT))
    .find(decorator => {
      const type = decorator.kind === 'call' ? decorator.callee : decorator;
      return type.kind === 'external' && type.path.at(-1) === 'Tool' && type.module !== 'global';
    });
}

function toolOf(evaluation: Evaluation, scope: Scope, annotation: Value): Value {
  const { at } = scope;
  const args = annotation.kind === 'call' ? annotation.args : [];
  const stated = (...names: readonly (string | undefined)[]) => args.find(({ name }) => names.includes(name))?.value;
  const entries: readonly Entry[] = [
    { key: 'name', value: stated('name') ?? madeText(scope.name, at), at },
    { key: 'description', value: lines(stated('value', 'description', undefined) ?? madeText('', at)), at },
    { key: 'parameters', value: parametersOf(evaluation, scope), at },
  ];
  return { kind: 'record', at, entries };
}

function parametersOf(evaluation: Evaluation, { at, id, data }: Scope): Value {
  if (data?.kind === 'fields' && data.fields.length === 0) return parsed('{"type":"object","properties":{},"required":[]}', at);
  const shape = declaredShape(evaluation, { kind: 'function', at, scope: id }, 'by name');
  if (shape === undefined || isSchemaRefusal(shape)) return hole(at, 'parameters', 'of types that no schema is known of');
  const { additionalProperties: _, ...schema } = jsonSchema(shape);
  return parsed(JSON.stringify(schema), at);
}

function parsed(json: string, at: Span): Value {
  const text = madeText(json, at);
  return parsedBody(text) ?? text;
}

/** `@Tool({"…", "…"})`: lines of one text. */
function lines(value: Value): Value {
  if (value.kind !== 'list') return value;
  const { at } = value;
  const parts = value.items.flatMap((item, index) => (index === 0 ? [item] : [madeText('\n', at), item]));
  const texts = parts.map(plainText);
  return texts.every(text => text !== undefined) ? madeText(texts.join(''), at) : { kind: 'template', at, parts, literal: false };
}
