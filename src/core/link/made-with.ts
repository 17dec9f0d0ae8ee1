import type { SdkCall } from '../sdks/sdk-call';
import type { Uri } from '../source/span';
import type { CodeSummary } from '../source/summary';
import type { ScopeId, Value, ValueOf } from '../source/values';
import { choose, chooseOf } from './choose';
import { saying } from './code-near';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { lastNameOf } from './labels';
import { memberOf } from './members';
import { argumentsIn, type Called, calledAs, calledByFields } from './near-callers';
import { argsWith, toldElsewhere } from './params-within';
import { isNull } from './plain-values';
import { isUsedAsValue } from './used-as-value';
import { toHole } from './volatility';

/** Functions that hand on what they are passed. */
const DEEPEST = 2;

/**
 * A call in whose arguments parameters of constructors (Python, TypeScript) say what they are passed wherever objects of their class
 * are made near it: `Desk(model="gpt-5.4")` in another file, for `model=self.model`. The very same call where that says nothing.
 */
export function withMaking(evaluation: Evaluation, call: SdkCall): SdkCall {
  const layers = call.object.layers.map(layer => {
    const args = argsWith(layer.args, param => ofParam(evaluation, param));
    return args === layer.args ? layer : { ...layer, args };
  });
  const isChanged = layers.some((layer, index) => layer !== call.object.layers[index]);
  return isChanged ? { ...call, object: { ...call.object, layers } } : call;
}

/**
 * The objects of packages that a constructor is passed for a parameter wherever objects of its class are made near it
 * (`new Desk(new ChatOpenAI({ model }))`); undefined where something else is passed, or may be.
 */
export function objectsMadeWith(evaluation: Evaluation, param: ValueOf<'param'>): readonly Value[] | undefined {
  const summary = evaluation.codeOf(param.at.uri);
  if (summary === undefined || param.outside || !/^\w+$/.test(param.name)) return undefined;
  if (calledOf(summary, param.scope)?.scope.kind !== 'class') return undefined;
  const passed = evaluation.records.shared(summary, `objects made with ${param.scope}.${param.name}`, () => {
    const values = allPassed(evaluation, summary, param.scope, param.name)?.flatMap(value =>
      value.kind === 'choice' ? value.options : [value],
    );
    return values?.every(isOfPackage) ? values.map(toldElsewhere) : undefined;
  });
  return passed === undefined || isMadeElsewhere(evaluation, param, param.name) ? undefined : passed;
}

/** `new ChatOpenAI(…)`, `openai('gpt-5.4')`, `createOpenAI(…).chat('gpt-5.4')` */
function isOfPackage(value: Value): boolean {
  if (value.kind !== 'call') return false;
  let made: Value = value;
  while (made.kind === 'call' || made.kind === 'member') made = made.kind === 'call' ? made.callee : made.object;
  return made.kind === 'external' && made.module !== 'global';
}

function ofParam(evaluation: Evaluation, param: ValueOf<'param'>): Value {
  const [root = '', ...path] = param.name.split('.');
  const isField = evaluation.codeOf(param.at.uri)?.scopes[param.scope]?.kind === 'class';
  if (param.made !== undefined || (param.outside && !isField) || !path.every(key => /^\w+$/.test(key))) return param;
  const passed = passedTo(evaluation, param.at.uri, param.scope, root, path, 0);
  if (passed === undefined || passed === UNKNOWN || isMadeElsewhere(evaluation, param, root)) return param;
  return passed === STATED ? { ...param, given: true } : { ...param, made: passed };
}

/** Whether the file that is linked is another package's, and objects of the class may be made in that one as well. */
function isMadeElsewhere(evaluation: Evaluation, { at: { uri }, scope: id }: ValueOf<'param'>, name: string): boolean {
  const linked = evaluation.root === undefined ? undefined : evaluation.codeOf(evaluation.root);
  const summary = evaluation.codeOf(uri);
  const called = summary && calledOf(summary, id);
  if (linked === undefined || summary === undefined || called === undefined) return false;
  const folderOf = (file: Uri) => file.slice(0, file.lastIndexOf('/') + 1);
  if (evaluation.mayPass(summary).files.some(file => linked.uri.startsWith(folderOf(file.uri)))) return false;
  const near = evaluation.mayPass(linked);
  return (
    !near.all ||
    saying(near.files, [called.scope.name]).some(
      file => argumentsIn(evaluation, file, called, name).length > 0 || mayMake(evaluation, file, called.scope.name),
    )
  );
}

function calledOf(summary: CodeSummary, id: ScopeId): Called | undefined {
  const scope = summary.scopes[id];
  return scope && (calledAs(summary, scope) ?? calledByFields(summary, scope));
}

