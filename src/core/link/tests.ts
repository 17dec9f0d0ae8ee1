import { isJavaScript } from '../source/languages/index';
import type { Value, ValueOf } from '../source/values';
import { entryOf } from './entries';
import { enumMembers } from './enums';
import { type Evaluation, NO_CONTEXT, scopeOf } from './evaluation';
import { isOpenItem } from './fixed-lists';
import { hole } from './hole';
import { leastOf } from './least-lengths';
import { isNull, plainText } from './plain-values';

/** Why a truth value isn't known. */
export const A_CONDITION = 'a condition';

/** What a test on evaluated operands gives: true, false, or a hole. */
export function tested(evaluation: Evaluation, test: ValueOf<'test'>, operands: readonly Value[]): Value {
  const truth = outcome(evaluation, test, operands);
  return truth === undefined ? hole(test.at, test.label, A_CONDITION) : { kind: 'scalar', at: test.at, value: truth };
}

function outcome(evaluation: Evaluation, { test }: ValueOf<'test'>, operands: readonly Value[]): boolean | undefined {
  const [left, right] = operands;
  if (left === undefined) return undefined;
  const truths = operands.map(truthOf);
  switch (test) {
    case 'not':
      return negated(truths[0]);
    case 'and':
      return truths.includes(false) ? false : truths.includes(undefined) ? undefined : true;
    case 'or':
      return truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;
    case 'equal':
      return (
        right && ofEach(left, one => ofEach(right, other => (isObjectBesideNothing(evaluation, one, other) ? false : areEqual(one, other))))
      );
    case 'less':
      return right && ofEach(left, one => ofEach(right, other => isLess(one, other)));
    case 'in':
      return right && ofEach(left, one => ofEach(right, other => isIn(one, membersOf(evaluation, other))));
    case 'instance':
      return right && ofEach(left, one => ofEach(right, type => isInstance(evaluation, one, type)));
  }
}

function negated(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}

/** What holds of each of a value's candidates. */
function ofEach(value: Value, holds: (option: Value) => boolean | undefined): boolean | undefined {
  if (value.kind !== 'choice') return holds(value);
  const [first, ...others] = value.options.map(holds);
  return others.every(other => other === first) ? first : undefined;
}

/** Whether a value counts as true. Empty lists and tables do in JavaScript and don't in Python. */
export function truthOf(value: Value): boolean | undefined {
  return ofEach(value, one => {
    switch (one.kind) {
      case 'scalar':
        return Boolean(one.value);
      case 'text':
        return one.text.text !== '';
      case 'template':
        return one.parts.some(part => truthOf(part) === true && part.kind !== 'scalar') ? true : undefined;
      case 'list':
        return one.items.some(item => !isOpenItem(item)) ? true : undefined;
      case 'record':
        return one.entries.some(entry => entry.key !== undefined && !isOpenItem(entry.value)) ? true : undefined;
      case 'instance':
      case 'class':
      case 'function':
        return true;
      default:
        return undefined;
    }
  });
}

const SOMETHING: ReadonlySet<Value['kind']> = new Set(['text', 'template', 'list', 'record', 'instance', 'class', 'function']);

function areEqual(a: Value, b: Value): boolean | undefined {
  if (isNull(a) || isNull(b)) {
    const other = isNull(a) ? b : a;
    return other.kind === 'scalar' ? isNull(other) : SOMETHING.has(other.kind) ? false : undefined;
  }
  if (a.kind === 'class' && b.kind === 'class') return a.scope === b.scope && a.at.uri === b.at.uri;
  if (a.kind === 'external' && b.kind === 'external') return isSameMember(a, b);
  const [one, other] = [plainText(a), plainText(b)];
  return one === undefined || other === undefined ? undefined : one === other;
}

/** `ModelType.LLM` beside `ModelType.EMBEDDER`: members of one enumeration of a package, named as constants are. */
function isSameMember(a: ValueOf<'external'>, b: ValueOf<'external'>): boolean | undefined {
  const [one, other] = [a.path[a.path.length - 1] ?? '', b.path[b.path.length - 1] ?? ''];
  const [type, ...around] = a.path.slice(0, -1).reverse();
  const isOfOneType =
    a.module === b.module && a.path.length === b.path.length && a.path.slice(0, -1).every((step, at) => step === b.path[at]);
  if (!isOfOneType || around.length > 0 || !/^\p{Lu}\w*\p{Ll}/u.test(type ?? '')) return undefined;
  return CONSTANT.test(one) && CONSTANT.test(other) ? one === other : undefined;
}

const CONSTANT = /^[A-Z][A-Z0-9_]*$/;

/** `TestModel() is None`; in Go, what a package's `New` gives may be nothing. */
function isObjectBesideNothing(evaluation: Evaluation, one: Value, other: Value): boolean {
  const [object] = isNull(one) ? [other] : isNull(other) ? [one] : [];
  if (object === undefined || !isObjectOfSdk(evaluation, object)) return false;
  const language = evaluation.codeOf(object.at.uri)?.language;
  return language === 'python' || (language !== undefined && isJavaScript(language));
}

