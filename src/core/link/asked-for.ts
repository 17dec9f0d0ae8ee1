import { contains } from '../source/span';
import type { Block, Scope } from '../source/summary';
import type { Value, ValueOf } from '../source/values';
import { choose } from './choose';
import type { Context, Evaluation } from './evaluation';
import { functionAround } from './function-around';
import { outerScope } from './outer-scope';
import { plainText } from './plain-values';

type Read = ValueOf<'name'> | ValueOf<'member'>;

/**
 * What callers pass, read inside of a branch that asks which text it is (`if model == "gpt-5.4":`, `elif args.model in SMALL:`): there
 * it is one of these, and not what it is by default elsewhere.
 */
export function askedFor(evaluation: Evaluation, read: Read, value: Value, context: Context): Value {
  if (!isPassed(value)) return value;
  const texts = textsAskedFor(evaluation, read, context);
  if (texts === undefined) return value;
  return evaluation.lookup.same.of([value, ...texts], 'asked for', () => oneOf(value, texts));
}

function isPassed(value: Value): boolean {
  return value.kind === 'choice' ? value.options.some(isPassed) : value.kind === 'param' && value.made === undefined;
}

function oneOf(value: Value, texts: readonly Value[]): Value {
  const names = texts.map(plainText);
  const isAmong = (option: Value) => names.includes(plainText(option));
  if (value.kind === 'choice') {
    const left = value.options.filter(option => plainText(option) === undefined || isAmong(option));
    const chosen = choose(
      value.at,
      left.map(option => oneOf(option, texts)),
    );
    return chosen.kind === 'choice' ? { ...value, ...chosen } : chosen;
  }
  if (value.kind !== 'param' || (value.fallback !== undefined && isAmong(value.fallback))) return value;
  const { fallback: _, ...param } = value;
  return { ...param, made: choose(value.at, texts), asked: true };
}

/** The texts that the innermost branch around a read asks for, while nothing in the branch sets what it asked for. */
function textsAskedFor(evaluation: Evaluation, read: Read, context: Context): readonly Value[] | undefined {
  const summary = evaluation.codeOf(read.at.uri);
  const root = rootOf(read);
  if (summary === undefined || root === undefined) return undefined;
  for (
    let scope = root.kind === 'name' ? summary.scopes[root.scope] : functionAround(summary, read.at);
    scope !== undefined;
    scope = outerScope(summary, scope)
  ) {
    const around = scope.blocks.filter(block => contains(block.at, read.at));
    const asking = around.flatMap(block => holdingIn(block, scope.blocks).map(condition => ({ block, condition })));
    for (const { block, condition } of asking.reverse()) {
      const texts = textsOf(evaluation, condition, read, context);
      if (texts !== undefined) return isSetIn(evaluation, scope, block, root) ? undefined : texts;
    }
    if (root.kind === 'self' || scope.params.some(({ name }) => name === root.name)) return undefined;
  }
  return undefined;
}

/** What holds wherever a branch runs: what it asks for, or the contrary of what those before it do (`if model != "o3": … else: …`). */
function holdingIn({ kind, condition, group }: Block, blocks: readonly Block[]): readonly Value[] {
  if (kind === 'then') return condition === undefined ? [] : [condition];
  if (kind !== 'else') return [];
  const denied = blocks.flatMap(block => (block.group === group && block.condition !== undefined ? [block.condition] : []));
  return denied.flatMap(other => (other.kind === 'test' && other.test === 'not' ? other.operands : []));
}

function textsOf(evaluation: Evaluation, condition: Value, read: Read, context: Context): readonly Value[] | undefined {
  const ofEach = (operands: readonly Value[]) => operands.map(operand => textsOf(evaluation, operand, read, context));
  const ofEither = (operands: readonly Value[]) => {
    const all = ofEach(operands);
    return all.includes(undefined) ? undefined : all.flatMap(texts => texts ?? []);
  };
  if (condition.kind === 'operation' && condition.operator === 'or') return ofEither([condition.left, condition.right]);
  if (condition.kind !== 'test') return undefined;
  const { test, operands } = condition;
  if (test === 'and') return ofEach(operands).find(texts => texts !== undefined);
  if (test === 'or') return ofEither(operands);
  const [left, right] = operands;
  if (left === undefined || right === undefined) return undefined;
  const asked = isSame(left, read) ? right : test === 'equal' && isSame(right, read) ? left : undefined;
  if (asked === undefined || (test !== 'equal' && test !== 'in')) return undefined;
  const found = evaluation.evaluate(asked, context);
  const texts = test === 'equal' ? [found] : found.kind === 'list' ? found.items : [];
  return texts.length > 0 && texts.every(text => text.kind === 'text') ? texts : undefined;
}

function isSame(written: Value, read: Value): boolean {
  if (written.kind === 'name') return read.kind === 'name' && written.name === read.name;
  if (written.kind === 'self') return read.kind === 'self';
  return written.kind === 'member' && read.kind === 'member' && written.key === read.key && isSame(written.object, read.object);
}

type Root = ValueOf<'name'> | (ValueOf<'self'> & { readonly key: string });

/** The variable or the object's field that a chain of members begins with. */
function rootOf(read: Value): Root | undefined {
  if (read.kind === 'name') return read;
  if (read.kind !== 'member') return undefined;
  return read.object.kind === 'self' ? { ...read.object, key: read.key } : rootOf(read.object);
}

function isSetIn({ lookup }: Evaluation, scope: Scope, { at }: Block, root: Root): boolean {
  const effects = root.kind === 'name' ? lookup.effectsOn(scope, root.name) : lookup.effectsOnField(scope, root.key);
  return effects.some(effect => contains(at, effect.at));
}
