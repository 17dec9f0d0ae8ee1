import type { Effect } from '../source/summary';
import type { Argument, Entry, Value, ValueOf } from '../source/values';
import { type Context, type Evaluation, NO_CONTEXT } from './evaluation';
import { lastNameOf } from './labels';
import { type Lineage, lineageOf } from './lineage';
import { isNull, plainText } from './plain-values';
import { receiverOf } from './receivers';

/** Objects within objects. */
const DEEPEST = 3;

/** What a table is made of: the fields that a data class declares, with those of the objects that they hold, or all that an object holds. */
type Fields = 'declared' | 'all';

/** `asdict(options)`, `vars(self)`, `self.__dict__`: an object's fields as a table (Python). Undefined: it may have others. */
export function fieldsAsTable(
  evaluation: Evaluation,
  of: Value | undefined,
  fields: Fields,
  at: Value['at'],
  context: Context,
  depth = 0,
): ValueOf<'record'> | undefined {
  const object = receiverOf(of);
  if ((object?.kind !== 'instance' && object?.kind !== 'self') || depth > DEEPEST) return undefined;
  const lineage = lineageOf(evaluation, object.at.uri, object.scope, NO_CONTEXT);
  const names = lineage.whole && lineage.others.every(isPlainBase) ? namesOf(evaluation, lineage, fields) : undefined;
  const entries = names?.map((key): Entry => {
    const value = evaluation.evaluate({ kind: 'member', at, object, key }, context);
    const within = fields === 'declared' ? fieldsAsTable(evaluation, value, fields, at, context, depth + 1) : undefined;
    return { key, value: within ?? value, at: value.at };
  });
  return entries === undefined || entries.length === 0 ? undefined : { kind: 'record', at, entries };
}

/** `options.model_dump(exclude={"name"})` of a pydantic model. */
export function fieldsDumped(
  evaluation: Evaluation,
  object: Value,
  method: string,
  args: readonly Argument[],
  at: Value['at'],
  context: Context,
): ValueOf<'record'> | undefined {
  if (method !== 'model_dump' && method !== 'dict') return undefined;
  const made = receiverOf(object);
  if (made?.kind !== 'instance' && made?.kind !== 'self') return undefined;
  const { others } = lineageOf(evaluation, made.at.uri, made.scope, NO_CONTEXT);
  if (!others.some(isModelBase)) return undefined;
  const table = fieldsAsTable(evaluation, made, 'declared', at, context);
  return table && args.reduce<ValueOf<'record'> | undefined>(leaving, table);
}

/** What options of the call leave of the table; undefined where that is not known. */
function leaving(table: ValueOf<'record'> | undefined, { name, value }: Argument): ValueOf<'record'> | undefined {
  if (table === undefined || name === 'mode') return table;
  if (name === 'exclude_none') return { ...table, entries: table.entries.filter(entry => !isNull(entry.value)) };
  const names = value.kind === 'list' ? value.items.map(plainText) : [undefined];
  if ((name !== 'exclude' && name !== 'include') || names.includes(undefined)) return undefined;
  return { ...table, entries: table.entries.filter(({ key }) => names.includes(key) === (name === 'include')) };
}

export function isModelBase(base: Value): boolean {
  return base.kind === 'external' && /^(?:pydantic(?:_settings|\.v1)?|sqlmodel)$/.test(base.module) && !isPlain(lastNameOf(base));
}

/** A base that gives an object no fields of its own. */
function isPlainBase(base: Value): boolean {
  if (isModelBase(base)) return true;
  return isPlain(lastNameOf(base.kind === 'index' ? base.object : base));
}

function isPlain(name: string): boolean {
  return name === 'object' || name === 'ABC' || name === 'Generic' || name === 'Protocol';
}

/** The names of fields, those of classes above first; undefined where some are set by names that the code computes. */
function namesOf({ lookup, codeOf }: Evaluation, { classes }: Lineage, fields: Fields): readonly string[] | undefined {
  const names: (string | undefined)[] = [];
  for (const { uri, scope } of [...classes].reverse()) {
    const isData = scope.decorators.some(decorator => /dataclass|^define$|^attrs?$/.test(lastNameOf(decorator)));
    if (fields === 'declared' || isData) names.push(...scope.effects.flatMap(declaredBy));
    const summary = fields === 'all' ? codeOf(uri) : undefined;
    const methods = summary === undefined ? [] : lookup.methodsOf(summary, scope);
    for (const { effects } of methods) names.push(...effects.flatMap(setBy));
  }
  const known = new Set(names);
  return known.has(undefined) ? undefined : [...known].flatMap(name => name ?? []);
}

/** `model: str = "gpt-5.4"` in a class's body. */
function declaredBy(effect: Effect): readonly string[] {
  if (effect.kind !== 'assign' || effect.type === undefined || effect.target.root === 'self' || effect.target.path.length > 0) return [];
  const isOfClass = lastNameOf(effect.type.kind === 'index' ? effect.type.object : effect.type) === 'ClassVar';
  const { name } = effect.target.root;
  return isOfClass || name === 'model_config' || name.startsWith('_') ? [] : [name];
}

/** `self.model = model` in a method; undefined for what sets fields by names. */
function setBy(effect: Effect): readonly (string | undefined)[] {
  return effect.kind === 'return' || effect.target.root !== 'self' ? [] : [effect.target.path[0]];
}
