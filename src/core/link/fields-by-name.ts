import type { Uri } from '../source/span';
import type { Block, CodeSummary, Effect, Scope } from '../source/summary';
import type { Call, ScopeId, Value, ValueOf } from '../source/values';
import { evaluateArgs, ownParams } from './arguments';
import { setsWhole } from './changes';
import { choose } from './choose';
import { blockRuns, decideIn } from './conditions';
import { type Context, type Evaluation, NO_CONTEXT } from './evaluation';
import type { ClassUse } from './fields';
import { fieldInRound, loopVariable, pairsOf } from './fields-in-rounds';
import { hole } from './hole';
import { contextOfCall } from './invoke';
import { lineageOf } from './lineage';
import { isNull, isWrittenOut, plainText } from './plain-values';
import { WHOLE_OBJECT } from './scope-effects';
import { runsWhenMade, setterContext } from './setter-context';

type Fill = Extract<Effect, { kind: 'fill' }>;

interface Set {
  readonly value: Value;
  /** Whenever such an object is made. */
  readonly surely: boolean;
}

/** A field as it is after code that goes by names may have set it; `found`: as it is otherwise. */
export function afterNames(evaluation: Evaluation, use: ClassUse, key: string, found: Value): Value {
  // The same choice wherever it is made: what hangs on it is then found again.
  const either = (state: Value, value: Value) =>
    evaluation.lookup.same.of([state, value], 'set by name', () => choose(state.at, [state, value]));
  return setByName(evaluation, use, key).reduce((state, { value, surely }) => (surely ? value : either(state, value)), found);
}

/** A field that no class declares, where a constructor surely takes it from a table that is in sight: `self.__dict__.update(settings)`. */
export function onlyByNames(evaluation: Evaluation, use: ClassUse, key: string): Value | undefined {
  const isFilled = fillersOf(evaluation, use).some(({ fills }) => fills);
  if (!isFilled) return undefined;
  return setByName(evaluation, use, key)
    .filter(({ surely }) => surely)
    .at(-1)?.value;
}

/**
 * What code that goes by names may set a field to: `for key, value in settings.items(): setattr(self, key, value)` in a method of the
 * object's class or one above it, or in a function that such a method hands the object to; `Object.assign(this, options)`.
 */
function setByName(evaluation: Evaluation, use: ClassUse, key: string): readonly Set[] {
  return fillersOf(evaluation, use).flatMap(({ uri, id }) => {
    const summary = evaluation.codeOf(uri);
    const method = summary?.scopes[id];
    if (summary === undefined || method === undefined) return [];
    const fills = lastingFills(evaluation, method, key);
    const inside = fills.length === 0 ? use.context : (setterContext(evaluation, use, summary, method) ?? use.context);
    return [
      ...filledIn(evaluation, method, fills, key, inside).map(set => ({
        ...set,
        surely: set.surely && runsWhenMade(evaluation, use, method),
      })),
      ...filledByOthers(evaluation, summary, method, key, use),
    ];
  });
}

interface Filler {
  readonly uri: Uri;
  readonly id: ScopeId;
  /** Itself, and not by a function that it hands its object to. */
  readonly fills: boolean;
}

/** The methods of a class and those above it that may set fields by names; most classes have none. Those above come first. */
function fillersOf(evaluation: Evaluation, { uri, scope: type }: ClassUse): readonly Filler[] {
  const owner = evaluation.codeOf(uri);
  if (owner === undefined) return [];
  return evaluation.records.shared(owner, `fills ${type}`, () => {
    const { classes } = lineageOf(evaluation, uri, type, NO_CONTEXT);
    return [...classes].reverse().flatMap(({ uri: file, scope }) => {
      const summary = evaluation.codeOf(file);
      return summary === undefined
        ? []
        : evaluation.lookup.methodsOf(summary, scope).flatMap(method => fillerIn(evaluation, summary, method));
    });
  });
}

function fillerIn({ lookup }: Evaluation, summary: CodeSummary, method: Scope): readonly Filler[] {
  const fills = lookup.effectsOnField(method, WHOLE_OBJECT).some(({ kind }) => kind === 'fill');
  const hands = fills || lookup.callsRunBy(summary, method.id).some(({ call }) => placeOfSelf(call) >= 0);
  return hands ? [{ uri: summary.uri, id: method.id, fills }] : [];
}

function placeOfSelf({ args }: Call): number {
  return args.findIndex(({ value, name }) => value.kind === 'self' && name === undefined);
}

/** What a method sets by names, and doesn't set otherwise after that. */
function lastingFills({ lookup }: Evaluation, method: Scope, key: string): readonly Effect[] {
  const set = lookup.effectsOnField(method, key).filter(effect => effect.kind === 'assign' && effect.block === -1 && setsWhole(effect));
  return lookup.effectsOnField(method, WHOLE_OBJECT).filter(({ at }) => set.every(other => other.at.start < at.start));
}

