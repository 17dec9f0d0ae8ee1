import type { Uri } from '../source/span';
import type { Call, ScopeId, Value, ValueOf } from '../source/values';
import { calleeOn, callOn } from './callee-on';
import { choose } from './choose';
import { saying } from './code-near';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { isMadeByPackage } from './made-by-package';
import { memberOf } from './members';
import { isLikeModel } from './model-names';
import { argumentsIn, calledAs } from './near-callers';
import { isNamedLikeData } from './plain-methods';
import { isNull } from './plain-values';

/** Objects that a call is followed to. */
const MOST_OBJECTS = 8;
/** Functions that hand on what they are passed. */
const DEEPEST = 2;
/** Objects that callers pass, the project's own or a package's; `all`: nothing else was seen to be passed. */
interface Passed {
  readonly objects: readonly Value[];
  readonly all: boolean;
}

const NONE: Passed = { objects: [], all: false };

/**
 * A method's call on a parameter of which nothing is said (`def __init__(self, llm)`, then `self.llm.ask(…)`), as it would be written
 * for each object that code near it passes.
 */
export function callsOnPassed(
  evaluation: Evaluation,
  call: Call,
  { name, type, fallback, outside, at, scope }: ValueOf<'param'>,
): { readonly calls: readonly Call[]; readonly all: boolean } {
  const { callee } = call;
  const [root = '', , ...others] = name.split('.');
  const isOpen = type === undefined && (fallback === undefined || isNull(fallback)) && outside === undefined;
  if (callee.kind !== 'member' || !isOpen || others.length > 0 || isNamedLikeData(callee) || !isLikeModel(root))
    return { calls: [], all: false };
  const { objects, all } = passedTo(evaluation, at.uri, scope, [root], 0);
  return { calls: objects.map(object => callOn(evaluation, call, calleeOn(evaluation, callee, object))), all };
}

/** `path`: a parameter, or a field of what is passed for one (`params.chat`). */
function passedTo(evaluation: Evaluation, uri: Uri, id: ScopeId, path: readonly string[], depth: number): Passed {
  const [name = '', ...fields] = path;
  const summary = evaluation.codeOf(uri);
  const scope = summary?.scopes[id];
  const called = summary && scope && calledAs(summary, scope);
  if (summary === undefined || scope === undefined || called === undefined || depth > DEEPEST) return NONE;
  return evaluation.records.shared(summary, `passed ${id}.${path.join('.')}.${depth}`, () => {
    const near = evaluation.mayPass(summary);
    const passed = saying(near.files, [called.scope.name]).flatMap(file => argumentsIn(evaluation, file, called, name));
    const each = passed.map(value => objectsIn(evaluation, fieldOf(evaluation, value, fields), depth));
    const objects = distinct(each.flatMap(one => one.objects));
    return { objects: objects.slice(0, MOST_OBJECTS), all: near.all && objects.length <= MOST_OBJECTS && each.every(one => one.all) };
  });
}

function objectsIn(evaluation: Evaluation, value: Value, depth: number): Passed {
  if (value.kind === 'instance' || value.kind === 'self' || (value.kind === 'call' && isMadeByPackage(evaluation, value)))
    return { objects: [value], all: true };
  if (value.kind === 'choice') {
    const each = value.options.filter(option => !isNull(option)).map(option => objectsIn(evaluation, option, depth));
    return { objects: each.flatMap(({ objects }) => objects), all: each.every(({ all }) => all) };
  }
  const handedOn =
    value.kind === 'param' &&
    value.type === undefined &&
    (value.fallback === undefined || isNull(value.fallback)) &&
    !value.name.includes('()');
  return handedOn ? passedTo(evaluation, value.at.uri, value.scope, value.name.split('.'), depth + 1) : NONE;
}

function fieldOf(evaluation: Evaluation, whole: Value, fields: readonly string[]): Value {
  return fields.reduce((object, key) => memberOf(evaluation, { kind: 'member', at: object.at, object, key }, object, NO_CONTEXT), whole);
}

function distinct(objects: readonly Value[]): readonly Value[] {
  const [first] = objects;
  const chosen = first && choose(first.at, objects);
  if (chosen === undefined || chosen.kind === 'hole') return objects;
  return chosen.kind === 'choice' ? chosen.options : [chosen];
}