const UNKNOWN = 'some of it is not known';
/** Some of it isn't known either, but none is left out: what would stand for it then (`config.get("cap", 900)`) is never used. */
const STATED = 'always stated';

/** All that is passed; undefined where nobody is seen to pass anything, or objects may be made in other ways. */
function passedTo(
  evaluation: Evaluation,
  uri: Uri,
  id: ScopeId,
  name: string,
  path: readonly string[],
  depth: number,
): Value | typeof UNKNOWN | typeof STATED | undefined {
  const summary = evaluation.codeOf(uri);
  const called = summary && calledOf(summary, id);
  if (summary === undefined || called === undefined || depth > DEEPEST || (depth === 0 && called.scope.kind !== 'class')) return undefined;
  return evaluation.records.shared(summary, `made with ${id}.${[name, ...path].join('.')}.${depth}`, () => {
    const passed = allPassed(evaluation, summary, id, name);
    if (passed === undefined) return undefined;
    const values = passed.map(value => stated(evaluation, partAt(evaluation, value, path), depth));
    const known = values.flatMap(value => value ?? []);
    const [first] = known;
    if (first !== undefined && known.length === values.length) return choose(first.at, known);
    return passed.every((whole, index) => values[index] !== undefined || hasPart(evaluation, whole, path)) ? STATED : UNKNOWN;
  });
}

/** What is passed for a parameter near its file, each time; undefined where nobody is seen to pass anything, or more may be. */
function allPassed(evaluation: Evaluation, summary: CodeSummary, id: ScopeId, name: string): readonly Value[] | undefined {
  const called = calledOf(summary, id);
  if (called === undefined) return undefined;
  const { name: type } = called.scope;
  const near = evaluation.mayPass(summary);
  const files = saying(near.files, [type]);
  const passed = near.all ? files.flatMap(file => argumentsIn(evaluation, file, called, name)) : [];
  return passed.length === 0 || files.some(file => mayMake(evaluation, file, type)) ? undefined : passed;
}

function partAt(evaluation: Evaluation, whole: Value, path: readonly string[]): Value {
  return path.reduce((object, key) => memberOf(evaluation, { kind: 'member', at: object.at, object, key }, object, NO_CONTEXT), whole);
}

/** Whether something stands under a key whatever else is put into a record. */
function hasPart(evaluation: Evaluation, whole: Value, path: readonly string[]): boolean {
  const key = path.at(-1);
  return key !== undefined && alwaysHas(partAt(evaluation, whole, path.slice(0, -1)), key);
}

function alwaysHas(value: Value, key: string): boolean {
  switch (value.kind) {
    case 'record':
      return value.entries.some(entry =>
        entry.key === undefined ? alwaysHas(entry.value, key) : entry.key === key && entry.value.kind !== 'optional',
      );
    case 'choice':
      return value.options.every(option => alwaysHas(option, key));
    case 'list':
      return value.items.some(item => alwaysHas(item, key));
    case 'spread':
      return alwaysHas(value.value, key);
    default:
      return false;
  }
}

/** Plain values, settings and defaults; what a function passes on is what it is passed. */
function stated(evaluation: Evaluation, value: Value, depth: number): Value | undefined {
  switch (value.kind) {
    case 'text':
    case 'scalar':
      return value;
    case 'hole':
    case 'external':
      return toHole(value).volatility === 'deploy' ? value : undefined;
    case 'choice': {
      const options = value.options.map(option => stated(evaluation, option, depth));
      const known = options.flatMap(option => option ?? []);
      return known.length < options.length ? undefined : chooseOf(value.at, value, known);
    }
    case 'param': {
      const [root = '', ...path] = value.name.split('.');
      const handedOn = passedTo(evaluation, value.at.uri, value.scope, root, path, depth + 1);
      if (handedOn === UNKNOWN || handedOn === STATED) return undefined;
      return handedOn ?? (value.fallback !== undefined && !isNull(value.fallback) ? value : undefined);
    }
    default:
      return undefined;
  }
}

/** Whether objects of a class may be made in a file other than by its name. */
function mayMake(evaluation: Evaluation, file: CodeSummary, type: string): boolean {
  return isExtended(evaluation, file, type) || isUsedAsValue(evaluation, file, type);
}

/** Objects of a class that extends another one are made by its own name. */
function isExtended(evaluation: Evaluation, file: CodeSummary, name: string): boolean {
  const find = ({ scopes }: CodeSummary) =>
    scopes.filter(({ kind, bases }) => kind === 'class' && bases.some(base => lastNameOf(base) === name));
  evaluation.edited.lookFor(file, `classes that extend ${name}`, find);
  return evaluation.records.shared(file, `classes that extend ${name}`, () => find(file)).length > 0;
}
