import type { CodeSummary, Effect, Scope } from '../source/summary';
import type { Value, ValueOf } from '../source/values';
import { declares, visibleEffects } from './block-scope';
import { concerns } from './changes';
import { choose } from './choose';
import { decideIn } from './conditions';
import { type Context, type Evaluation, NO_CONTEXT } from './evaluation';
import type { Changes } from './file-index';
import { frozen } from './frozen';
import { hole } from './hole';
import { fromPackage, fromStar, fromWholePackage, importValue } from './imported';
import { importMeant } from './imported-again';
import { outOfCalls } from './invoke';
import { outerScope } from './outer-scope';
import { paramValue } from './parameters';
import { withoutReaders } from './passes-that-change';
import { isNull } from './plain-values';
import { setByThen } from './set-by-then';
import { asStated } from './stated-type';
import { changedElsewhere, valueAt } from './variable';

/** What a name means where it stands: the nearest scope that binds it, then how its value came about there. */
export function resolveName(evaluation: Evaluation, name: ValueOf<'name'>, context: Context): Value {
  const summary = evaluation.codeOf(name.at.uri);
  if (summary === undefined) return hole(name.at, name.name, 'its file could not be read');
  const binding = bindingOf(evaluation, summary, name, context);
  if (binding !== undefined) return boundValue(evaluation, summary, binding, name, context);
  const starred =
    fromStar(evaluation, summary, name) ?? fromPackage(evaluation, summary, name) ?? fromWholePackage(evaluation, summary, name);
  return starred ?? { kind: 'external', at: name.at, module: 'global', path: [name.name] };
}

/**
 * What a name means to somebody who reads nothing of it but one field, or a part of that: what sets others is left out, which may be
 * most of what happens to it. Undefined where that leaves out nothing.
 */
export function resolveForPart(
  evaluation: Evaluation,
  name: ValueOf<'name'>,
  path: readonly string[],
  context: Context,
): Value | undefined {
  const summary = evaluation.codeOf(name.at.uri);
  const binding = summary && bindingOf(evaluation, summary, name, context);
  if (summary === undefined || binding === undefined) return undefined;
  const asked = (scope: Scope, effects: readonly Effect[]) =>
    withoutReaders(
      evaluation,
      summary,
      scope,
      effects.filter(effect => concerns(effect, path)),
      path,
    );
  const effects = asked(binding.scope, binding.effects);
  const inside = binding.inside.flatMap(inner => {
    const left = asked(inner.scope, inner.effects);
    return left.length === 0 ? [] : [{ ...inner, effects: left }];
  });
  const count = (some: Pick<Binding, 'effects' | 'inside'>) =>
    some.inside.reduce((sum, each) => sum + each.effects.length, some.effects.length);
  if (count({ effects, inside }) === count(binding)) return undefined;
  return boundValue(evaluation, summary, { ...binding, effects, inside, part: path.join('.') }, name, context);
}

function bindingOf(evaluation: Evaluation, summary: CodeSummary, name: ValueOf<'name'>, context: Context): Binding | undefined {
  for (let scope = summary.scopes[name.scope]; scope !== undefined; scope = outerScope(summary, scope)) {
    if (scope.kind === 'class' && scope.id !== name.scope) continue;
    const binding = bindingIn(evaluation, summary, scope, name, context);
    if (binding !== undefined) return binding;
  }
  return undefined;
}

/** What makes a name mean something of one scope. */
interface Binding {
  readonly scope: Scope;
  readonly effects: readonly Effect[];
  /** What inner functions do to it. */
  readonly inside: readonly Changes[];
  /** What it is before any effect: the parameter's or the import's value. */
  readonly base: () => Value | undefined;
  /** All that is asked for of it. */
  readonly part?: string;
  /** What is imported is one object for all who set its fields. */
  readonly isImported: boolean;
}

