import { contains } from '../source/span';
import type { Block, Scope } from '../source/summary';
import type { Value, ValueOf } from '../source/values';
import { choose } from './choose';
import { blocksThatRun } from './conditions';
import type { Context, Evaluation } from './evaluation';
import { functionAround } from './function-around';
import { leaving } from './guards';
import { outerScope } from './outer-scope';
import { isNull } from './plain-values';
import { truthOf } from './tests';
import { within } from './value-parts';

type Read = ValueOf<'name'> | ValueOf<'member'>;
type Root = ValueOf<'name'> | (ValueOf<'self'> & { readonly key: string });
/** A text, or a row of a table (`{ name: 'gpt-5.4', provider: 'openai' }`). */
type Candidate = ValueOf<'text'> | ValueOf<'record'>;

/** More candidates are a list of models, which no branch picks from. */
const MOST_TEXTS = 6;
/** Of rows each says of itself what branches ask for. */
const MOST_ROWS = 60;
const MOST_STEPS = 200;

/** What a row says of a model or a cap: of all else it doesn't matter which rows are meant. */
const OF_MODEL = /model|name|^id$|deployment|max|limit|tokens|(?:^|_)cap(?:_|$)/i;

/**
 * A value that is read where branches ask for something that one of its texts isn't (`if model.startswith("o1"):`, or behind one that
 * returns): there it is the others, or what a caller passes, and not what it is by default.
 */
export function notRuledOut(evaluation: Evaluation, read: Read, value: Value, context: Context): Value {
  const texts = textsOf(value);
  return texts.length > MOST_TEXTS ? value : without(evaluation, value, texts, leftOf(evaluation, read, texts, context));
}

/** The object whose member is read, without the rows of a table of which branches ask for something else (`if (row.maker === 'openai')`). */
export function rowsNotRuledOut(evaluation: Evaluation, { object: read, key }: ValueOf<'member'>, rows: Value, context: Context): Value {
  if (rows.kind !== 'choice' || !OF_MODEL.test(key) || (read.kind !== 'name' && read.kind !== 'member')) return rows;
  if (rows.options.length > MOST_ROWS || !rows.options.every(option => isRow(option) || isNull(option))) return rows;
  const all = rows.options.filter(isRow);
  return without(evaluation, rows, all, leftOf(evaluation, read, all, context));
}

function leftOf<T extends Candidate>(evaluation: Evaluation, read: Read, candidates: readonly T[], context: Context): readonly T[] {
  const summary = evaluation.codeOf(read.at.uri);
  const root = rootOf(read);
  let left = candidates;
  if (left.length === 0 || summary === undefined || root === undefined) return left;
  for (
    let scope = root.kind === 'name' ? summary.scopes[root.scope] : functionAround(summary, read.at);
    scope !== undefined;
    scope = outerScope(summary, scope)
  ) {
    const around = scope.kind === 'function' ? asked(evaluation, scope, read, root) : [];
    const asking = around.filter(({ group }) => isAskedBy(evaluation, scope, group, read));
    left = left.filter(candidate => !asking.some(block => leadsElsewhere(evaluation, scope, block, read, candidate, context)));
    if (root.kind === 'self' || isBoundIn(evaluation, scope, root)) break;
  }
  return left;
}

/** The very same where all are left, or none that is known. */
function without(evaluation: Evaluation, value: Value, candidates: readonly Candidate[], left: readonly Candidate[]): Value {
  if (left.length === candidates.length || (left.length === 0 && isAllKnown(value))) return value;
  const gone = candidates.filter(candidate => !left.includes(candidate));
  return evaluation.lookup.same.of([value, ...gone], 'ruled out', () => withoutThese(value, gone));
}

function isBoundIn({ lookup }: Evaluation, scope: Scope, { name }: ValueOf<'name'>): boolean {
  return scope.params.some(param => param.name === name) || lookup.effectsOn(scope, name).some(effect => effect.kind === 'assign');
}

/** The texts that a value may be, by default or otherwise. Beside what only the deployment says they stay what is known. */
function textsOf(value: Value): readonly ValueOf<'text'>[] {
  if (value.kind === 'choice') {
    const isOpen = value.options.some(({ kind }) => kind !== 'text' && kind !== 'param');
    return isOpen ? [] : value.options.flatMap(option => (option.kind === 'text' ? option : textsOf(option)));
  }
  return value.kind === 'param' && value.made === undefined && value.fallback?.kind === 'text' ? [value.fallback] : [];
}

function isRow(value: Value): value is ValueOf<'record'> {
  return value.kind === 'record' && value.entries.every(({ key }) => key !== undefined);
}

function isAllKnown(value: Value): boolean {
  return value.kind === 'choice' && value.options.every(option => option.kind === 'text' || isRow(option) || isNull(option));
}

