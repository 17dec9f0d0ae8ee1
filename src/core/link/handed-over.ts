import { matchSdk } from '../sdks/receiver';
import type { SdkIndex } from '../sdks/sdk-index';
import type { Argument, Call, Value } from '../source/values';
import { boundArguments } from './bound-arguments';
import { functionIn } from './callable-objects';
import type { Context, Evaluation } from './evaluation';
import { lastNameOf } from './labels';
import { RUNNERS } from './run-later';

/** Methods, exports, and objects that are called themselves. */
const CALLED: ReadonlySet<Value['kind']> = new Set(['member', 'external', 'call', 'choice']);

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
    if (args.length === 1 || (value.kind !== 'name' && value.kind !== 'member')) return false;
    // `to_thread(predictor, question=question)`: an object that is called itself.
    return RUNNERS.has(lastNameOf(callee)) || (value.kind === 'member' && methods.has(value.key));
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
    const mayBeCalled = CALLED.has(found.callee.kind);
    if (mayBeCalled && found.args.length > 0 && matchSdk(evaluation, found.callee, () => found.args, context, sdks).length > 0)
      return found;
  }
  return undefined;
}

/** `make_async(chain.stream)(prompt)`, `sync_to_async(ask)(text)`: the function that another one makes callable in another way, or gives members. */
export function adapted(callee: Value): Value | undefined {
  if (callee.kind === 'record') return functionIn(callee);
  const [first] = callee.kind === 'call' ? callee.args : [];
  return first !== undefined && first.name === undefined && isMethod(first.value) ? first.value : undefined;
}

function isMethod(value: Value): boolean {
  return value.kind === 'choice' ? value.options.every(isMethod) : value.kind === 'member' || value.kind === 'function';
}

/**
 * `func(*args, **kwargs)`: what is called, and with what, whoever calls the function around decides; `ask(model)`: what is called, and
 * the model may be said here.
 */
export function handsOn({ callee, args }: Call): boolean {
  return callee.kind === 'name' && args.some(({ name, value }) => value.kind === 'spread' || CALLED_MODEL.test(name ?? lastNameOf(value)));
}

const CALLED_MODEL = /^(?:model|llm)(?:_?(?:id|name))?$/i;