function bindingIn(
  evaluation: Evaluation,
  summary: CodeSummary,
  scope: Scope,
  name: ValueOf<'name'>,
  context: Context,
): Binding | undefined {
  const { lookup } = evaluation;
  const all = lookup.effectsWithPasses(scope, name.name);
  const visible = summary.language === 'python' ? all : visibleEffects(lookup, scope, all, name.at);
  const effects = summary.language === 'go' && scope.kind === 'function' ? declaredBefore(visible, name) : visible;
  const param = paramValue(evaluation, summary, scope, name, context);
  const imported = param === undefined ? importMeant(evaluation, summary, scope, name) : undefined;
  if (param === undefined && imported === undefined && !effects.some(declares)) return undefined;
  const base = () => param ?? (imported === undefined ? undefined : importValue(evaluation, summary, imported, name));
  // What is imported, and a function, is not looked for where it is handed to functions: these may be handed to each other.
  const staysItself = imported !== undefined || effects.some(isDeclaration);
  const isModule = imported !== undefined && imported.name === undefined;
  const stays = (effect: Effect) => !(effect.kind === 'pass' ? effect.byStatement : isModule && callsModule(effect));
  const changing = (where: Scope, all: readonly Effect[]) =>
    staysItself ? all.filter(stays) : withoutReaders(evaluation, summary, where, all);
  const inside = lookup.changesFromInside(summary, scope, name.name).flatMap(inner => {
    const left = changing(inner.scope, inner.effects);
    return left.length === 0 ? [] : [left === inner.effects ? inner : { ...inner, effects: left }];
  });
  return { scope, effects: changing(scope, effects), inside, base, isImported: imported !== undefined };
}

/** `os.remove(path)` is a function of that module, not what lists have by that name. */
function callsModule(effect: Effect): boolean {
  return OF_LISTS.has(effect.kind) && 'target' in effect && effect.target.path.length === 0;
}

const OF_LISTS: ReadonlySet<Effect['kind']> = new Set(['disturb', 'append', 'extend', 'prepend', 'insert']);

function isDeclaration(effect: Effect): boolean {
  return effect.kind === 'assign' && effect.declares && (effect.value.kind === 'function' || effect.value.kind === 'class');
}

/** `vendor := &vendor{}`: in Go a name stands for what it is further out until its declaration ends. */
function declaredBefore(effects: readonly Effect[], { at }: ValueOf<'name'>): readonly Effect[] {
  const isIn = (effect: Effect) =>
    effect.kind === 'assign' && effect.value.at.uri === at.uri && effect.value.at.start <= at.start && at.start < effect.value.at.end;
  const declaring = effects.filter(declares);
  return declaring.length > 0 && declaring.every(effect => isIn(effect) || effect.at.start > at.start) && declaring.some(isIn)
    ? []
    : effects;
}