/** A parameter keeps its default, by which the other branches are told, as one that isn't what is read. */
function withoutThese(value: Value, gone: readonly Candidate[]): Value {
  if (value.kind === 'param') return isOneOf(value.fallback, gone) ? { ...value, ruledOut: true } : value;
  if (value.kind !== 'choice') return value;
  const [first] = value.options.filter(option => isOneOf(option, gone));
  const left = value.options
    .filter(option => !isOneOf(option, gone))
    .map(option =>
      option.kind === 'param' && option.fallback === undefined && first !== undefined
        ? { ...option, fallback: first, ruledOut: true as const }
        : withoutThese(option, gone),
    );
  const chosen = choose(value.at, left);
  return chosen.kind === 'choice' ? { ...value, ...chosen } : chosen;
}

function isOneOf(value: Value | undefined, gone: readonly Candidate[]): boolean {
  return (value?.kind === 'text' || value?.kind === 'record') && gone.includes(value);
}

/** Branches around the read that don't set it, and those before it that go no further, since which nothing did. */
function asked({ lookup }: Evaluation, scope: Scope, read: Read, root: Root): readonly Block[] {
  const effects = root.kind === 'name' ? lookup.effectsOn(scope, root.name) : lookup.effectsOnField(scope, root.key);
  const isSet = (start: number, end: number) => effects.some(({ at }) => at.start >= start && at.start < end);
  const around = scope.blocks.filter(
    ({ kind, at }) => (kind === 'then' || kind === 'else' || kind === 'case') && contains(at, read.at) && !isSet(at.start, at.end),
  );
  const before = leaving(scope).filter(({ at, parent }) => {
    const outer = scope.blocks[parent];
    const isBehind = at.end <= read.at.start && (outer === undefined || contains(outer.at, read.at));
    return isBehind && !isSet(at.end, read.at.start);
  });
  return [...around, ...before];
}

function isAskedBy(evaluation: Evaluation, scope: Scope, group: number, read: Read): boolean {
  return scope.blocks.some(
    block => block.group === group && block.condition && asksFor(evaluation, scope, block.condition, read) !== undefined,
  );
}

/** Whether the candidate would have led into a branch that goes no further, or not into the one around the read. */
function leadsElsewhere(evaluation: Evaluation, scope: Scope, block: Block, read: Read, candidate: Candidate, context: Context): boolean {
  const group = scope.blocks.filter(other => other.group === block.group);
  const decide = (condition: Value) => holdsFor(evaluation, scope, condition, read, candidate, context);
  return blocksThatRun(group, decide).get(block) === !contains(block.at, read.at);
}

/** A condition with the candidate in place of what is read; undefined where it doesn't ask for that, or can't be decided by that alone. */
function holdsFor(
  evaluation: Evaluation,
  scope: Scope,
  condition: Value,
  read: Read,
  candidate: Candidate,
  context: Context,
): boolean | undefined {
  const asks = asksFor(evaluation, scope, condition, read);
  if (asks === undefined) return undefined;
  const asked = evaluation.lookup.same.of([asks, candidate], `with a candidate for ${labelOf(read)}`, () => put(asks, read, candidate));
  const found = evaluation.briefly(MOST_STEPS, () => evaluation.evaluate(asked, context));
  return found && truthOf(found);
}

/** The condition where it asks for what is read; `const isSmall = model.endsWith('-mini')` stands for what it is set to. */
function asksFor({ lookup }: Evaluation, scope: Scope, condition: Value, read: Read): Value | undefined {
  if ([...within(condition)].some(part => isSame(part, read))) return condition;
  const isNot = condition.kind === 'test' && condition.test === 'not';
  const name = isNot ? condition.operands[0] : condition;
  if (name?.kind !== 'name') return undefined;
  const [set, ...others] = lookup.effectsOn(scope, name.name);
  if (set?.kind !== 'assign' || others.length > 0 || set.target.path.length > 0) return undefined;
  if (![...within(set.value)].some(part => isSame(part, read))) return undefined;
  return isNot ? lookup.same.of([condition, set.value], 'not', () => ({ ...condition, operands: [set.value] })) : set.value;
}

function put(value: Value, read: Read, candidate: Candidate): Value {
  if (isSame(value, read)) return candidate;
  const inner = (part: Value) => put(part, read, candidate);
  switch (value.kind) {
    case 'test':
      return { ...value, operands: value.operands.map(inner) };
    case 'operation':
      return { ...value, left: inner(value.left), right: inner(value.right) };
    case 'member':
      return { ...value, object: inner(value.object) };
    case 'call':
      return { ...value, callee: inner(value.callee), args: value.args.map(argument => ({ ...argument, value: inner(argument.value) })) };
    default:
      return value;
  }
}

function isSame(written: Value, read: Value): boolean {
  if (written.kind === 'name') return read.kind === 'name' && written.name === read.name;
  if (written.kind === 'self') return read.kind === 'self';
  return written.kind === 'member' && read.kind === 'member' && written.key === read.key && isSame(written.object, read.object);
}

function labelOf(read: Value): string {
  return read.kind === 'member' ? `${labelOf(read.object)}.${read.key}` : read.kind === 'name' ? read.name : 'self';
}

function rootOf(read: Value): Root | undefined {
  if (read.kind === 'name') return read;
  if (read.kind !== 'member') return undefined;
  return read.object.kind === 'self' ? { ...read.object, key: read.key } : rootOf(read.object);
}
