import type { Argument, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { type Context, type Evaluation, NO_CONTEXT } from './evaluation';
import { annotationOf, type ClassUse } from './fields';
import { fieldsDumped, isModelBase } from './fields-as-table';
import { lineageOf } from './lineage';
import { statedType } from './stated-type';

const FROM_TABLE: ReadonlySet<string> = new Set(['model_validate', 'parse_obj']);

/** What a method gives that pydantic gives to each of its models: the fields as a table, or an object made of one. Undefined: it is none. */
export function pydanticMethod(
  evaluation: Evaluation,
  object: Value,
  method: string,
  args: readonly Argument[],
  at: Value['at'],
  context: Context,
): Value | undefined {
  if (object.kind !== 'class') return fieldsDumped(evaluation, object, method, args, at, context);
  const isOfTable = FROM_TABLE.has(method);
  if ((!isOfTable && method !== 'model_construct') || !isModel(evaluation, object)) return undefined;
  if (!isOfTable) return { kind: 'instance', at: object.at, scope: object.scope, args };
  const [table] = positional(args);
  return table?.value.kind === 'record' ? madeOf(object, table.value) : undefined;
}

/** A model makes an object of a table that it is handed for a field of another model: what the table leaves out has that one's defaults. */
export function asFieldOfModel(evaluation: Evaluation, value: Value, use: ClassUse, key: string): Value {
  const owner = value.kind === 'record' ? evaluation.codeOf(use.uri)?.scopes[use.scope] : undefined;
  if (owner === undefined || !isModel(evaluation, { at: owner.at, scope: owner.id })) return value;
  const annotation = annotationOf(evaluation, owner, use, key);
  const type = annotation && statedType(evaluation, annotation, NO_CONTEXT);
  return type?.kind === 'class' && isModel(evaluation, type) ? madeOf(type, value) : value;
}

type ClassOfProject = Pick<ValueOf<'class'>, 'at' | 'scope'>;

function madeOf({ at, scope }: ClassOfProject, table: Value): ValueOf<'instance'> {
  return { kind: 'instance', at, scope, args: [{ value: { kind: 'spread', at: table.at, value: table }, at: table.at }] };
}

function isModel(evaluation: Evaluation, { at, scope }: ClassOfProject): boolean {
  return lineageOf(evaluation, at.uri, scope, NO_CONTEXT).others.some(isModelBase);
}
