import type { Argument, Call, Value, ValueOf } from '../source/values';
import { choose } from './choose';
import { decideIn } from './conditions';
import { inRound } from './elements';
import type { Context, Evaluation } from './evaluation';
import { hole } from './hole';
import { contextOfCall } from './invoke';
import { labelOf } from './labels';
import { methodsThatMayRun } from './methods-below';
import { effectsInside, paramAt, withoutReaders } from './passes-that-change';
import { isNull, plainText } from './plain-values';
import { receiverOf } from './receivers';
import { valueAt } from './variable';
import { isFromCaller } from './volatility';

/** Functions of packages that fill what they are handed a pointer to. */
const FILLING =
  /^(?:Unmarshal\w*|Decode\w*|Scan\w*|Parse\w*|Process|Load\w*|ReadConfig|Bind\w*|Should\w+|BodyParser|Exec|Get\w*|\w+Var|\w+VarP)$/;
/** `flag.StringVar(&model, "model", "gpt-5.4", "…")`; pflag's `StringVarP` has a short name before the default. */
const FLAG = /^(?:String|Int|Int32|Int64|Uint|Float32|Float64|Bool)Var(P?)$/;

/** What a variable holds after it, or its address, was handed to a function: options set fields of a configuration that way. */
export function afterPassing(evaluation: Evaluation, call: Call, place: number, context: Context): Value {
  const state = call.args[place]?.value ?? hole(call.at, labelOf(call.callee), 'nothing is handed over');
  const before = evaluation.evaluate(state, context);
  // In Go a function changes what it is handed by a pointer, and only the lowering knows what is one.
  const byPointer = evaluation.codeOf(call.at.uri)?.language === 'go';
  if (!(byPointer && call.forEach === undefined) && !isObject(before)) return before;
  if (call.forEach === undefined) {
    const after = afterOne(evaluation, call, place, before, context, byPointer);
    return call.again ? addedAgain(before, after) : after;
  }
  const over = evaluation.evaluate(call.forEach, context);
  // Functions that are called for each list of messages look at them (callbacks); those for an object of settings set some.
  const opened = (value: Value, by?: Value) => (byPointer || value.kind !== 'list' ? loosened(value, call, by) : value);
  // Nobody passed any.
  if (isNull(over)) return before;
  if (over.kind !== 'list') return opened(before, isFromCaller(over) ? over : undefined);
  const written = call.forEach;
  return over.items.reduce((sofar, item, index) => {
    const inner = item.kind === 'optional' || item.kind === 'repeat' ? item.item : item;
    if (inner.kind === 'spread') return opened(sofar, isFromCaller(inner.value) ? inner.value : undefined);
    const after = afterOne(evaluation, call, place, sofar, inRound(evaluation, written, inner, index, context), byPointer);
    return inner === item ? after : choose(call.at, [sofar, after]);
  }, before);
}

/** What a call adds to a list in one round of a loop, it adds in all of them. */
function addedAgain(before: Value, after: Value): Value {
  if (after.kind !== 'list') return after;
  const own = before.kind === 'list' ? before.items : [];
  const items = after.items.map((item): Value => {
    const isOld = own.includes(item) || (item.kind === 'spread' && item.value === before);
    return isOld || item.kind === 'repeat' ? item : { kind: 'repeat', at: item.at, item };
  });
  return { ...after, items };
}

/** Whether functions that are handed a value may leave something in it, without a pointer to it. */
function isObject({ kind }: Value): boolean {
  return kind !== 'text' && kind !== 'scalar' && kind !== 'function' && kind !== 'class';
}

function afterOne(evaluation: Evaluation, call: Call, place: number, before: Value, context: Context, byPointer: boolean): Value {
  const { callee } = call;
  const object = callee.kind === 'member' ? evaluation.evaluate(callee.object, context) : undefined;
  // A method of a function's type (`func (o optionFunc) apply(c *config) { o(c) }`) calls the function.
  const target = object?.kind === 'function' ? object : evaluation.evaluate(callee, context);
  const after = (each: Value): Value => {
    if (each.kind === 'choice') return choose(call.at, each.options.map(after));
    if (each.kind !== 'function' && byPointer) return afterUnseen(call, each, place, before, value => evaluation.evaluate(value, context));
    const methods = methodsThatMayRun(evaluation, callee, object, each, context);
    if (methods.length === 0) return before;
    const args = call.args.map((argument, index): Argument => {
      const value = index === place ? before : evaluation.evaluate(argument.value, context);
      return { ...argument, value };
    });
    const ends = methods.map(({ method, object: self }) => changedBy(evaluation, method, args, place, receiverOf(self), context) ?? before);
    return choose(call.at, ends);
  };
  return after(target);
}

