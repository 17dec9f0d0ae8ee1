import { isJavaScript } from '../source/languages/index';
import type { Uri } from '../source/span';
import type { Argument, Call, Value, ValueOf } from '../source/values';
import { calleeOn } from './callee-on';
import { choose } from './choose';
import type { Context, Evaluation } from './evaluation';
import { hole } from './hole';
import { implementedCalls, objectOf } from './implementations';
import { classesBelow } from './implementing';
import { invoke } from './invoke';
import { isNull } from './plain-values';

/** What a call of a function of the project gives; of a method that a class leaves to those below it, what theirs give. */
export function resultOf(
  evaluation: Evaluation,
  fn: ValueOf<'function'>,
  args: readonly Argument[],
  self: Value | undefined,
  call: Call,
  context: Context,
): Value | undefined {
  const own = invoke(evaluation, fn, args, self, call.at, context, call);
  if (own === undefined) return isLeftOpen(evaluation, fn) ? ofClassesBelow(evaluation, call, context) : undefined;
  return self?.kind === 'self' && (saysNothing(own) || mayBeReplaced(evaluation, call, self.at.uri))
    ? orBelow(evaluation, fn, args, self, call, context, own)
    : own;
}

/** Nothing, or an empty table: what a class gives for those below it to say more. */
export function saysNothing(value: Value): boolean {
  return isNull(value) || (value.kind === 'record' && value.entries.length === 0);
}

/**
 * `this.getModel()`, `self.request_body()`: what is sent hangs on it. Elsewhere a class has to say that a method may be replaced, or can't
 * (Go); nor can one whose name is each class's own (`self.__model()`, `this.#model()`).
 */
function mayBeReplaced(evaluation: Evaluation, { callee, args }: Call, uri: Uri): boolean {
  if (callee.kind !== 'member' || callee.object.kind !== 'self' || args.length > 0) return false;
  const language = evaluation.codeOf(uri)?.language;
  const isOpen = language !== undefined && (language === 'python' || isJavaScript(language));
  return isOpen && NAMED_LIKE_REQUEST.test(callee.key) && !OF_ONE_CLASS.test(callee.key);
}

const OF_ONE_CLASS = /^(?:#|__)/;

const NAMED_LIKE_REQUEST = /model|engine|deployment|token|request|body|payload|param|option|kwargs|config/i;

/** What the method gives of an object of that class, or of one below it that says more. */
function orBelow(
  evaluation: Evaluation,
  fn: ValueOf<'function'>,
  args: readonly Argument[],
  { at, scope: id }: ValueOf<'self'>,
  call: Call,
  context: Context,
  own: Value,
): Value {
  const summary = evaluation.codeOf(at.uri);
  const type = summary?.scopes[id];
  const { callee } = call;
  if (summary === undefined || type === undefined || callee.kind !== 'member') return own;
  // Of a class that leaves nothing open it isn't worth reading all code around for those that extend it, unless the method says so much.
  if (type.requires === undefined && !mayBeReplaced(evaluation, call, at.uri)) return own;
  const { types, all } = classesBelow(evaluation, summary, type);
  const below = evaluation.once(`below ${call.at.uri}:${call.at.start}-${call.at.end}`, () =>
    types.map((each): Value | undefined => {
      const object = objectOf(evaluation, each);
      const method = evaluation.evaluate(calleeOn(evaluation, callee, object), context);
      if (method.kind !== 'function' || (method.at.uri === fn.at.uri && method.scope === fn.scope)) return undefined;
      return invoke(evaluation, method, args, object, call.at, context) ?? hole(call.at, callee.key, 'left to classes below');
    }),
  );
  const more = below?.flatMap(each => each ?? []) ?? [];
  const isReplaced = all && more.length === types.length && saysNothing(own);
  return more.length === 0 ? own : choose(call.at, isReplaced ? more : [own, ...more]);
}

/**
 * What the method of any class gives that implements one which is left open (`self.make_client()`); where there may be more of them,
 * only if it is an object.
 */
export function ofClassesBelow(evaluation: Evaluation, call: Call, context: Context): Value | undefined {
  if (call.callee.kind !== 'member') return undefined;
  const { calls, all } = implementedCalls(evaluation, call, context);
  if (calls.length === 0) return undefined;
  const results = evaluation.once(`left open ${call.at.uri}:${call.at.start}-${call.at.end}`, () =>
    calls.map(each => evaluation.evaluate(each, context)),
  );
  const isKnown = (result: Value) => result.kind === 'instance' || (all && result.kind !== 'member');
  return results?.every(isKnown) ? choose(call.at, results) : undefined;
}

function isLeftOpen(evaluation: Evaluation, { at, scope: id }: ValueOf<'function'>): boolean {
  const scopes = evaluation.codeOf(at.uri)?.scopes;
  const scope = scopes?.[id];
  const owner = scope?.parent === undefined ? undefined : scopes?.[scope.parent];
  return scope !== undefined && owner?.requires?.includes(scope.name) === true;
}
