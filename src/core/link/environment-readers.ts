import { setAtDeployment } from '../source/deployed';
import { namedArgument } from '../source/named-argument';
import type { Argument, Call, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { plainText } from './plain-values';
import { otherwise } from './schemas';

/** Objects that read the environment, or the file that stands for it. */
const READERS =
  /^(?:environ\.(?:File(?:Aware)?)?Env|environs\.(?:File(?:Aware)?)?Env|starlette\.config\.Config|decouple\.(?:Auto)?Config)$/;
/** Their methods are named for the type of what they give. */
const READS = /^(?:get_value|str|unicode|int|float|bool|decimal|url|enum|log_level)$/;

/** `env("MODEL", default="…")`, `env.str("MODEL", "…")`: what is set where the program is deployed, or else the default. */
export function readFromEnvironment(
  reader: ValueOf<'call'>,
  method: string | undefined,
  args: readonly Argument[],
  call: Call,
): Value | undefined {
  const { callee } = reader;
  const isReader = callee.kind === 'external' && READERS.test([callee.module, ...callee.path].join('.'));
  if (!isReader || !(method === undefined || READS.test(method))) return undefined;
  const [first, second] = positional(args).map(({ value }) => value);
  const name = first && plainText(first);
  if (name === undefined) return undefined;
  const given = namedArgument(args, 'default');
  // django-environ and starlette are told the type second, when they are called by themselves.
  const isDefault = second !== undefined && (callee.module === 'environs' || (method !== undefined && callee.module === 'environ'));
  const fallback = given ?? (isDefault ? second : undefined) ?? declared(reader, name);
  return fallback === undefined ? setAtDeployment(call.at, name) : otherwise(setAtDeployment(call.at, name), fallback, call);
}

/** `environ.Env(MODEL=(str, "…"))` */
function declared({ args }: ValueOf<'call'>, name: string): Value | undefined {
  const scheme = namedArgument(args, name);
  return scheme?.kind === 'list' ? scheme.items[1] : undefined;
}
