import { namedArguments } from '../request/arguments';
import { parsedBody } from '../request/json-body';
import { jsonSource } from '../request/json-source';
import type { Argument, Value } from '../source/values';
import type { Surroundings } from './call-surroundings';
import { toWire } from './go/wire';
import { requestOf } from './http';
import { ENDPOINTS } from './http-apis';
import type { CallShape, Sdk } from './sdk';
import type { SdkCall } from './sdk-call';

function on(kind: string, path: string, positional: readonly string[]): CallShape {
  const nothing = { model: [], messages: [], system: [], tools: [], cap: [], capRequired: false, schema: [] };
  return { ...nothing, on: kind, path, api: 'http', streams: false, positional };
}

/** Requests of Go's net/http to a known address. */
export const sdk: Sdk = {
  id: 'http',
  modules: ['net/http'],
  traces: ENDPOINTS,
  makers: { Client: { makes: 'session' }, DefaultClient: { is: 'session' } },
  baseUrlArguments: ['url'],
  calls: [on('session', 'Do', ['request']), on('session', 'Post', ['url', 'type', 'body']), on('module', 'Post', ['url', 'type', 'body'])],
  addressIn: ([request]) => request && (requestMade(request.value)?.url ?? passedRequest(request.value)),
  read,
};

/** The address and the body, wherever they stand, under the names that all requests have. */
function read(call: SdkCall, _: unknown, { serialized }: Surroundings): SdkCall | undefined {
  const named = namedArguments(call.object.layers);
  const request = named.get(['request'])?.value;
  const made = request === undefined ? undefined : requestMade(request);
  const url = named.get(['url'])?.value ?? made?.url;
  const content = named.get(['body'])?.value ?? made?.body;
  if (url === undefined || content === undefined) return undefined;
  const source = jsonSource(alone(content));
  const body = toWire(serialized(parsedBody(source) ?? source), { keys: 'snake_case' });
  const args: readonly Argument[] = [
    { name: 'url', value: url, at: url.at },
    { name: 'body', value: body, at: body.at },
  ];
  return requestOf({ ...call, object: { ...call.object, unseen: false, layers: [{ args, positional: [] }] } });
}

/** `http.NewRequest(method, url, body)`, `http.NewRequestWithContext(ctx, method, url, body)`, and the same in another context (`req.WithContext(ctx)`). */
function requestMade(request: Value): { readonly url: Value; readonly body: Value } | undefined {
  if (request.kind === 'call' && request.callee.kind === 'member' && COPYING.has(request.callee.key))
    return requestMade(request.callee.object);
  if (request.kind !== 'call' || request.callee.kind !== 'external' || request.callee.module !== 'net/http') return undefined;
  const name = request.callee.path.join('.');
  const values = request.args.map(({ value }) => value);
  const [url, body] = name === 'NewRequest' ? values.slice(1) : name === 'NewRequestWithContext' ? values.slice(2) : [];
  return url === undefined || body === undefined ? undefined : { url, body };
}

/** `func (c *client) send(req *http.Request)`: whoever passes it says where it goes. */
function passedRequest(request: Value): Value | undefined {
  const type = request.kind === 'param' ? request.type : undefined;
  return type?.kind === 'external' && type.module === 'net/http' && type.path.join('.') === 'Request' ? request : undefined;
}

const COPYING: ReadonlySet<string> = new Set(['WithContext', 'Clone']);

/** What is written to an empty buffer. */
function alone(value: Value): Value {
  if (value.kind !== 'operation' || value.operator !== '+') return value;
  return value.left.kind === 'text' && value.left.text.text === '' ? value.right : value;
}
