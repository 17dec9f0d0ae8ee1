import type { LanguageId } from '../source/summary';
import type { Argument, Call, Value, ValueOf } from '../source/values';
import { accessed } from './accessors';
import { evaluateArgs, positional } from './arguments';
import { saidByRequest } from './asked-by-request';
import { bareObject } from './bare-object';
import { boundArguments } from './bound-arguments';
import { builderStep, configured, isTold } from './builders';
import { chooseByKey } from './by-caller';
import { functionIn } from './callable-objects';
import { calleeOn } from './callee-on';
import { chooseOf } from './choose';
import { tableList } from './collections';
import { configuredByMethod } from './dotnet/configuration-methods';
import { extension } from './dotnet/extensions';
import { located } from './dotnet/locator';
import { enumMembers } from './enums';
import { readFromEnvironment } from './environment-readers';
import type { Context, Evaluation } from './evaluation';
import { readByMethod } from './file-texts';
import { flaskOption } from './flask-settings';
import { knownFunction } from './functions';
import { flagByName } from './go-flags';
import { executedTemplate } from './go-functions';
import { goneThrough } from './gone-through';
import { javaMethod } from './java-library';
import { javaResource } from './java-resources';
import { keptUnder } from './kept-under';
import { labelOf } from './labels';
import { ofClassesBelow, resultOf } from './left-open';
import { passedOr } from './left-out';
import { listMethod } from './lists';
import { lookedUpBy } from './looked-up';
import { nestSetting } from './nest-settings';
import { overloadFor } from './overloads';
import { afterPassing } from './passed-pointers';
import { substituted } from './placeholders';
import { pydanticMethod } from './pydantic-models';
import { readByReader } from './readers';
import { isOneOfMade, objectFor } from './receivers';
import { orUnreadSplits } from './splitting';
import { renderedByCall, renderedByMethod } from './template-engines';
import { stillSet, textMethod } from './text-parts';
import { waitedFor } from './waited-for';

/** What a call gives: a known function's result, a project function's return value, an object, or the call itself if nobody can say. */
export function evaluateCall(evaluation: Evaluation, call: Call, context: Context): Value {
  if (call.passed !== undefined) return afterPassing(evaluation, call, call.passed, context);
  const { callee } = call;
  const object = callee.kind === 'member' ? evaluation.evaluate(callee.object, context) : undefined;
  const given = evaluateArgs(evaluation, call.args, context);
  const args = isTold(given) ? configured(evaluation, given, context) : given;
  const step =
    callee.kind === 'member' && object !== undefined && !isWritten(evaluation, call, 'csharp')
      ? builderStep(evaluation, call, object, callee.key, args, context)
      : undefined;
  if (step !== undefined) return step;
  const target = overloadFor(evaluation, evaluation.evaluate(callee, context), () => args);
  if (callee.kind !== 'member' || object === undefined) return apply(evaluation, target, call, args, object, context);
  // What has its own meaning for such a call, and no object of a package, stays what it is.
  if (call.told && (target.kind === 'function' || !TELLABLE.has(object.kind))) return object;
  const field = accessed(evaluation, object, callee.key, target, args, context);
  if (field !== undefined) return field;
  const fields = target.kind === 'function' ? undefined : pydanticMethod(evaluation, object, callee.key, args, call.at, context);
  if (fields !== undefined) return fields;
  const [made] = args;
  if (callee.key === '__new__' && made?.value.kind === 'class') return bareObject(evaluation, made.value, call);
  // Most managers hand out themselves.
  if (callee.key === '__enter__' && target.kind !== 'function') return enteredAsync(evaluation, callee, object, call, context) ?? object;
  // A copy holds the same.
  if (callee.key === 'MemberwiseClone' && args.length === 0 && isWritten(evaluation, call, 'csharp')) return object;
  const setting = configuredByMethod(evaluation, object, callee.key, args, call.at);
  if (setting !== undefined) return setting;
  const method =
    readByMethod(evaluation, object, callee.key, call) ??
    // An object's own method is no look-up in it, whatever it is called.
    (object.kind === 'record' && target.kind === 'function' ? undefined : onValue(evaluation, object, callee.key, call, args, context)) ??
    (isWritten(evaluation, call, 'java')
      ? (javaResource(evaluation, object, callee.key, call, args) ?? javaMethod(evaluation, object, callee.key, call, args, context))
      : undefined);
  if (method !== undefined) return method;
  const flag = isWritten(evaluation, call, 'go')
    ? flagByName(
        evaluation,
        call,
        object,
        callee.key,
        args.map(argument => argument.value),
      )
    : undefined;
  if (flag !== undefined) return flag;
  const extended =
    (target.kind === 'member' || target.kind === 'param') && isWritten(evaluation, call, 'csharp')
      ? extension(evaluation, call, object, args, context)
      : undefined;
  if (extended !== undefined) return extended;
  const service =
    (target.kind === 'member' || target.kind === 'hole' || target.kind === 'param') && isWritten(evaluation, call, 'csharp')
      ? located(evaluation, call, callee.key, object, args)
      : undefined;
  if (service !== undefined) return service;
  if (object.kind !== 'choice' || (target.kind !== 'choice' && !isOneOfMade(object)))
    return apply(evaluation, target, call, args, object, context);
  // Each object has a method of its own, or fields of its own. One of them may be what this very call gives: `log = log.with(entry)`.
  const results = evaluation.once(`each ${call.at.uri}:${call.at.start}-${call.at.end}`, () =>
    object.options.map(option =>
      apply(evaluation, evaluation.evaluate(calleeOn(evaluation, callee, option), context), call, args, option, context),
    ),
  );
  return results?.some(result => result.kind !== 'call')
    ? chooseOf(call.at, object, results)
    : apply(evaluation, target, call, args, object, context);
}

