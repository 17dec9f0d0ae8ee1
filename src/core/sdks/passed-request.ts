import type { Argument } from '../source/values';
import type { SdkCall } from './sdk-call';

/** JavaScript's own, and that of Python's standard library. */
const REQUESTS: ReadonlySet<string> = new Set(['global.Request', 'urllib.request.Request']);

/** `fetch(new Request(url, { body }), options)` sends what the request was made with; options that come behind it count more. */
export function withRequestTaken(call: SdkCall): SdkCall {
  const { layers } = call.object;
  const own = layers[layers.length - 1];
  if (own === undefined) return call;
  const args = requestTaken(own.args);
  return args === own.args ? call : { ...call, object: { ...call.object, layers: [...layers.slice(0, -1), { ...own, args }] } };
}

/** What the request is made with in place of the request. */
export function requestTaken(args: readonly Argument[]): readonly Argument[] {
  const made = args[0]?.value;
  if (made?.kind !== 'call') return args;
  const { callee } = made;
  const name = callee.kind === 'external' ? [callee.module, ...callee.path].join('.') : '';
  return REQUESTS.has(name) && made.args[0] !== undefined ? [...made.args, ...args.slice(1)] : args;
}
