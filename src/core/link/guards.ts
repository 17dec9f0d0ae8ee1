import { contains } from '../source/span';
import type { Block, Scope } from '../source/summary';
import type { Value, ValueOf } from '../source/values';
import { choose } from './choose';
import type { Evaluation } from './evaluation';
import { functionAround } from './function-around';
import { outerScope } from './outer-scope';
import { isNull } from './plain-values';

/** What is read somewhere: a variable, a field of the object at hand, or a part of these. */
type Read = ValueOf<'name'> | ValueOf<'member'> | ValueOf<'index'>;
type Root = ValueOf<'name'> | (ValueOf<'self'> & { readonly key: string });

/** A condition under which a variable is nothing. */
type Absence = 'null' | 'falsy';

/**
 * A value that is read behind a branch which throws or returns where it is nothing (`if not base_url: raise`, `if (!URLS[vendor])
 * return null`), without that nothing: there it is not what a parameter is by default, nor the row that a table doesn't have.
 */
export function behindGuards(evaluation: Evaluation, read: Read, value: Value): Value {
  if (!mayBeNothing(value)) return value;
  const absence = guardOf(evaluation, read);
  return absence === undefined ? value : without(evaluation, value, absence);
}

function mayBeNothing(value: Value): boolean {
  if (value.kind === 'choice') return value.options.some(option => isNothing(option, 'falsy') || mayBeNothing(option));
  return value.kind === 'param' && value.fallback !== undefined && isNothing(value.fallback, 'falsy');
}

function isNothing(value: Value, absence: Absence): boolean {
  return isNull(value) || (absence === 'falsy' && value.kind === 'text' && value.text.text === '');
}

function without({ lookup }: Evaluation, value: Value, absence: Absence): Value {
  return lookup.same.of([value], `behind a guard, ${absence}`, () => {
    if (value.kind === 'param') return withoutFallback(value, absence);
    if (value.kind !== 'choice') return value;
    const left = value.options.filter(option => !isNothing(option, absence));
    const options = left.map(option => (option.kind === 'param' ? withoutFallback(option, absence) : option));
    if (left.length === 0) return value;
    const chosen = choose(value.at, options);
    return chosen.kind === 'choice' ? { ...value, ...chosen } : chosen;
  });
}

function withoutFallback(param: ValueOf<'param'>, absence: Absence): Value {
  if (param.fallback === undefined || !isNothing(param.fallback, absence)) return param;
  const { fallback: _, ...others } = param;
  return others;
}

/** What a branch that goes no further, and surely was come to, rules out of what is read. */
function guardOf(evaluation: Evaluation, read: Read): Absence | undefined {
  const summary = evaluation.codeOf(read.at.uri);
  const root = rootOf(read);
  if (summary === undefined || root === undefined) return undefined;
  for (
    let scope = root.kind === 'name' ? summary.scopes[root.scope] : functionAround(summary, read.at);
    scope !== undefined;
    scope = outerScope(summary, scope)
  ) {
    if (scope.kind === 'class') continue;
    const { id } = scope;
    // The statements at the top of a file are edited one by one.
    if (id === 0) evaluation.edited.lookFor(summary, 'branches that throw', ({ scopes }) => leaving(scopes[0]));
    for (const block of leaving(scope)) {
      const absence = block.condition && absenceBy(block.condition, read);
      if (absence !== undefined && isBehind(scope, block, read) && !isSetBetween(evaluation, scope, block, read, root)) return absence;
    }
    if (root.kind === 'self' || scope.params.some(({ name }) => name === root.name)) return undefined;
  }
  return undefined;
}

/** Branches behind which nothing runs. */
export function leaving(scope: Scope | undefined): readonly Block[] {
  if (scope === undefined) return [];
  const returning = new Set(scope.effects.flatMap(({ kind, block }) => (kind === 'return' ? [block] : [])));
  return scope.blocks.filter(
    ({ id, kind, throws, condition }) => kind === 'then' && condition !== undefined && (throws === true || returning.has(id)),
  );
}

function rootOf(read: Value): Root | undefined {
  if (read.kind === 'name') return read;
  if (read.kind !== 'member' && read.kind !== 'index') return undefined;
  return read.kind === 'member' && read.object.kind === 'self' ? { ...read.object, key: read.key } : rootOf(read.object);
}

/** Whether the branch's statement has been gone through wherever the read stands. */
function isBehind({ blocks }: Scope, { at, parent }: Block, read: Read): boolean {
  const around = blocks[parent];
  return at.end <= read.at.start && (around === undefined || contains(around.at, read.at));
}

function isSetBetween({ lookup }: Evaluation, scope: Scope, { at }: Block, read: Read, root: Root): boolean {
  const effects = root.kind === 'name' ? lookup.effectsOn(scope, root.name) : lookup.effectsOnField(scope, root.key);
  return effects.some(effect => effect.at.start >= at.end && effect.at.start < read.at.start);
}

/** Where a condition holds whenever what is read is nothing: which kinds of nothing those are. */
function absenceBy(condition: Value, read: Read): Absence | undefined {
  if (condition.kind === 'operation' && condition.operator === 'or')
    return absenceBy(condition.left, read) ?? absenceBy(condition.right, read);
  if (condition.kind !== 'test') return undefined;
  const { test, operands } = condition;
  const [left, right] = operands;
  if (test === 'or') return operands.map(operand => absenceBy(operand, read)).find(absence => absence !== undefined);
  if (test === 'not' && left !== undefined) return asksForAll(left, read) ? 'falsy' : undefined;
  if (test !== 'equal' || left === undefined || right === undefined) return undefined;
  return (isNull(right) && isSameRead(left, read)) || (isNull(left) && isSameRead(right, read)) ? 'null' : undefined;
}

/** `not base_url`, `not (base_url and key)` */
function asksForAll(condition: Value, read: Read): boolean {
  if (condition.kind === 'test' && condition.test === 'and') return condition.operands.some(operand => asksForAll(operand, read));
  return isSameRead(condition, read);
}

function isSamePart(written: Value, read: Value): boolean {
  if (written.kind === 'self') return read.kind === 'self';
  if (written.kind === 'text') return read.kind === 'text' && written.text.text === read.text.text;
  return (read.kind === 'name' || read.kind === 'member' || read.kind === 'index') && isSameRead(written, read);
}

function isSameRead(written: Value, read: Read): boolean {
  if (written.kind === 'name') return read.kind === 'name' && written.name === read.name;
  if (written.kind === 'member' && read.kind === 'member') return written.key === read.key && isSamePart(written.object, read.object);
  return written.kind === 'index' && read.kind === 'index' && isSamePart(written.key, read.key) && isSamePart(written.object, read.object);
}
