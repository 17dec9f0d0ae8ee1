import type { Span, Uri } from '../source/span';
import type { Block, CallPlace, CodeSummary, Scope } from '../source/summary';
import type { Argument, Call, CallFrame, ScopeId, Value, ValueOf } from '../source/values';
import { bindParams, ownParams } from './arguments';
import { chooseByBranch } from './by-caller';
import { argsByDefault, asDefaultOf, givesObjects } from './by-default';
import { choose } from './choose';
import { blockRuns, type Decide, decideIn } from './conditions';
import { type Context, type Evaluation, NO_CONTEXT, scopeOf } from './evaluation';
import { frameFor, isBeingCalled } from './frames';
import { asGiven, conditionsOf } from './given';
import { lastNameOf } from './labels';
import { passedLater } from './passed-later';
import { isNull } from './plain-values';
import { calledByModule } from './set-by-then';
import { asStated } from './stated-type';

const DEEPEST_CALL = 12;
const MOST_RETURNS = 24;

/** The context in which a function's body is evaluated for one call. `args` are already evaluated. Undefined: too deep, or it calls itself. */
export function contextOfCall(
  evaluation: Evaluation,
  fn: ValueOf<'function'>,
  args: () => readonly Argument[],
  self: Value | undefined,
  context: Context,
  /** The arguments as they are written, where it will do to know them later. */
  written?: readonly Argument[],
  /** The call, as it is written. */
  call?: Pick<Call, 'at' | 'callee'>,
): Context | undefined {
  const summary = evaluation.codeOf(fn.at.uri);
  const scope = summary?.scopes[fn.scope];
  if (summary === undefined || scope === undefined) return undefined;
  if (context.length >= DEEPEST_CALL) {
    evaluation.reliances.cutShort();
    return undefined;
  }
  if (isBeingCalled(evaluation, context, fn.at.uri, fn.scope)) return undefined;
  const outer = (fn.frames ?? []).reduce<Context>((around, frame) => evaluation.entered(around, frame), context);
  const own = ownParams(scope.params, takesObject(summary, scope, self), summary.language);
  const later = written && passedLater(evaluation, own, written, context, outer);
  const params = later ?? bindParams(evaluation, own, args(), outer);
  const called = call && calledByModule(evaluation, fn.at.uri, call, context);
  return evaluation.entered(outer, {
    uri: fn.at.uri,
    scope: fn.scope,
    params,
    ...(self && { self: sameObject(evaluation, self) }),
    ...called,
  });
}

/** Calls on the same object are the same call, and what is known by its type alone is made anew where it is asked for. */
function sameObject(evaluation: Evaluation, self: Value): Value {
  const scope = self.kind === 'self' ? scopeOf(evaluation, self.at.uri, self.scope) : undefined;
  return scope === undefined ? self : evaluation.lookup.same.of([scope], 'self', () => self);
}

/** What a function of the project returns for these arguments; undefined when it returns nothing that can be said. */
export function invoke(
  evaluation: Evaluation,
  fn: ValueOf<'function'>,
  args: readonly Argument[],
  self: Value | undefined,
  at: Span,
  context: Context,
  call?: Call,
): Value | undefined {
  const scope = evaluation.codeOf(fn.at.uri)?.scopes[fn.scope];
  const inside = contextOfCall(evaluation, fn, () => args, self, context, undefined, call);
  if (scope === undefined || inside === undefined) return undefined;
  const annotated = { type: scope.returns, name: `${scope.name}()`, scope, at };
  const result = returned(evaluation, scope, inside, at);
  const byDefault = result === undefined || !givesObjects(result) ? undefined : returnedByDefault(evaluation, fn, args, self, at, context);
  return asStated(evaluation, byDefault ?? result, annotated, NO_CONTEXT);
}

/** Of branches on what is passed, the one that is taken by default. */
function returnedByDefault(
  evaluation: Evaluation,
  fn: ValueOf<'function'>,
  args: readonly Argument[],
  self: Value | undefined,
  at: Span,
  context: Context,
): Value | undefined {
  const byDefault = argsByDefault(args);
  const result = byDefault && invoke(evaluation, fn, byDefault.args, self, at, context);
  return result && asDefaultOf(byDefault.passed, result);
}

