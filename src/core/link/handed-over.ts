import { matchSdk } from '../sdks/receiver';
import type { SdkIndex } from '../sdks/sdk-index';
import type { Argument, Call, Value } from '../source/values';
import { boundArguments } from './bound-arguments';
import type { Context, Evaluation } from './evaluation';
import { lastNameOf } from './labels';

/** A method that a call hands over to be called, and what it will be called with. */
interface HandedOver {
  readonly callee: Value;
  readonly args: readonly Argument[];
}

/** `run_in_executor(None, client.create, …)`: what is called comes early. */
const LATEST = 2;
/** These make a function, which is called later. */
const MAKERS: ReadonlySet<string> = new Set(['partial', 'partialmethod', 'wraps', 'bind']);

/** Whether a call, as it is written, may hand a method over. `methods`: last names of the SDKs' calls. */
export function mayHandOver({ callee, args }: Call, methods: ReadonlySet<string>): boolean {
  if (args.length === 0 || MAKERS.has(lastNameOf(callee))) return false;
  return args.slice(0, LATEST + 1).some(({ name, value }) => {
    if (name !== undefined) return false;
    if (value.kind === 'call') return lastNameOf(value.callee) === 'partial';
    return value.kind === 'member' && args.length > 1 && methods.has(value.key);
  });
}

/**
 * `asyncio.to_thread(client.messages.create, model=…)`, `pool.submit(model.invoke, prompt)`: an SDK's method that somebody else's function
 * will call with the arguments behind it. Without any there is no telling when it is called, or with what.
 */
export function handedOver(evaluation: Evaluation, args: readonly Argument[], context: Context, sdks: SdkIndex): HandedOver | undefined {
  for (const [index, argument] of args.slice(0, LATEST + 1).entries()) {
    if (argument.name !== undefined) return undefined;
    const { value } = argument;
    const partial = value.kind === 'call' ? boundArguments(value, () => args.slice(index + 1)) : undefined;
    const found = partial ?? { callee: value, args: args.slice(index + 1) };
    const mayBeCalled = found.callee.kind === 'member' || found.callee.kind === 'external';
    if (mayBeCalled && found.args.length > 0 && matchSdk(evaluation, found.callee, () => found.args, context, sdks).length > 0)
      return found;
  }
  return undefined;
}

/** `make_async(chain.stream)(prompt)`, `sync_to_async(ask)(text)`: the function that another one makes callable in another way. */
export function adapted(callee: Value): Value | undefined {
  const [first] = callee.kind === 'call' ? callee.args : [];
  return first !== undefined && first.name === undefined && isMethod(first.value) ? first.value : undefined;
}

function isMethod(value: Value): boolean {
  return value.kind === 'choice' ? value.options.every(isMethod) : value.kind === 'member' || value.kind === 'function';
}

/** Whose arguments are a function and what it will be called with. */
const RUNNERS: ReadonlySet<string> = new Set([
  ...['submit', 'to_thread', 'run_in_executor', 'run_in_threadpool', 'run_sync', 'apply_async', 'add_task', 'start_soon'],
]);
/** Whose arguments are a function and what it will be called with the items of; of a method alone with a function, of its object. */
const MAPPERS: ReadonlySet<string> = new Set(['map', 'imap', 'imap_unordered', 'amap', 'apply', 'forEach', 'flatMap']);
/** Constructors that are handed a function and its arguments by name. */
const STARTERS: ReadonlySet<string> = new Set(['Thread', 'Process']);

/**
 * `pool.submit(llm.ask, prompt)`, `asyncio.to_thread(partial(ask, model='x'), prompt)`, `pool.map(ask, texts)`, `Thread(target=ask,
 * args=(text,))`: the call of a function of the project, as it will be made.
 */
export function runLater(evaluation: Evaluation, call: Call, context: Context): Call | undefined {
  const by = lastNameOf(call.callee);
  if (STARTERS.has(by)) return started(evaluation, call, context);
  if (!RUNNERS.has(by) && !MAPPERS.has(by)) return undefined;
  for (const [index, { name, value }] of call.args.slice(0, LATEST).entries()) {
    if (name !== undefined) return undefined;
    const rest = MAPPERS.has(by) ? itemsFor(call, index) : call.args.slice(index + 1);
    const bound = value.kind === 'call' && lastNameOf(value.callee) === 'partial' ? value.args : [{ value, at: value.at }];
    const [first, ...given] = bound;
    if (first !== undefined && isProjects(evaluation, first.value, context))
      return { ...call, callee: first.value, args: [...given, ...rest] };
  }
  return undefined;
}

/** One item of each list that stands behind the function, or of what the method is called on. */
function itemsFor({ callee, args }: Call, index: number): readonly Argument[] {
  const lists = args.slice(index + 1).filter(({ name }) => name === undefined);
  const over = lists.length > 0 || callee.kind !== 'member' ? lists.map(({ value }) => value) : [callee.object];
  return over.map(of => ({ value: { kind: 'element', at: of.at, of, part: [], label: 'item' }, at: of.at }));
}

function started(evaluation: Evaluation, call: Call, context: Context): Call | undefined {
  const named = (key: string) => call.args.find(({ name }) => name === key)?.value;
  const [target, given, keywords] = [named('target'), named('args'), named('kwargs')];
  if (target === undefined || !isProjects(evaluation, target, context)) return undefined;
  const items = given?.kind === 'list' ? given.items.map((value): Argument => ({ value, at: value.at })) : [];
  const entries = keywords?.kind === 'record' ? keywords.entries : [];
  const byName = entries.flatMap(({ key, value, at }): readonly Argument[] => (key === undefined ? [] : [{ name: key, value, at }]));
  return { ...call, callee: target, args: [...items, ...byName] };
}

/** Whether what is written as a name or a member is a function of the project. */
function isProjects(evaluation: Evaluation, written: Value, context: Context): boolean {
  if (written.kind !== 'name' && written.kind !== 'member') return false;
  const target = evaluation.evaluate(written, context);
  return target.kind === 'choice' ? target.options.some(option => option.kind === 'function') : target.kind === 'function';
}

/** `func(*args, **kwargs)`: what is called, and with what, whoever calls the function around decides. */
export function passesAllOn({ callee, args }: Call): boolean {
  return callee.kind === 'name' && args.some(({ value }) => value.kind === 'spread');
}
