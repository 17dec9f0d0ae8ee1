import type { SdkCall } from '../sdks/sdk';
import type { Uri } from '../source/span';
import type { CodeSummary } from '../source/summary';
import type { Argument, ScopeId, Value, ValueOf } from '../source/values';
import { choose, type Evaluation, isNull, NO_CONTEXT } from './evaluation';
import { lastNameOf } from './labels';
import { memberOf } from './members';
import { argumentsIn, calledAs, calledByFields } from './near-callers';
import { isUsedAsValue } from './used-as-value';

/** Functions that hand on what they are passed. */
const DEEPEST = 2;
/** Dictionaries within dictionaries. */
const DEEPEST_PART = 4;

/**
 * A call in whose arguments parameters of constructors (Python) say what they are passed wherever objects of their class are made near
 * it: `Desk(model="gpt-5.4")` in another file, for `model=self.model`. The very same call where that says nothing.
 */
export function withMaking(evaluation: Evaluation, call: SdkCall): SdkCall {
  const layers = call.object.layers.map(layer => {
    const args = each(layer.args, argument => ofArgument(evaluation, argument, 0));
    return args === layer.args ? layer : { ...layer, args };
  });
  const isChanged = layers.some((layer, index) => layer !== call.object.layers[index]);
  return isChanged ? { ...call, object: { ...call.object, layers } } : call;
}

function ofArgument(evaluation: Evaluation, argument: Argument, depth: number): Argument {
  const value = within(evaluation, argument.value, depth);
  return value === argument.value ? argument : { ...argument, value };
}

function within(evaluation: Evaluation, value: Value, depth: number): Value {
  if (depth > DEEPEST_PART) return value;
  const part = (inner: Value) => within(evaluation, inner, depth + 1);
  switch (value.kind) {
    case 'param':
      return ofParam(evaluation, value);
    case 'choice': {
      const options = each(value.options, part);
      return options === value.options ? value : { ...value, options };
    }
    case 'template': {
      const parts = each(value.parts, part);
      return parts === value.parts ? value : { ...value, parts };
    }
    case 'spread': {
      const inner = part(value.value);
      return inner === value.value ? value : { ...value, value: inner };
    }
    case 'record': {
      const entries = each(value.entries, entry => {
        const inner = part(entry.value);
        return inner === entry.value ? entry : { ...entry, value: inner };
      });
      return entries === value.entries ? value : { ...value, entries };
    }
    case 'call': {
      const args = each(value.args, argument => ofArgument(evaluation, argument, depth + 1));
      return args === value.args ? value : { ...value, args };
    }
    default:
      return value;
  }
}

function ofParam(evaluation: Evaluation, param: ValueOf<'param'>): Value {
  const [root = '', ...path] = param.name.split('.');
  const isField = evaluation.codeOf(param.at.uri)?.scopes[param.scope]?.kind === 'class';
  if ((param.outside && !isField) || !path.every(key => /^\w+$/.test(key))) return param;
  const passed = passedTo(evaluation, param.at.uri, param.scope, root, path, 0);
  return passed === undefined ? param : { ...param, made: passed };
}

/** All that is passed; undefined where some of it is not known, or objects may be made in other ways. */
function passedTo(evaluation: Evaluation, uri: Uri, id: ScopeId, name: string, path: readonly string[], depth: number): Value | undefined {
  const summary = evaluation.codeOf(uri);
  const scope = summary?.scopes[id];
  const called = summary && scope && (calledAs(summary, scope) ?? calledByFields(summary, scope));
  if (summary === undefined || called === undefined || depth > DEEPEST || (depth === 0 && called.scope.kind !== 'class')) return undefined;
  return evaluation.records.shared(summary, `made with ${id}.${[name, ...path].join('.')}.${depth}`, () => {
    const near = evaluation.mayPass(summary);
    const { name: type } = called.scope;
    const passed = near.all ? near.files.flatMap(file => argumentsIn(evaluation, file, called, name)) : [];
    const isMadeElsewhere = (file: CodeSummary) => isExtended(evaluation, file, type) || isUsedAsValue(evaluation, file, type);
    if (passed.length === 0 || near.files.some(isMadeElsewhere)) return undefined;
    const values = passed.map(value => stated(evaluation, partAt(evaluation, value, path), depth));
    const known = values.flatMap(value => value ?? []);
    const [first] = known;
    return first === undefined || known.length < values.length ? undefined : choose(first.at, known);
  });
}

function partAt(evaluation: Evaluation, whole: Value, path: readonly string[]): Value {
  return path.reduce((object, key) => memberOf(evaluation, { kind: 'member', at: object.at, object, key }, object, NO_CONTEXT), whole);
}

/** Plain values, settings and defaults; what a function passes on is what it is passed. */
function stated(evaluation: Evaluation, value: Value, depth: number): Value | undefined {
  switch (value.kind) {
    case 'text':
    case 'scalar':
      return value;
    case 'hole':
      return value.volatility === 'deploy' ? value : undefined;
    case 'choice': {
      const options = value.options.map(option => stated(evaluation, option, depth));
      const known = options.flatMap(option => option ?? []);
      return known.length < options.length ? undefined : choose(value.at, known);
    }
    case 'param': {
      const [root = '', ...path] = value.name.split('.');
      const handedOn = passedTo(evaluation, value.at.uri, value.scope, root, path, depth + 1);
      return handedOn ?? (value.fallback !== undefined && !isNull(value.fallback) ? value : undefined);
    }
    default:
      return undefined;
  }
}

/** Objects of a class that extends another one are made by its own name. */
function isExtended(evaluation: Evaluation, file: CodeSummary, name: string): boolean {
  const find = ({ scopes }: CodeSummary) =>
    scopes.filter(({ kind, bases }) => kind === 'class' && bases.some(base => lastNameOf(base) === name));
  evaluation.edited.lookFor(file, `classes that extend ${name}`, find);
  return evaluation.records.shared(file, `classes that extend ${name}`, () => find(file)).length > 0;
}

/** The same list where nothing in it changes. */
function each<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  const changed = items.map(change);
  return changed.every((item, index) => item === items[index]) ? items : changed;
}
