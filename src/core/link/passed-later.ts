import type { Scope } from '../source/summary';
import type { Argument, Value, ValueOf } from '../source/values';
import { bindParams, evaluateArgs, fieldFrom, givenFor, whenMissing } from './arguments';
import { type Context, type Evaluation, type KeptInContext, scopeOf, usedIn } from './evaluation';
import { hole } from './hole';

type Param = Scope['params'][number];

/** What a parameter is passed: the same again where the same is passed in the same context. */
interface Later {
  readonly passed: unknown;
  readonly context: Context;
  readonly find: () => KeptInContext<Value>;
  found?: KeptInContext<Value>;
}

/**
 * What a call passes to a function of the project, found out when it is asked for. Most of it (a text that goes into a log, what is sent
 * where nothing is sent after all) says nothing of whether the call spends.
 */
export class PassedLater extends Map<string, Value> {
  readonly #later = new Map<string, Later>();

  constructor(
    private readonly evaluation: Evaluation,
    /** Stands for what nobody asked for. */
    readonly unset: Value,
  ) {
    super();
  }

  bind(name: string, later: Later): void {
    this.#later.set(name, later);
    super.set(name, this.unset);
  }

  override get(name: string): Value | undefined {
    const later = this.#later.get(name);
    if (later === undefined) return super.get(name);
    if (later.found !== undefined) return later.found.answer;
    const found = later.find();
    // The next call site has steps again.
    if (this.evaluation.isOutOfSteps()) this.evaluation.records.restOn(found.grounds);
    else later.found = found;
    return found.answer;
  }

  /** What was found out so far. */
  found(): readonly KeptInContext<Value>[] {
    return [...this.#later.values()].flatMap(({ found }) => found ?? []);
  }

  isFound(name: string): boolean {
    const later = this.#later.get(name);
    return later === undefined || later.found !== undefined;
  }

  isSameAs(other: ReadonlyMap<string, Value>): boolean {
    if (!(other instanceof PassedLater)) return false;
    for (const [name, later] of this.#later) if (!isSame(later, other.#later.get(name))) return false;
    return true;
  }
}

function isSame(one: Later, other: Later | undefined): boolean {
  if (other === undefined) return false;
  if (one.found !== undefined && other.found !== undefined) return one.found.answer === other.found.answer;
  return one.passed === other.passed && one.context === other.context;
}

/** What is written out, and what the function around is passed and was asked for already: handing that on takes no time. */
function isAtHand(evaluation: Evaluation, value: Value, context: Context): boolean {
  if (value.kind === 'text' || value.kind === 'scalar') return true;
  if (value.kind !== 'name') return false;
  const scope = scopeOf(evaluation, value.at.uri, value.scope);
  if (scope?.params.some(({ name }) => name === value.name) !== true) return false;
  const frame = context.find(({ uri, scope: entered }) => uri === value.at.uri && entered === value.scope);
  return !(frame?.params instanceof PassedLater) || frame.params.isFound(value.name);
}

/** What a call's arguments, as they are written, fill a function's parameters with. */
export function passedLater(
  evaluation: Evaluation,
  params: readonly Param[],
  args: readonly Argument[],
  context: Context,
  outer: Context,
): ReadonlyMap<string, Value> {
  const [first] = params;
  if (first === undefined) return new Map();
  const bound = new PassedLater(evaluation, hole(first.at, first.name, 'not asked for'));
  const spread = args.findIndex(({ value }) => value.kind === 'spread');
  // What stands behind a spread is filled by what that holds.
  const inOrder = (spread < 0 ? args : args.slice(0, spread)).filter(({ name }) => name === undefined);
  let all: KeptInContext<ReadonlyMap<string, Value>> | undefined;
  const together = () => {
    all ??= evaluation.byItself(context, () => bindParams(evaluation, params, evaluateArgs(evaluation, args, context), outer));
    return all;
  };
  for (const param of params) {
    const direct =
      param.collects === undefined
        ? (args.find(({ name }) => name !== undefined && name === param.name)?.value ?? inOrder.shift()?.value)
        : undefined;
    const isAlone = param.collects === undefined && (direct !== undefined || spread < 0);
    const later = (name: string, passed: Value | undefined, find: (given: Value | undefined) => Value) =>
      bound.bind(name, {
        passed: isAlone ? (passed ?? param) : args,
        context,
        find: () => {
          if (!isAlone) return { ...together(), answer: together().answer.get(name) ?? bound.unset };
          return evaluation.byItself(context, () =>
            evaluation.reliances.canonical.of(param, find(passed === undefined ? undefined : evaluation.evaluate(passed, context))),
          );
        },
      });
    if (param.fields === undefined || param.collects !== undefined) {
      if (param.name !== '') later(param.name, direct, given => givenFor(evaluation, given, param, outer));
      if (direct !== undefined && isAtHand(evaluation, direct, context)) bound.get(param.name);
      continue;
    }
    for (const field of param.fields)
      later(field.name, direct === undefined ? undefined : onlyField(evaluation, direct, field.key), given =>
        fieldFrom(evaluation, param, field, whenMissing(evaluation, given, param, outer), outer),
      );
  }
  return bound;
}

/** `{ model, messages: … }`, of which one field is asked for. */
function onlyField({ lookup }: Evaluation, written: Value, key: string): Value {
  if (written.kind !== 'record' || written.entries.some(entry => entry.key === undefined || entry.computed !== undefined)) return written;
  return lookup.same.of(
    [written],
    `only ${key}`,
    (): ValueOf<'record'> => ({
      ...written,
      entries: written.entries.filter(entry => entry.key === key),
    }),
  );
}

/** The answer at hand rests on what was found out of what a call passes. */
export function restOnPassed(evaluation: Evaluation, inside: Context, context: Context): void {
  const passed = inside[inside.length - 1]?.params;
  if (passed instanceof PassedLater) for (const found of passed.found()) usedIn(evaluation, context, found);
}