function changedBy(
  evaluation: Evaluation,
  fn: ValueOf<'function'>,
  args: readonly Argument[],
  place: number,
  self: Value | undefined,
  context: Context,
): Value | undefined {
  const summary = evaluation.codeOf(fn.at.uri);
  const scope = summary?.scopes[fn.scope];
  const given = args[place];
  const name = summary && scope && paramAt(scope, given?.name, place, self !== undefined, summary.language);
  if (summary === undefined || scope === undefined || given === undefined || name === undefined) return undefined;
  const all = effectsInside(evaluation.lookup.effectsWithPasses(scope, name), summary.language);
  const effects = withoutReaders(evaluation, summary, scope, all);
  if (effects.length === 0) return undefined;
  const inside = contextOfCall(evaluation, fn, () => args, self, context);
  if (inside === undefined) return undefined;
  const state = valueAt(
    evaluation.lookup,
    scope,
    effects,
    { at: scope.at, flow: false, decide: decideIn(evaluation, inside) },
    given.value,
  );
  return state && evaluation.evaluate(state, inside);
}

/** A function that is not the project's, or that nobody knows here. */
function afterUnseen(call: Call, target: Value, place: number, before: Value, evaluate: (value: Value) => Value): Value {
  if (call.literal) return afterHolding(call, target, place, before, evaluate);
  // `root.Flags().StringVarP` of a command that a literal makes, whose methods nobody sees.
  const method = call.callee.kind === 'member' ? call.callee.key : undefined;
  const name = target.kind === 'external' ? (target.path[target.path.length - 1] ?? '') : target.kind === 'member' ? target.key : method;
  if (name === undefined) return loosened(before, call);
  const flag = FLAG.exec(name);
  const fallback = flag === null ? undefined : call.args[flag[1] === '' ? 2 : 3]?.value;
  if (place === 0 && fallback !== undefined) return orSetAtStart(call, labelOf(call.args[place]?.value ?? call), evaluate(fallback));
  return FILLING.test(name) || (isZero(before) && isThirdParty(target)) ? loosened(before, call) : before;
}

/** What a literal holds a pointer to: the value of a flag (urfave/cli, serpent), which has its default beside it. */
function afterHolding(call: Call, target: Value, place: number, before: Value, evaluate: (value: Value) => Value): Value {
  const named = (name: string) => call.args.find(argument => argument.name === name)?.value;
  const holder = call.args[place]?.name;
  const stated = holder === 'Destination' ? named('Value') : holder === 'Value' ? named('Default') : undefined;
  const name = named('Name') ?? named('Flag');
  if (stated === undefined || name === undefined) return isZero(before) && isThirdParty(target) ? loosened(before, call) : before;
  const fallback = evaluate(stated);
  const number = zeroOf(before) !== '' && fallback.kind === 'text' ? Number(fallback.text.text) : Number.NaN;
  const label = plainText(evaluate(name)) ?? labelOf(name);
  return orSetAtStart(call, label, Number.isFinite(number) ? { kind: 'scalar', at: fallback.at, value: number } : fallback);
}

function orSetAtStart({ at }: Call, label: string, fallback: Value): Value {
  return choose(at, [hole(at, label, 'set where the program is started', { volatility: 'deploy', proven: true }), fallback]);
}

/** Nobody declares a variable in order to hand over a pointer to its empty value: whoever gets it sets it. */
function isZero(value: Value): boolean {
  const zero = zeroOf(value);
  return zero === '' || zero === 0 || zero === null;
}

/** Of the standard library it is known by their names which functions set what they are handed. */
function isThirdParty(target: Value): boolean {
  if (target.kind === 'member') return isThirdParty(target.object);
  if (target.kind === 'call') return isThirdParty(target.callee);
  return target.kind === 'external' && /^[\w-]+\./.test(target.module);
}

function zeroOf(value: Value): unknown {
  if (value.kind === 'text') return value.text.text;
  return value.kind === 'scalar' ? value.value : undefined;
}

/** What it was, or anything else; `passed`: what a caller decides it by. */
function loosened(value: Value, { at, callee }: Call, passed?: Value): Value {
  const unknown = passed ?? hole(at, labelOf(callee), 'which may set it');
  const either = (each: Value) => choose(at, [each, unknown]);
  if (value.kind === 'instance') return { ...value, args: value.args.map(each => ({ ...each, value: either(each.value) })) };
  if (value.kind === 'record' || (value.kind === 'call' && value.literal))
    return {
      kind: 'record',
      at: value.at,
      entries: [
        { value: { kind: 'spread', at, value }, at },
        { value: { kind: 'spread', at, value: unknown }, at },
      ],
    };
  return either(value);
}
