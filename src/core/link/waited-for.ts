import type { Argument, Call, Value } from '../source/values';
import type { Context, Evaluation } from './evaluation';
import { lastNameOf } from './labels';
import { runLater } from './run-later';

/** Methods of event loops that give what the coroutine gives which they are handed. */
const LOOPS: ReadonlySet<string> = new Set(['run_until_complete', 'create_task']);
/** Functions that have another one called elsewhere, and give what it gives to who awaits them. */
const RUNNERS: ReadonlySet<string> = new Set(['to_thread', 'run_in_executor', 'run_in_threadpool', 'run_sync']);

/**
 * What a function of the project gives that is run elsewhere (Python): `loop.run_until_complete(make())`,
 * `await asyncio.to_thread(make, name)`, `pool.submit(make).result()`.
 */
export function waitedFor(
  evaluation: Evaluation,
  call: Call,
  target: Value,
  args: readonly Argument[],
  object: Value | undefined,
  context: Context,
): Value | undefined {
  const name = lastNameOf(call.callee);
  const [first] = args;
  if (target.kind === 'member' && LOOPS.has(name)) return first?.name === undefined && args.length === 1 ? first?.value : undefined;
  if (RUNNERS.has(name)) {
    const later = runLater(evaluation, call, target, context);
    return later && evaluation.evaluate(later, context);
  }
  if (name !== 'result' || object?.kind !== 'call' || lastNameOf(object.callee) !== 'submit') return undefined;
  const [submitted, ...passed] = object.args;
  return submitted?.value.kind === 'function'
    ? evaluation.evaluate({ ...object, callee: submitted.value, args: passed }, context)
    : undefined;
}
