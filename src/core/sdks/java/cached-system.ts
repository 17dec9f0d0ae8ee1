import { entryOf } from '../../link/entries';
import { madeText } from '../../source/made-values';
import type { Span } from '../../source/span';
import type { Value } from '../../source/values';
import type { SdkCall } from '../sdk-call';

/** What a package is told once, to set the cache breakpoints of each request itself. */
export interface AskedCaching {
  readonly at: Span;
  /** A breakpoint behind the last message, too, so that a conversation is read from the cache. */
  readonly conversation: boolean;
}

/** The breakpoints that a package sets behind system messages, said as LiteLLM says them. */
export function withCachedSystem(call: SdkCall, asked: AskedCaching | undefined): SdkCall {
  if (asked === undefined) return call;
  const { at, conversation } = asked;
  const point = (key: string, value: Value): Value => ({
    kind: 'record',
    at,
    entries: [
      { key: 'location', value: madeText('message', at), at },
      { key, value, at },
    ],
  });
  const last: Value = { kind: 'scalar', at, value: -1 };
  const items = [point('role', madeText('system', at)), ...(conversation ? [point('index', last)] : [])];
  const points = { name: 'cache_control_injection_points', value: { kind: 'list', at, items }, at } as const;
  const { layers } = call.object;
  return { ...call, object: { ...call.object, layers: [{ args: [points], positional: [] }, ...layers] } };
}

/** The last name of a constant (`AnthropicCacheStrategy.SYSTEM_ONLY`). */
export function constantName(value: Value | undefined): string | undefined {
  if (value?.kind === 'external') return value.path[value.path.length - 1];
  return value?.kind === 'member' ? value.key : undefined;
}

/** An entry of a record, or an argument by name of what a builder makes. */
export function toldIn(value: Value | undefined, name: string): Value | undefined {
  if (value?.kind === 'record') return entryOf(value, name).value;
  return value?.kind === 'call' ? value.args.find(argument => argument.name === name)?.value : undefined;
}
