import { isJavaScript } from '../source/languages/index';
import type { Value, ValueOf } from '../source/values';
import { choose } from './choose';
import { entryOf } from './entries';
import { type Context, type Evaluation, NO_CONTEXT, scopeOf } from './evaluation';
import { hole } from './hole';
import { partOfUnread } from './members';
import { argsForBase, constructorOf, keptKeywords } from './objects';

/** Without a constructor of its own (a dataclass, a pydantic model) a field is what the call names, or its place in order. */
export function constructorArgument(evaluation: Evaluation, object: ValueOf<'instance'>, key: string): Value | undefined {
  const summary = evaluation.codeOf(object.at.uri);
  const type = scopeOf(evaluation, object.at.uri, object.scope);
  if (summary === undefined || type === undefined || constructorOf(summary, type) !== undefined) return undefined;
  const named = object.args.find(argument => argument.name === key)?.value;
  if (named !== undefined) return named;
  const fields = type.effects.flatMap(effect =>
    effect.kind === 'assign' && effect.type !== undefined && effect.target.root !== 'self' ? [effect.target.root.name] : [],
  );
  const given = object.args.filter(argument => argument.name === undefined && argument.value.kind !== 'spread');
  return isJavaScript(summary.language) ? undefined : given[fields.indexOf(key)]?.value;
}

/**
 * `super().__init__(model_name=name)` in a class of which a package makes the fields that it declares (`model_name: str`, pydantic):
 * what is handed on there is what the field is.
 */
export function handedToBase(
  evaluation: Evaluation,
  object: ValueOf<'self'> | ValueOf<'instance'>,
  key: string,
  context: Context,
): Value | undefined {
  const summary = evaluation.codeOf(object.at.uri);
  const type = scopeOf(evaluation, object.at.uri, object.scope);
  if (summary?.language !== 'python' || type === undefined || type.bases.length === 0) return undefined;
  const isField = type.effects.some(
    effect => effect.kind === 'assign' && effect.type !== undefined && effect.target.root !== 'self' && effect.target.root.name === key,
  );
  const isMade = isField && constructorOf(summary, type) !== undefined && type.bases.some(base => isOfPackage(evaluation, base));
  return isMade ? argsForBase(evaluation, object, context)?.find(({ name }) => name === key)?.value : undefined;
}

/** `self.model_name` in a class that extends a package's: the model that the package's class was made with. */
export function modelOfBase(
  evaluation: Evaluation,
  object: ValueOf<'self'> | ValueOf<'instance'>,
  key: string,
  context: Context,
): Value | undefined {
  if (!MODEL_FIELDS.has(key) || evaluation.codeOf(object.at.uri)?.language !== 'python') return undefined;
  const bases = scopeOf(evaluation, object.at.uri, object.scope)?.bases ?? [];
  if (!bases.some(base => isOfPackage(evaluation, base))) return undefined;
  const args = [...(argsForBase(evaluation, object, context) ?? []), ...keptKeywords(evaluation, object)];
  return (args.find(({ name }) => name === key) ?? args.find(({ name }) => name !== undefined && MODEL_FIELDS.has(name)))?.value;
}

/** What packages call the model that an object of theirs was made with; LangChain's know it by both names. */
export const MODEL_FIELDS: ReadonlySet<string> = new Set(['model', 'model_name']);

function isOfPackage(evaluation: Evaluation, base: Value): boolean {
  const value = evaluation.evaluate(base, NO_CONTEXT);
  return value.kind === 'external' && value.module !== 'global' && value.module !== 'abc';
}

/** `Settings(**stored)`: what the table that is spread into the call says of a field, in place of what the class says or beside it. */
export function spreadIntoField(
  evaluation: Evaluation,
  object: ValueOf<'instance'>,
  key: string,
  declared: Value | undefined,
): Value | undefined {
  const type = scopeOf(evaluation, object.at.uri, object.scope);
  const summary = evaluation.codeOf(object.at.uri);
  if (summary?.language !== 'python' || type === undefined || constructorOf(summary, type) !== undefined) return declared;
  return object.args.reduce(
    (sofar, { value }) => (value.kind === 'spread' ? afterSpread(evaluation, value.value, key, sofar) : sofar),
    declared,
  );
}

function afterSpread(evaluation: Evaluation, table: Value, key: string, before: Value | undefined): Value | undefined {
  const { at } = table;
  const saysText = before?.kind === 'text' || before?.kind === 'scalar';
  // What a file or an answer holds; what callers pass (`config["configurable"]`) mostly leaves the defaults as they are.
  if (table.kind === 'call' && saysText) return choose(at, [before, hole(at, key, 'comes from a value that could not be read')]);
  if (table.kind !== 'record') return before;
  const { value, sometimes, open } = entryOf(table, key);
  if (value === undefined) return before;
  const unread = open === undefined ? [] : [partOf(evaluation, open, key)];
  return choose(at, [...(sometimes && before !== undefined ? [before] : []), value, ...unread]);
}

function partOf(evaluation: Evaluation, open: Value, key: string): Value {
  return partOfUnread(evaluation, { kind: 'member', at: open.at, object: open, key }, open, []);
}
