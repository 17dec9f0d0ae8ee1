import { namedArgument } from '../source/named-argument';
import type { CallPlace, CodeSummary, Scope } from '../source/summary';
import type { Argument, Call, Entry, Value } from '../source/values';
import { positional } from './arguments';
import { choose } from './choose';
import { type Context, callsThat, type Evaluation } from './evaluation';
import { plainText } from './plain-values';

/** The options that a file's parser knows, with their defaults: what `parser.parse_args()` gives. Undefined: no parser. */
export function parsedArguments(evaluation: Evaluation, parser: Value, method: string, call: Call, context: Context): Value | undefined {
  if (method !== 'parse_args' && method !== 'parse_known_args') return undefined;
  if (parser.kind !== 'call' || parser.callee.kind !== 'external') return undefined;
  if (!/ArgumentParser$/.test(parser.callee.path[parser.callee.path.length - 1] ?? '')) return undefined;
  const { at } = call;
  const options: Value = { kind: 'record', at, entries: optionsOf(evaluation, evaluation.codeOf(parser.at.uri), parser, context) };
  return method === 'parse_args' ? options : { kind: 'list', at, items: [options, { kind: 'list', at, items: [] }] };
}

function optionsOf(evaluation: Evaluation, summary: CodeSummary | undefined, parser: Value, context: Context): readonly Entry[] {
  const defaults = new Map<string, { readonly call: Call; readonly values: Value[] }>();
  const states = ({ call: { callee } }: CallPlace) =>
    callee.kind === 'member' && (callee.key === 'add_argument' || callee.key === 'set_defaults');
  for (const { call } of summary === undefined ? [] : callsThat(evaluation, summary, 'options of command lines', states)) {
    if (call.callee.kind !== 'member') continue;
    const owner = ownerOf(evaluation.evaluate(call.callee.object, context));
    if (owner?.kind === 'call' && (owner.at.start !== parser.at.start || owner.at.uri !== parser.at.uri)) continue;
    for (const { key, fallback } of call.callee.key === 'add_argument' ? declared(call) : redefined(call)) {
      const known = defaults.get(key) ?? { call, values: [] };
      if (fallback !== undefined) known.values.push(evaluation.evaluate(fallback, context));
      defaults.set(key, known);
    }
  }
  // Commands of one program may each have an option of this name.
  return [...defaults].map(([key, { call, values }]) => {
    const fallback = values.length === 0 ? undefined : choose(call.at, values);
    return { key, value: option(call, `args.${key}`, fallback), at: call.at };
  });
}

/** The parser that a group of options, or a command, belongs to. */
function ownerOf(value: Value): Value | undefined {
  return value.kind === 'call' && value.callee.kind === 'member' ? ownerOf(value.callee.object) : value;
}

interface Declared {
  readonly key: string;
  readonly fallback: Value | undefined;
}

function declared({ args }: Call): readonly Declared[] {
  const key = destinationOf(args);
  const action = plainTextOf(namedArgument(args, 'action'));
  const flag = action === 'store_true' || action === 'store_false';
  const stated = namedArgument(args, 'default');
  const [first] = args;
  if (key === undefined || first === undefined) return [];
  const fallback: Value | undefined = stated ?? (flag ? { kind: 'scalar', at: first.at, value: action === 'store_false' } : undefined);
  return [{ key, fallback }];
}

function redefined({ args }: Call): readonly Declared[] {
  return args.flatMap(({ name, value }) => (name === undefined ? [] : [{ key: name, fallback: value }]));
}

function plainTextOf(value: Value | undefined): string | undefined {
  return value === undefined ? undefined : plainText(value);
}

/** Whoever starts the program may set another. */
function option(call: Call, name: string, fallback: Value | undefined): Value {
  return { kind: 'param', at: call.at, scope: 0, name, outside: true, ...(fallback === undefined ? {} : { fallback }) };
}

/** `--max-tokens`, `-m`: the attribute that an option is stored in. */
function destinationOf(args: readonly Argument[]): string | undefined {
  const stated = namedArgument(args, 'dest');
  if (stated !== undefined) return plainText(stated);
  const names = positional(args).flatMap(argument => plainText(argument.value) ?? []);
  const long = names.find(name => name.startsWith('--')) ?? names[0];
  return long?.replace(/^-+/, '').replaceAll('-', '_');
}

/** The default that a decorator states for a parameter: `@click.option("--model", default="…")`. */
export function optionDefault(evaluation: Evaluation, scope: Scope, name: string): Value | undefined {
  for (const decorator of scope.decorators) {
    if (decorator.kind !== 'call') continue;
    const callee = evaluation.evaluate(decorator.callee, []);
    const isOption = callee.kind === 'external' && /^(?:rich_|async)?click$/.test(callee.module) && callee.path.join('.') === 'option';
    if (!isOption) continue;
    const names = positional(decorator.args).flatMap(argument => plainText(argument.value) ?? []);
    const own = names.find(each => !each.startsWith('-')) ?? destinationOf(decorator.args);
    const fallback = own === name ? namedArgument(decorator.args, 'default') : undefined;
    if (fallback !== undefined) return evaluation.evaluate(fallback, []);
  }
  return undefined;
}