function isLess(a: Value, b: Value): boolean | undefined {
  const [one, other] = [leastOf(a), leastOf(b)];
  if (one === undefined || other === undefined) return undefined;
  if (a.kind === 'scalar' && b.kind === 'scalar') return one < other;
  // Of a length only the least is known.
  if (a.kind === 'scalar') return one < other ? true : undefined;
  return b.kind === 'scalar' && one >= other ? false : undefined;
}

/** What is in an enumeration is one of its members. */
function membersOf(evaluation: Evaluation, whole: Value): Value {
  const items = whole.kind === 'class' ? enumMembers(evaluation, whole) : undefined;
  return items === undefined ? whole : { kind: 'list', at: whole.at, items };
}

function isIn(item: Value, whole: Value): boolean | undefined {
  const text = plainText(item);
  if (text === undefined) return undefined;
  if (whole.kind === 'text') return whole.text.text.includes(text);
  if (whole.kind === 'record') {
    const entry = entryOf(whole, text);
    if (entry.open !== undefined || entry.sometimes) return undefined;
    return entry.value !== undefined;
  }
  if (whole.kind !== 'list') return undefined;
  const all = whole.items.map(each => (isOpenItem(each) ? undefined : areEqual(item, each)));
  return all.includes(true) ? true : all.includes(undefined) ? undefined : false;
}

/** Python's built-in types by the kinds of value that are read. */
const BUILT_IN: Readonly<Record<string, readonly Value['kind'][]>> = {
  str: ['text', 'template'],
  dict: ['record'],
  list: ['list'],
  tuple: ['list'],
};

function isInstance(evaluation: Evaluation, value: Value, type: Value): boolean | undefined {
  if (!SOMETHING.has(value.kind) && value.kind !== 'scalar') return isText(type) && isObjectOfSdk(evaluation, value) ? false : undefined;
  if (type.kind === 'list') {
    const all = type.items.map(each => isInstance(evaluation, value, each));
    return all.includes(true) ? true : all.includes(undefined) ? undefined : false;
  }
  if (type.kind === 'class') return value.kind === 'instance' ? isOfClass(evaluation, value, type) : false;
  const asked = typeAsked(type);
  if (asked !== undefined) return typeOf(value) === asked;
  const kinds = type.kind === 'external' && type.module === 'global' ? BUILT_IN[type.path.join('.')] : undefined;
  if (kinds === undefined) return undefined;
  if (value.kind !== 'list' || !kinds.includes('list')) return kinds.includes(value.kind);
  // In code a list may stand for a tuple or the other way round; files of data have no tuples.
  const isData = value.items.length > 0 && evaluation.codeOf(value.at.uri) === undefined;
  return isData ? isNamedType(type, 'list') : undefined;
}

/** `typeof cap === 'number'` */
function typeAsked(type: Value): string | undefined {
  const [name] = type.kind === 'external' && type.module === 'global' ? type.path : [];
  return name?.startsWith('typeof ') ? name.slice('typeof '.length) : undefined;
}

/** What JavaScript says of a value that is known. */
function typeOf(value: Value): string {
  switch (value.kind) {
    case 'text':
    case 'template':
      return 'string';
    case 'scalar':
      return value.value !== null ? typeof value.value : value.written ? 'object' : 'undefined';
    case 'function':
    case 'class':
      return 'function';
    default:
      return 'object';
  }
}

/** `typeof agent === 'string'`, `isinstance(agent, str)` */
function isText(type: Value): boolean {
  return isNamedType(type, 'str');
}

function isNamedType(type: Value, name: string): boolean {
  return type.kind === 'external' && type.module === 'global' && type.path.join('.') === name;
}

/** `new Agent({ … })` */
function isObjectOfSdk(evaluation: Evaluation, value: Value): boolean {
  if (value.kind !== 'call' || value.callee.kind !== 'external') return false;
  const { module, path } = value.callee;
  return module !== 'global' && evaluation.isPackage(module) && /^\p{Lu}/u.test(path[path.length - 1] ?? '');
}

function isOfClass(evaluation: Evaluation, value: ValueOf<'instance'>, type: ValueOf<'class'>, depth = 0): boolean | undefined {
  if (value.scope === type.scope && value.at.uri === type.at.uri) return true;
  const bases = scopeOf(evaluation, value.at.uri, value.scope)?.bases ?? [];
  const all = bases.map(base => {
    const above = evaluation.evaluate(base, NO_CONTEXT);
    if (above.kind === 'external') return false;
    return above.kind === 'class' && depth < 8
      ? isOfClass(evaluation, { ...value, at: above.at, scope: above.scope }, type, depth + 1)
      : undefined;
  });
  return all.includes(true) ? true : all.includes(undefined) ? undefined : false;
}