/** Functions that a method hands its object to (`assign_settings(self, settings)`). */
function filledByOthers(evaluation: Evaluation, summary: CodeSummary, method: Scope, key: string, use: ClassUse): readonly Set[] {
  const { context } = use;
  return evaluation.lookup.callsRunBy(summary, method.id).flatMap(({ call, block, scope }) => {
    const place = placeOfSelf(call);
    if (place < 0) return [];
    const fn = evaluation.evaluate(call.callee, context);
    const handed = fn.kind === 'function' ? paramOf(evaluation, fn, place) : undefined;
    if (fn.kind !== 'function' || handed === undefined) return [];
    const effects = evaluation.lookup.effectsOn(handed.scope, handed.name).filter(effect => effect.kind === 'fill');
    const inside =
      effects.length === 0
        ? undefined
        : contextOfCall(evaluation, fn, () => evaluateArgs(evaluation, call.args, context), undefined, context);
    const always = block === -1 && scope === method.id;
    const sets = inside === undefined ? [] : filledIn(evaluation, handed.scope, effects, key, inside);
    return sets.map(set => ({ ...set, surely: set.surely && always && runsWhenMade(evaluation, use, method) }));
  });
}

function paramOf(evaluation: Evaluation, fn: ValueOf<'function'>, place: number) {
  const summary = evaluation.codeOf(fn.at.uri);
  const scope = summary?.scopes[fn.scope];
  const param = scope && ownParams(scope.params, false, summary?.language ?? 'python')[place];
  return scope === undefined || param === undefined || param.collects !== undefined ? undefined : { scope, name: param.name };
}

function filledIn(evaluation: Evaluation, scope: Scope, effects: readonly Effect[], key: string, context: Context): readonly Set[] {
  const decide = decideIn(evaluation, context);
  const fills = effects.filter(effect => effect.kind === 'fill');
  return fills.flatMap(fill => {
    if (blockRuns(evaluation.lookup, scope, fill.block, decide) === false) return [];
    const always = evaluation.lookup.blocksAround(scope, fill.block).every(isUnconditional);
    const inRound = fieldInRound(evaluation, scope, fill.value, key, context);
    if (inRound !== undefined) return inRound.map(({ value, surely }) => ({ value, surely: surely && always }));
    const set = fieldIn(evaluation, scope, fill, key, context);
    const found = set && evaluation.evaluate(set.value, context);
    // What is taken from nothing, or from a table that doesn't have it, sets nothing.
    if (set === undefined || found === undefined || isNull(found)) return [];
    return [{ value: set.named ? found : heldPerhaps(found, scope, key), surely: isWrittenOut(found) && always }];
  });
}

/** A field that there is anyhow passes `hasattr(self, key)`. */
function isUnconditional({ kind, condition }: Block): boolean {
  if (kind === 'loop') return true;
  return kind === 'then' && condition?.kind === 'call' && condition.callee.kind === 'name' && condition.callee.name === 'hasattr';
}

/** A table that isn't in sight may hold the field or not, as what a caller may pass: until then the field is what it was. */
function heldPerhaps(value: Value, scope: Scope, key: string): Value {
  if (value.kind === 'choice') return { ...value, options: value.options.map(option => heldPerhaps(option, scope, key)) };
  return UNREAD.has(value.kind) ? { kind: 'param', at: value.at, scope: scope.id, name: key, outside: true } : value;
}

const UNREAD: ReadonlySet<Value['kind']> = new Set(['hole', 'member', 'call']);

interface FieldSet {
  readonly value: Value;
  /** The field is among the names that are set, whatever the values are. */
  readonly named: boolean;
}

/** What a fill sets one field to, unreduced; undefined where it surely doesn't set it. */
function fieldIn(evaluation: Evaluation, scope: Scope, fill: Fill, key: string, context: Context): FieldSet | undefined {
  const { at, value: filled } = fill;
  const member = (object: Value): Value => ({ kind: 'member', at, object, key });
  const [entry] = filled.kind === 'record' ? filled.entries : [];
  if (entry?.computed === undefined) return { value: member(filled.kind === 'spread' ? filled.value : filled), named: false };
  const { key: name, value } = entry.computed;
  const round = loopVariable(evaluation, scope, name);
  const names = round && namesIn(evaluation.evaluate(round.of, context));
  if (names !== undefined && !names.includes(key)) return undefined;
  // `setattr(self, key, settings[key])`
  const named = names !== undefined;
  if (value.kind === 'index' && isSameName(value.key, name)) return { value: member(value.object), named };
  const held = loopVariable(evaluation, scope, value);
  const pairs = round !== undefined && held?.part[0] === 1 && held.of.at.start === round.of.at.start ? pairsOf(held.of) : undefined;
  if (pairs !== undefined) return { value: member(pairs), named };
  // `this[key] = value` in a method of its own sets what it is asked to; in a loop it is one of what a table holds.
  const isInLoop = evaluation.lookup.blocksAround(scope, fill.block).some(({ kind }) => kind === 'loop');
  return { value: hole(at, key, 'may be set by its name'), named: named || !isInLoop };
}

/** `for name in ("model", "limit")`: the names that it goes over. */
function namesIn(over: Value): readonly string[] | undefined {
  if (over.kind !== 'list') return undefined;
  const names = over.items.flatMap(item => plainText(item) ?? []);
  return names.length === over.items.length ? names : undefined;
}

function isSameName(a: Value, b: Value): boolean {
  return a.kind === 'name' && b.kind === 'name' && a.name === b.name;
}
