import type { Provider } from '../../request/call-site';
import type { Argument, Value } from '../../source/values';
import type { ArgumentLayer, SdkCall } from '../sdk-call';
import { type GoApi, toWire } from './wire';

/**
 * A call as its API is sent it. The call's own arguments are a context, then what `positional` names (`params`: the struct of
 * parameters), then options; what made its object are structs or functional options.
 */
export function goCall(call: SdkCall, api: GoApi, positional: readonly string[]): SdkCall {
  const { layers } = call.object;
  const last = layers.length - 1;
  return {
    ...call,
    object: { ...call.object, layers: layers.map((layer, index) => (index === last ? sent(layer, api, positional) : made(layer, api))) },
  };
}

/** `params` spreads its fields; any other name is an argument by itself. */
function sent({ args }: ArgumentLayer, api: GoApi, positional: readonly string[]): ArgumentLayer {
  const own = args.flatMap((argument, index): readonly Argument[] => {
    const value = toWire(argument.value, api);
    const option = optionOf(value);
    if (option !== undefined) return [option];
    const place = positional[index];
    // `opts...`, of which some are added under a condition, or which are passed in.
    if (place === undefined && value.kind === 'spread')
      return value.value.kind === 'list' ? value.value.items.flatMap(sometimes) : [{ value, at: argument.at }];
    // An option that a function of elsewhere gives may say anything.
    if (place === undefined) return OPEN.has(value.kind) ? [{ value: { kind: 'spread', at: value.at, value }, at: argument.at }] : [];
    if (place === '') return [];
    return [
      {
        value: place === 'params' ? { kind: 'spread', at: value.at, value } : value,
        at: argument.at,
        ...(place === 'params' ? {} : { name: place }),
      },
    ];
  });
  return { args: own, positional: [] };
}

const OPEN: ReadonlySet<Value['kind']> = new Set(['call', 'param', 'hole']);

/** An option of a list, and one that may not be in it. */
function sometimes(item: Value): readonly Argument[] {
  if (item.kind === 'spread') return [{ value: item, at: item.at }];
  if (item.kind !== 'optional' && item.kind !== 'repeat') {
    const option = optionOf(item);
    return option === undefined ? [] : [option];
  }
  return sometimes(item.item).map(option =>
    option.name === undefined
      ? option
      : { ...option, value: { kind: 'choice', at: option.at, options: [option.value, { kind: 'scalar', at: option.at, value: null }] } },
  );
}

/** What an object is made with: structs, or functional options. */
export function made({ args, positional }: ArgumentLayer, api: GoApi): ArgumentLayer {
  const named = args.map((argument, index) => {
    const name = argument.name ?? positional[index];
    return name === undefined ? argument : { ...argument, name };
  });
  return { args: named.flatMap(argument => madeWith(argument, api)), positional: [] };
}

function madeWith({ name, value, at }: Argument, api: GoApi): readonly Argument[] {
  const wire = toWire(value, api);
  if (name !== undefined) return [{ name, value: wire, at }];
  if (wire.kind === 'spread' && wire.value.kind === 'list') return wire.value.items.flatMap(item => madeWith({ value: item, at }, api));
  if (wire.kind === 'list') return wire.items.flatMap(item => madeWith({ value: item, at }, api));
  const option = optionOf(wire);
  if (option !== undefined) return [option];
  return wire.kind === 'record' ? [{ value: { kind: 'spread', at, value: wire }, at }] : [];
}

/** Parts of packages whose options send the requests to somebody else's servers. */
const HOSTS = /\/(azure|bedrock|vertex|googlecloud)$/;
const PROVIDERS: Readonly<Record<string, Provider>> = { azure: 'azure', bedrock: 'aws', vertex: 'google', googlecloud: 'google' };

/** The call with the provider that such an option of its client names. */
export function onHost(call: SdkCall): SdkCall {
  const names = call.object.layers.flatMap(({ args }) => args.flatMap(({ name }) => name ?? []));
  const provider = names.flatMap(name => PROVIDERS[name.split(':')[0] ?? ''] ?? [])[0];
  return provider === undefined ? call : { ...call, object: { ...call.object, provider } };
}

/** `option.WithBaseURL("…")` is the argument `WithBaseURL`. */
function optionOf(value: Value): Argument | undefined {
  if (value.kind !== 'call' || value.callee.kind !== 'external') return undefined;
  const name = value.callee.path[value.callee.path.length - 1] ?? '';
  const [first] = value.args;
  if (!/^With[A-Z]/.test(name)) return undefined;
  const host = HOSTS.exec(value.callee.module)?.[1];
  return {
    name: host === undefined ? name : `${host}:${name}`,
    value: first?.value ?? { kind: 'scalar', at: value.at, value: true },
    at: value.at,
  };
}
