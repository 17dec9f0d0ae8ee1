import type { Argument, Call, Value } from '../source/values';
import { wiredByCommand } from './commands';
import { type Context, type Evaluation, scopeOf } from './evaluation';
import { wiredByGradio } from './gradio-events';
import { lastNameOf } from './labels';

/** `run_in_executor(None, ask, …)`, `call_later(3, ask, …)`: what is called comes early. */
const LATEST = 2;

/** Whose arguments are a function and what it will be called with. */
export const RUNNERS: ReadonlySet<string> = new Set([
  ...['submit', 'to_thread', 'run_in_executor', 'run_in_threadpool', 'run_sync', 'apply_async', 'add_task', 'start_soon', 'enqueue'],
  ...['call_soon', 'call_soon_threadsafe', 'call_later', 'call_at', 'Timer', 'add_job', 'starmap', 'setImmediate', 'nextTick'],
]);
/** Of these a delay stands between the function and its arguments. */
const TIMERS: ReadonlySet<string> = new Set(['setTimeout', 'setInterval']);
/** Packages whose export makes a runner: `pLimit(2)(ask, …)`. */
const RUNNER_PACKAGES: ReadonlySet<string> = new Set(['p-limit']);
/** Whose arguments are a function and what it will be called with the items of; of a method alone with a function, of its object. */
const MAPPERS: ReadonlySet<string> = new Set(['map', 'imap', 'imap_unordered', 'amap', 'apply', 'forEach', 'flatMap']);
/** These hand arguments over as one list and one table, if they are called with such, each by its name or in this order. */
const PACKERS: ReadonlySet<string> = new Set(['apply_async', 'apply', 'Timer', 'add_job', 'enqueue']);
/** Constructors that are handed a function and its arguments by name. */
const STARTERS: Readonly<Record<string, readonly [called: string, list: string, table: string]>> = {
  Thread: ['target', 'args', 'kwargs'],
  Process: ['target', 'args', 'kwargs'],
  Timer: ['function', 'args', 'kwargs'],
  add_job: ['func', 'args', 'kwargs'],
  ...Object.fromEntries(
    ['Python', 'BranchPython', 'ShortCircuit', 'PythonVirtualenv', 'ExternalPython'].map(kind => [
      `${kind}Operator`,
      ['python_callable', 'op_args', 'op_kwargs'] as const,
    ]),
  ),
};
/** Methods that queues, clusters and the language give a function, by which it is called with what they are called with. */
const OF_FUNCTIONS: ReadonlySet<string> = new Set(['delay', 's', 'si', 'send', 'remote', 'spawn', 'submit', 'kiq', 'defer', 'call']);

interface Handed {
  readonly callee: Value;
  readonly args: readonly Argument[];
}

/**
 * `pool.submit(llm.ask, prompt)`, `asyncio.to_thread(partial(ask, model='x'), prompt)`, `pool.map(ask, texts)`, `Thread(target=ask,
 * args=(text,))`, `ask.delay(prompt)`, `setTimeout(ask, 0, prompt)`: the call of a function of the project, as it will be made.
 */
export function runLater(evaluation: Evaluation, call: Call, callee: Value, context: Context): Call | undefined {
  const by = lastNameOf(call.callee);
  const handed =
    ofFunction(evaluation, call, by, context) ??
    started(evaluation, call, by, context) ??
    run(evaluation, call, by, callee, context) ??
    wired(evaluation, call, context);
  return handed && { ...call, ...handed };
}

/** A function that a queue knows (`ask.delay(…)`), or one of JavaScript (`ask.call(this, …)`). */
function ofFunction(evaluation: Evaluation, { callee, args }: Call, by: string, context: Context): Handed | undefined {
  if (callee.kind !== 'member' || !(OF_FUNCTIONS.has(by) || by === 'apply_async' || by === 'apply')) return undefined;
  if (!isProjects(evaluation, callee.object, context)) return undefined;
  const isThis = by === 'call' || (by === 'apply' && args[1]?.value.kind === 'list');
  const own = isThis ? args.slice(1) : [...ownTask(evaluation, callee.object, context), ...args];
  return { callee: callee.object, args: OF_FUNCTIONS.has(by) ? own : unpacked(own, 'args', 'kwargs') };
}

/** A function that a user interface or a command line will call. */
function wired(evaluation: Evaluation, call: Call, context: Context): Handed | undefined {
  const handed = wiredByGradio(evaluation, call, context) ?? wiredByCommand(evaluation, call, context);
  return handed !== undefined && isProjects(evaluation, handed.callee, context) ? handed : undefined;
}

function started(evaluation: Evaluation, { args }: Call, by: string, context: Context): Handed | undefined {
  const names = Object.hasOwn(STARTERS, by) ? STARTERS[by] : undefined;
  if (names === undefined) return undefined;
  const [called, list, table] = names;
  const handed = functionIn(args.find(({ name }) => name === called)?.value);
  if (handed === undefined || !isProjects(evaluation, handed.callee, context)) return undefined;
  const rest = args.filter(({ name }) => name === list || name === table);
  return { callee: handed.callee, args: [...handed.args, ...unpacked(rest, list, table)] };
}

