import { setAtDeployment } from '../source/deployed';
import { namedArgument } from '../source/named-argument';
import type { Span } from '../source/span';
import type { Argument, Call, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { choose } from './choose';
import { entryOf } from './entries';
import type { Context, Evaluation } from './evaluation';
import { plainText } from './plain-values';

/** `os.getenv("MODEL", "…")`: what is set where the program is deployed, or else the default. */
export function fromEnvironment({ at }: Call, args: readonly Argument[]): Value {
  const [first, second] = positional(args).map(({ value }) => value);
  const name = variable(at, first && plainText(first));
  const fallback = second ?? namedArgument(args, 'default');
  return fallback === undefined ? name : choose(at, [name, fallback]);
}

/** A variable of the environment; `undefined`: its name is computed. */
export function variable(at: Span, name: string | undefined): Value {
  return setAtDeployment(at, name ?? 'environment');
}

/** `os.getenv(name)` where the program itself puts something under that name (`os.environ["MODEL"] = "…"`): `os.environ.get(name)`. */
export function asEntry(evaluation: Evaluation, call: Call, args: readonly Argument[], context: Context): Value | undefined {
  const { callee } = call;
  const [first] = positional(args);
  const name = first && plainText(first.value);
  if (callee.kind !== 'member' || name === undefined) return undefined;
  const object: Value = { kind: 'member', at: callee.at, object: callee.object, key: 'environ' };
  const entries = evaluation.evaluate(object, context);
  if (entries.kind !== 'record' || entryOf(entries, name).value === undefined) return undefined;
  return evaluation.evaluate({ ...call, callee: { kind: 'member', at: callee.at, object, key: 'get' } }, context);
}

/** `os.environ` after the program has put something there: all else of it is as it was. */
export function isEnvironment({ entries: [base] }: ValueOf<'record'>): boolean {
  const spread = base?.key === undefined && base?.value.kind === 'spread' ? base.value.value : undefined;
  return spread?.kind === 'external' && spread.module === 'os' && spread.path.join('.') === 'environ';
}