function isWritten(evaluation: Evaluation, { at }: Call, language: LanguageId): boolean {
  return evaluation.codeOf(at.uri)?.language === language;
}

/** Objects of packages, which calls may change. */
const TELLABLE: ReadonlySet<Value['kind']> = new Set(['call', 'param', 'external', 'choice']);

/** `async with`: the lowered call doesn't tell which of the two it is. */
function enteredAsync(evaluation: Evaluation, callee: ValueOf<'member'>, object: Value, call: Call, context: Context): Value | undefined {
  const method = evaluation.evaluate({ ...callee, object, key: '__aenter__' }, context);
  return method.kind === 'function' ? apply(evaluation, method, call, [], object, context) : undefined;
}

function apply(
  evaluation: Evaluation,
  target: Value,
  call: Call,
  args: readonly Argument[],
  object: Value | undefined,
  context: Context,
): Value {
  const kept: Call = { ...call, callee: target, args, alias: call.alias ?? `${labelOf(call.callee)}${call.literal ? '{}' : '()'}` };
  const waited = () => waitedFor(evaluation, call, target, args, object, context);
  switch (target.kind) {
    case 'call': {
      const bound = boundArguments(target, () => args);
      if (bound === undefined)
        return renderedByCall(evaluation, target, args, call.at) ?? readFromEnvironment(target, undefined, args, call) ?? kept;
      return apply(evaluation, bound.callee, call, bound.args, object, context);
    }
    case 'function':
      return resultOf(evaluation, target, args, objectFor(evaluation, target, object), call, context) ?? kept;
    case 'class': {
      const members = enumMembers(evaluation, target);
      if (members !== undefined) return chooseByKey(call.at, args[0]?.value, members);
      return { kind: 'instance', at: target.at, scope: target.scope, args, ...(target.frames && { frames: target.frames }) };
    }
    case 'external':
      if (call.literal) return kept;
      return knownFunction(evaluation, [target.module, ...target.path].join('.'), call, args, context) ?? waited() ?? kept;
    case 'choice':
      return chooseOf(
        call.at,
        target,
        target.options.map(option => apply(evaluation, option, call, args, object, context)),
      );
    // `def __init__(self, handler=Handler): self.handler = handler()`
    case 'param':
      return target.fallback?.kind === 'class' || target.fallback?.kind === 'function'
        ? apply(evaluation, target.fallback, call, args, object, context)
        : kept;
    case 'record': {
      const own = functionIn(target);
      return own === undefined ? kept : apply(evaluation, own, call, args, object, context);
    }
    // `provider?.languageModel('chat')` of no provider.
    case 'scalar':
      return target.value === null ? target : kept;
    case 'member':
      return ofClassesBelow(evaluation, call, context) ?? waited() ?? goneThrough(target, call, args) ?? kept;
    default:
      return kept;
  }
}

