import type { Argument, Call, Value } from '../source/values';
import { choose, type Context, type Evaluation, hole, positional } from './evaluation';
import { invoke } from './invoke';
import { dedent, joined } from './strings';

/** Functions of languages and standard libraries whose result can be said. Undefined: not one of them. */
export function knownFunction(path: string, call: Call, args: readonly Argument[]): Value | undefined {
  const inOrder = positional(args).map(argument => argument.value);
  const [first, second] = inOrder;
  const { at } = call;
  switch (path) {
    case 'textwrap.dedent':
    case 'inspect.cleandoc':
    case 'dedent.default':
    case 'outdent.default':
    case 'ts-dedent.dedent':
    case 'common-tags.stripIndent':
      return first === undefined ? undefined : dedent(first);
    case 'os.getenv':
    case 'os.environ.get':
    case 'global.Deno.env.get': {
      const name = hole(at, 'environment', 'is set where the program is deployed', { volatility: 'deploy', proven: true });
      return second === undefined ? name : choose(at, [name, second]);
    }
    case 'global.str':
    case 'global.String':
    case 'global.list':
    case 'global.tuple':
    case 'copy.copy':
    case 'copy.deepcopy':
    case 'global.structuredClone':
    case 'typing.cast':
    case 'global.int':
    case 'global.Number':
    case 'global.parseInt':
      return path === 'typing.cast' ? second : numeric(path, first);
    case 'global.dict':
      return record(call, args);
    case 'global.Object.assign':
      return { kind: 'record', at, entries: inOrder.map(value => ({ value: { kind: 'spread', at: value.at, value }, at: value.at })) };
    case 'global.String.raw':
    case 'global.Object.freeze':
    case 'global.Promise.resolve':
      return first;
    default:
      return undefined;
  }
}

function numeric(path: string, value: Value | undefined): Value | undefined {
  if (value === undefined || !(path.endsWith('.int') || path.endsWith('.Number') || path.endsWith('.parseInt'))) return value;
  if (value.kind === 'choice') {
    const options = value.options.map(option => numeric(path, option));
    return choose(value.at, options.filter(option => option !== undefined));
  }
  const number = value.kind === 'text' ? Number(value.text.text) : Number.NaN;
  return Number.isFinite(number) ? { kind: 'scalar', at: value.at, value: number } : value;
}

function record(call: Call, args: readonly Argument[]): Value {
  const entries = args.map(argument => ({
    ...(argument.name === undefined ? {} : { key: argument.name }),
    value: argument.name === undefined && argument.value.kind !== 'spread' ? { kind: 'spread' as const, at: argument.at, value: argument.value } : argument.value,
    at: argument.at,
  }));
  return { kind: 'record', at: call.at, entries };
}

/** Methods of lists that build messages and prompts. */
export function listMethod(evaluation: Evaluation, list: Value, method: string, call: Call, args: readonly Argument[], context: Context): Value | undefined {
  const first = positional(args)[0]?.value;
  if (method === 'map' && first?.kind === 'function') return mapped(evaluation, list, first, call, context);
  if (list.kind !== 'list') return undefined;
  switch (method) {
    case 'concat':
      return { kind: 'list', at: call.at, items: [...list.items, ...positional(args).flatMap(({ value }) => (value.kind === 'list' ? value.items : [value]))] };
    case 'copy':
      return list;
    case 'join':
      return first === undefined ? undefined : joined(first, list, call.at);
    case 'filter':
      return { kind: 'list', at: list.at, items: list.items.map(item => (item.kind === 'repeat' ? item : { kind: 'optional', at: item.at, item })) };
    default:
      return undefined;
  }
}

function mapped(evaluation: Evaluation, list: Value, fn: Extract<Value, { kind: 'function' }>, call: Call, context: Context): Value | undefined {
  const each = (item: Value) => {
    const value = item.kind === 'repeat' || item.kind === 'optional' ? item.item : item;
    const result = invoke(evaluation, fn, [{ value, at: value.at }], undefined, call.at, context) ?? hole(call.at, 'item', 'is computed');
    return item.kind === 'repeat' || item.kind === 'optional' ? { ...item, item: result } : result;
  };
  if (list.kind === 'list' && list.items.every(item => item.kind !== 'spread')) return { kind: 'list', at: call.at, items: list.items.map(each) };
  const unknownItem = hole(list.at, 'item', 'one of the items');
  return { kind: 'list', at: call.at, items: [{ kind: 'repeat', at: call.at, item: each(unknownItem) }] };
}