function boundValue(evaluation: Evaluation, summary: CodeSummary, binding: Binding, name: ValueOf<'name'>, context: Context): Value {
  const { scope, effects, inside, part, isImported } = binding;
  const flow = scope.id === name.scope;
  const ofModule = scope.kind === 'module' && !flow;
  if (effects.length === 0 && inside.length === 0) return binding.base() ?? unbound(name);
  // What only the module sets is the same for every call and every file that asks; what is set in a loop of it, in the round that asks.
  const fixed = scope.kind === 'module' && inside.length === 0 && !(flow && effects.some(effect => isInLoop(evaluation, scope, effect)));
  const evaluate = (written: Value): Value =>
    fixed
      ? evaluation.records.shared(summary, written, () => evaluation.evaluate(written, NO_CONTEXT))
      : evaluation.evaluate(written, context);
  const asked = part === undefined ? name.name : `${name.name}.${part}`;
  // `st.session_state.n = f(st.session_state.m)` in many functions: what one of them reads isn't worked out by what all others set.
  const place = isImported ? '' : `@${name.at.start}`;
  const value = evaluation.once(`${summary.uri}#${scope.id}:${asked}${place}`, () => {
    const base = binding.base();
    const use = { at: name.at, flow, decide: decideIn(evaluation, context) };
    const ways = ofModule ? setByThen(evaluation, summary, scope, { reader: name.scope, name: name.name }, effects, context) : [effects];
    const values = ways.flatMap(way => valueAt(evaluation.lookup, scope, way, use, base) ?? []);
    const home = eitherOf(evaluation, name.at, values) ?? hoisted(effects);
    const reached = withInnerChanges(evaluation, summary, binding, name, home, context);
    if (reached === undefined) return unbound(name);
    const evaluated = reached === base ? base : called(evaluate(reached), name.name);
    const result = ofModule ? frozen(evaluation.lookup.same, evaluated) : evaluated;
    // `let client: OpenAI | undefined`, set by a function elsewhere: its type tells what it will be.
    const type = reached === base || (isNull(result) && flow) ? undefined : annotationOf(effects);
    return asStated(evaluation, result, { type, name: name.name, scope, at: name.at }, fixed ? NO_CONTEXT : context) ?? result;
  });
  return value ?? (isImported ? binding.base() : undefined) ?? hole(name.at, name.name, 'set from itself');
}

/** Of tools and messages the last are read rather than none. */
function eitherOf({ lookup }: Evaluation, at: Value['at'], values: readonly Value[]): Value | undefined {
  const [one, ...others] = values;
  const last = values[values.length - 1];
  if (one === undefined || others.length === 0 || last?.kind === 'list' || last?.kind === 'record') return last;
  return lookup.same.of([one, ...others], 'either', () => choose(at, values));
}

function isInLoop({ lookup }: Evaluation, scope: Scope, { block }: Effect): boolean {
  return block >= 0 && lookup.blocksAround(scope, block).some(({ kind }) => kind === 'loop');
}

function annotationOf(effects: readonly Effect[]): Value | undefined {
  for (const effect of effects) if (effect.kind === 'assign' && declares(effect) && effect.type !== undefined) return effect.type;
  return undefined;
}

/** Inner functions may change the variable whenever they run; the one that reads it has an order of its own. */
function withInnerChanges(
  evaluation: Evaluation,
  summary: CodeSummary,
  { scope, inside }: Binding,
  name: ValueOf<'name'>,
  home: Value | undefined,
  context: Context,
): Value | undefined {
  if (inside.length === 0) return home;
  const changes = inside.map(inner => inner.effects);
  const changed = changedElsewhere(evaluation.lookup, home, changes);
  let state = changed && outOfCalls(evaluation, changed, summary.uri, new Set(inside.map(inner => inner.scope.id)), context);
  for (let reader = summary.scopes[name.scope]; reader !== undefined && reader !== scope; reader = outerScope(summary, reader)) {
    const own = inside.find(inner => inner.scope === reader);
    if (own !== undefined)
      state = valueAt(evaluation.lookup, own.scope, own.effects, { at: name.at, flow: true, decide: decideIn(evaluation, context) }, state);
  }
  return state;
}

/** Values that can't be reduced are known to readers by the variable that holds them. */
function called(value: Value, alias: string): Value {
  return value.kind === 'call' || value.kind === 'member' || value.kind === 'index' || value.kind === 'operation'
    ? { ...value, alias }
    : value;
}

function unbound(name: ValueOf<'name'>): Value {
  return hole(name.at, name.name, 'not set before it is read');
}

/** A function or class may be used above its definition; so may a module's name inside of a loop. */
function hoisted(effects: readonly Effect[]): Value | undefined {
  const assigns = effects.filter(effect => effect.kind === 'assign' && effect.target.path.length === 0);
  const defined =
    assigns.find(effect => effect.kind === 'assign' && (effect.value.kind === 'function' || effect.value.kind === 'class')) ?? assigns[0];
  return defined?.kind === 'assign' ? defined.value : undefined;
}
