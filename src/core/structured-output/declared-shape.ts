import { type Evaluation, NO_CONTEXT } from '../link/evaluation';
import { labelOf } from '../link/labels';
import type { DataField, DataType } from '../source/data-type';
import type { Scope } from '../source/summary';
import type { Value } from '../source/values';
import { type Field, isSchemaRefusal, type ObjectShape, type SchemaRefusal, type Shape } from './shape';

/** What C#'s enums are in JSON: what packages make schemas of writes their names, a parser without a converter takes their numbers. */
type Enums = 'by name' | 'by number';

interface Looking {
  readonly evaluation: Evaluation;
  readonly enums: Enums;
}

const DEEPEST = 10;
/** Interfaces that say nothing of what an object holds. */
const WITHOUT_DATA = /^(?:I\p{Lu}\w*|Serializable|Comparable|Cloneable)$/u;

/** The shape of a struct, record or class of the project, in whichever file it stands. `type`: what names it. Undefined: it is not the project's own. */
export function declaredShape(evaluation: Evaluation, type: Value, enums: Enums): ObjectShape | SchemaRefusal | undefined {
  const found = named({ evaluation, enums }, type, []);
  if (found === undefined || isSchemaRefusal(found) || found.kind === 'object') return found;
  return { because: `\`${labelOf(type)}\` holds no fields.` };
}

function named(looking: Looking, type: Value, within: readonly Scope[]): Shape | SchemaRefusal | undefined {
  const { evaluation, enums } = looking;
  const found = evaluation.evaluate(type, NO_CONTEXT);
  const values = found.kind === 'record' && enums === 'by name' ? found.entries.flatMap(({ key }) => key ?? []) : [];
  if (values.length > 0) return { kind: 'enum', values };
  if (found.kind !== 'class' && found.kind !== 'function' && found.kind !== 'instance') return undefined;
  const scope = evaluation.codeOf(found.at.uri)?.scopes[found.scope];
  if (scope?.data === undefined) return undefined;
  const { data, name } = scope;
  if (within.includes(scope)) return { because: `\`${name}\` holds itself, which is left to you.` };
  if (within.length > DEEPEST) return { because: `\`${name}\` holds types too deep.` };
  const inside = [...within, scope];
  switch (data.kind) {
    case 'values':
      return data.values.length === 0 ? undefined : { kind: 'enum', values: data.values };
    case 'renames':
      return shapeOf(looking, data.type, scope.name, inside);
    case 'fields': {
      if (scope.partial === true) return { because: `\`${name}\` is declared in several files, which is left to you.` };
      if (scope.bases.some(base => bringsFields(evaluation, base)))
        return { because: `\`${name}\` extends another type, which is left to you.` };
      if (data.fields.length === 0) return { because: `\`${name}\` has no fields that go into JSON.` };
      return withFields(looking, data.fields, name, inside);
    }
  }
}

function bringsFields(evaluation: Evaluation, base: Value): boolean {
  const found = evaluation.evaluate(base, NO_CONTEXT);
  if (found.kind !== 'class') return !WITHOUT_DATA.test(labelOf(base).split('.').at(-1) ?? '');
  return evaluation.codeOf(found.at.uri)?.scopes[found.scope]?.data !== undefined;
}

function withFields(looking: Looking, all: readonly DataField[], owner: string, within: readonly Scope[]): ObjectShape | SchemaRefusal {
  const fields: Field[] = [];
  for (const { name, type, nullable, named: isNamed, description } of all) {
    const shape = shapeOf(looking, type, owner, within);
    if (isSchemaRefusal(shape)) return shape;
    fields.push({ name, shape, nullable, ...(isNamed ? { named: true } : {}), ...(description === undefined ? {} : { description }) });
  }
  return { kind: 'object', fields };
}

function shapeOf(looking: Looking, type: DataType, owner: string, within: readonly Scope[]): Shape | SchemaRefusal {
  const left = (what: string) => ({ because: `The type \`${owner}\` has ${what}. Write its schema by hand.` });
  switch (type.kind) {
    case 'list': {
      const item = shapeOf(looking, type.item, owner, within);
      return isSchemaRefusal(item) ? item : { kind: 'list', item };
    }
    case 'named':
      return named(looking, type.type, within) ?? left(`\`${labelOf(type.type)}\`, of which it isn’t known what is written as JSON`);
    case 'other':
      return left(`\`${type.written}\`, which no strict schema says`);
    default:
      return type;
  }
}