function run(evaluation: Evaluation, call: Call, by: string, callee: Value, context: Context): Handed | undefined {
  const isTimer = TIMERS.has(by);
  if (!isTimer && !RUNNERS.has(by) && !MAPPERS.has(by) && !isRunnersPackage(callee)) return undefined;
  for (const [index, { name, value }] of call.args.slice(0, LATEST).entries()) {
    if (name !== undefined) return undefined;
    const handed = functionIn(value);
    if (handed === undefined || !isProjects(evaluation, handed.callee, context)) continue;
    const rest = call.args.slice(index + (isTimer ? 2 : 1));
    return { callee: handed.callee, args: [...handed.args, ...argumentsFor(call, by, rest)] };
  }
  return undefined;
}

function argumentsFor({ callee }: Call, by: string, rest: readonly Argument[]): readonly Argument[] {
  if (by === 'starmap') return partsOfItems(rest[0]?.value);
  const isPacked = PACKERS.has(by) && rest.some(({ name, value }) => name === 'args' || name === 'kwargs' || value.kind === 'list');
  if (isPacked) return unpacked(rest, 'args', 'kwargs');
  // When a job runs is no argument of it.
  if (by === 'add_job') return [];
  return MAPPERS.has(by) ? itemsFor(callee, rest) : rest;
}

/** `(ask, …)`, `partial(ask, model='x')`, `ask.bind(null, 'x')` */
function functionIn(value: Value | undefined): Handed | undefined {
  if (value?.kind !== 'call') return value && { callee: value, args: [] };
  const [first, ...bound] = value.args;
  const by = lastNameOf(value.callee);
  if (by === 'partial' && first !== undefined) return { callee: first.value, args: bound };
  return by === 'bind' && value.callee.kind === 'member' ? { callee: value.callee.object, args: bound } : undefined;
}

/** What is handed over as one list and one table, written out; by name, or one after the other. */
function unpacked(args: readonly Argument[], list: string, table: string): readonly Argument[] {
  const inOrder = args.filter(({ name }) => name === undefined).map(({ value }) => value);
  const named = (key: string) => args.find(({ name }) => name === key)?.value;
  const [given, keywords] = [named(list) ?? inOrder[0], named(table) ?? inOrder.find(({ kind }) => kind === 'record')];
  const items = given?.kind === 'list' ? given.items.map((value): Argument => ({ value, at: value.at })) : [];
  const entries = keywords?.kind === 'record' ? keywords.entries : [];
  const byName = entries.flatMap(({ key, value, at }): readonly Argument[] => (key === undefined ? [] : [{ name: key, value, at }]));
  return [...items, ...byName];
}

/** One item of each list that stands behind the function, or of what the method is called on. */
function itemsFor(callee: Value, rest: readonly Argument[]): readonly Argument[] {
  const lists = rest.filter(({ name }) => name === undefined);
  const over = lists.length > 0 || callee.kind !== 'member' ? lists.map(({ value }) => value) : [callee.object];
  return over.map(of => ({ value: { kind: 'element', at: of.at, of, part: [], label: 'item' }, at: of.at }));
}

/** `starmap(ask, [(model, prompt), …])`: as many arguments as its first item has parts. */
function partsOfItems(of: Value | undefined): readonly Argument[] {
  const [first] = of?.kind === 'list' ? of.items : [];
  if (of === undefined || first?.kind !== 'list') return [];
  return first.items.map((_, index) => ({ value: { kind: 'element', at: of.at, of, part: [index], label: 'item' }, at: of.at }));
}

function isRunnersPackage(callee: Value): boolean {
  return callee.kind === 'call' && callee.callee.kind === 'external' && RUNNER_PACKAGES.has(callee.callee.module);
}

/** `@app.task(bind=True)`: the function's first parameter is the task itself, which nobody passes. */
function ownTask(evaluation: Evaluation, written: Value, context: Context): readonly Argument[] {
  const task = evaluation.evaluate(written, context);
  const scope = task.kind === 'function' ? scopeOf(evaluation, task.at.uri, task.scope) : undefined;
  const isBound = scope?.decorators.some(
    decorator =>
      decorator.kind === 'call' &&
      decorator.args.some(({ name, value }) => name === 'bind' && value.kind === 'scalar' && value.value === true),
  );
  return isBound ? [{ value: { kind: 'scalar', at: written.at, value: null }, at: written.at }] : [];
}

/** Whether what is written as a name or a member is a function of the project. */
function isProjects(evaluation: Evaluation, written: Value, context: Context): boolean {
  if (written.kind !== 'name' && written.kind !== 'member') return false;
  const target = evaluation.evaluate(written, context);
  return target.kind === 'choice' ? target.options.some(option => option.kind === 'function') : target.kind === 'function';
}