function returned(evaluation: Evaluation, scope: Scope, inside: Context, at: Span): Value | undefined {
  const returns = isManager(scope) ? (scope.yields ?? []) : returnsThatRun(evaluation, scope, inside);
  if (returns.length === 0 || returns.length > MOST_RETURNS) return undefined;
  const values = evaluation.once(`${at.uri}:${at.start}-${at.end}()`, () => returns.map(value => evaluation.evaluate(value, inside)));
  if (values === undefined) return undefined;
  const real = values.filter(value => !isNull(value));
  const under = real.length < 2 ? undefined : conditionsOf(branchesOf(evaluation, scope));
  if (under === undefined) return choose(at, real.length === 0 ? values : real);
  const given = choose(
    at,
    real.map(value => asGiven(value, under)),
  );
  return chooseByBranch(evaluation, given, under, inside);
}

/** The branches of the statements in which a function returns. */
function branchesOf({ lookup }: Evaluation, scope: Scope): readonly Block[] {
  const around = scope.effects.flatMap(effect => (effect.kind === 'return' ? lookup.blocksAround(scope, effect.block) : []));
  const groups = new Set(around.flatMap(({ kind, group }) => (kind === 'with' || kind === 'plain' ? [] : [group])));
  return scope.blocks.filter(({ group }) => groups.has(group));
}

/** What a function may return in a context, up to the first return that is surely reached. */
function returnsThatRun(evaluation: Evaluation, scope: Scope, context: Context): readonly Value[] {
  const decide = decideIn(evaluation, context);
  const found: Value[] = [];
  for (const effect of scope.effects) {
    if (effect.kind !== 'return') continue;
    const runs = blockRuns(evaluation.lookup, scope, effect.block, decide);
    if (runs !== false) found.push(effect.value);
    if (runs === true) break;
  }
  return found;
}

/** Whether a call in a function's body is made in a context; false only if it surely isn't. */
export function isReached(
  evaluation: Evaluation,
  uri: Uri,
  place: CallPlace,
  context: Context,
  decide: Decide = decideIn(evaluation, context),
): boolean {
  const scope = evaluation.codeOf(uri)?.scopes[place.scope];
  if (scope === undefined) return true;
  const { lookup } = evaluation;
  if (blockRuns(lookup, scope, place.block, decide) === false) return false;
  const around = lookup.blocksAround(scope, place.block);
  return !scope.effects.some(
    ({ kind, at, block }) => kind === 'return' && at.end <= place.call.at.start && blockRuns(lookup, scope, block, decide, around) === true,
  );
}

/** `@contextmanager`: what it hands out is what `with` binds. */
function isManager(scope: Scope): boolean {
  return scope.decorators.some(decorator => /^(async)?contextmanager$/.test(lastNameOf(decorator)));
}

/** What earlier calls of some functions did was done with other arguments than those of the calls at hand. */
export function outOfCalls(evaluation: Evaluation, value: Value, uri: Uri, scopes: ReadonlySet<ScopeId>, context: Context): Value {
  const others = contextOutOf(evaluation, uri, scopes, context);
  return others === context ? value : evaluation.evaluate(value, others);
}

/** A context without the calls of some functions of a file; the very same where there are none. */
export function contextOutOf(evaluation: Evaluation, uri: Uri, scopes: ReadonlySet<ScopeId>, context: Context): Context {
  const others = evaluation.within(context, `${uri} without ${[...scopes].join()}`, () =>
    context.filter(frame => frame.uri !== uri || !scopes.has(frame.scope)),
  );
  return others.length === context.length ? context : others;
}

/** A function or class made inside of a call keeps what it can see there. */
export function withFrames<T extends ValueOf<'function'> | ValueOf<'class'>>(evaluation: Evaluation, fn: T, context: Context): T {
  if (fn.frames !== undefined || context.length === 0) return fn;
  const around = new Set<number>();
  const scopes = evaluation.codeOf(fn.at.uri)?.scopes ?? [];
  for (let id = scopes[fn.scope]?.parent; id !== undefined; id = scopes[id]?.parent) around.add(id);
  for (const scope of around) frameFor(evaluation, context, fn.at.uri, scope);
  const frames = context.filter((frame): frame is CallFrame => frame.uri === fn.at.uri && around.has(frame.scope));
  return frames.length === 0 ? fn : { ...fn, frames };
}

/** Whether the first parameter is the object or its class, which callers don't write: `Class.method(object)` does. */
function takesObject(summary: CodeSummary, scope: Scope, self: Value | undefined): boolean {
  if (scope.parent === undefined || summary.scopes[scope.parent]?.kind !== 'class') return false;
  const marks = scope.decorators.map(lastNameOf);
  return !marks.includes('staticmethod') && (self !== undefined || marks.includes('classmethod') || scope.name === '__init__');
}
