import type { Argument } from '../source/values';
import type { SdkCall } from './sdk-call';

/** JavaScript's own, and that of Python's standard library. */
const REQUESTS: ReadonlySet<string> = new Set(['global.Request', 'urllib.request.Request']);

/** `fetch(new Request(url, { body }), options)` sends what the request was made with; options that come behind it count more. */
export function withRequestTaken(call: SdkCall): SdkCall {
  const { layers } = call.object;
  const own = layers[layers.length - 1];
  const made = own?.args[0]?.value;
  if (own === undefined || made?.kind !== 'call') return call;
  const { callee } = made;
  const name = callee.kind === 'external' ? [callee.module, ...callee.path].join('.') : '';
  if (!REQUESTS.has(name) || made.args[0] === undefined) return call;
  const args: readonly Argument[] = [...made.args, ...own.args.slice(1)];
  return { ...call, object: { ...call.object, layers: [...layers.slice(0, -1), { ...own, args }] } };
}