/** Methods of texts, lists and look-up tables. */
function onValue(
  evaluation: Evaluation,
  object: Value,
  method: string,
  call: Call,
  args: readonly Argument[],
  context: Context,
): Value | undefined {
  switch (object.kind) {
    case 'text':
    case 'template':
      return textMethod(evaluation, object, method, args, call.at);
    case 'record': {
      if (method === 'copy' || method === 'getBuffer') return object;
      // Jackson's objects write themselves as the JSON that they are.
      if (/^to(?:Pretty)?String$/.test(method) && args.length === 0 && isWritten(evaluation, call, 'java')) return object;
      const rows = tableList(object, method, call.at);
      if (rows !== undefined) return rows;
      return lookedUpBy(evaluation, object, method, args, call, context);
    }
    case 'external':
      return (
        keptUnder(evaluation, object, method, args, call) ??
        flaskOption(evaluation, object, method, args, call.at) ??
        listMethod(evaluation, object, method, call, args, context)
      );
    case 'param': {
      const kept =
        saidByRequest(object, method, call) ?? keptUnder(evaluation, object, method, args, call) ?? nestSetting(object, method, args, call);
      if (kept !== undefined) return kept;
      const [key, fallback] = positional(args).map(argument => argument.value);
      if (object.fallback?.kind === 'text') {
        // What a default becomes is the default of what is made of the parameter.
        const made = onValue(evaluation, object.fallback, method, call, args, context);
        return made && { ...object, at: call.at, name: call.alias ?? `${object.name}.${method}()`, fallback: made };
      }
      // `kwargs.pop('model', 'gpt-5.4')`, `options.get('model', 'gpt-5.4')`
      // A dictionary gives nothing for a key that it lacks.
      const nothing: Value = { kind: 'scalar', at: call.at, value: null };
      const otherwise = fallback ?? (isWritten(evaluation, call, 'python') ? nothing : undefined);
      if ((method !== 'get' && method !== 'pop') || key?.kind !== 'text' || otherwise === undefined) return undefined;
      return passedOr(call.at, evaluation.evaluate({ kind: 'index', at: call.at, object, key }, context), otherwise);
    }
    case 'choice': {
      // A text from one of several branches is trimmed whichever it is.
      const results = object.options.map(
        option => stillSet(option, method, args) ?? onValue(evaluation, option, method, call, args, context),
      );
      const known = orUnreadSplits(object.options, results, method, call.at).flatMap(result => result ?? []);
      return known.length === results.length ? chooseOf(call.at, object, known) : undefined;
    }
    case 'call':
      return (
        executedTemplate(object, method, args, call.at) ??
        renderedByMethod(evaluation, object, method, args, call.at) ??
        substituted(object, method, args, call.at) ??
        readByReader(evaluation, object, method, args, call, context) ??
        listMethod(evaluation, object, method, call, args, context)
      );
    case 'member':
      return flaskOption(evaluation, object, method, args, call.at) ?? listMethod(evaluation, object, method, call, args, context);
    default:
      return listMethod(evaluation, object, method, call, args, context);
  }
}
