import { namedArguments } from '../request/arguments';
import { entryArgument } from '../request/as-record';
import { parsedBody } from '../request/json-body';
import { jsonSource } from '../request/json-source';
import type { Argument, Value } from '../source/values';
import type { Surroundings } from './call-surroundings';
import { requestOf } from './http';
import { ENDPOINTS } from './http-apis';
import type { CallShape, Sdk } from './sdk';
import type { SdkCall } from './sdk-call';

/** What a body is put into, with what it holds first: `new StringContent(json)`, `JsonContent.Create(body)`. */
const CONTENTS = /^(?:StringContent|ByteArrayContent|JsonContent\.Create|StreamContent|ReadOnlyMemoryContent)$/;

function on(paths: readonly string[], positional: readonly string[]): readonly CallShape[] {
  const nothing = { model: [], messages: [], system: [], tools: [], cap: [], capRequired: false, schema: [] };
  return paths.map(path => ({ ...nothing, on: 'session', path, api: 'http', streams: false, positional }));
}

/** Requests of .NET's HttpClient to a known address. */
export const sdk: Sdk = {
  id: 'http',
  modules: ['System.Net.Http', 'global'],
  traces: ENDPOINTS,
  makers: { HttpClient: { makes: 'session' }, IHttpClientFactory: { makes: 'factory' } },
  methods: [{ on: 'factory', path: 'CreateClient', makes: 'session' }],
  baseUrlArguments: ['url'],
  calls: [...on(['PostAsJsonAsync', 'PostAsync'], ['url', 'body']), ...on(['SendAsync', 'Send'], ['request'])],
  names: new Set(['HttpRequestMessage', 'HttpMethod', 'StringContent', 'JsonContent']),
  read,
};

/** The address and the body, wherever they stand, under the names that all requests have. */
function read(call: SdkCall, _: unknown, { serialized }: Surroundings): SdkCall | undefined {
  const named = namedArguments(call.object.layers);
  const request = named.get(['request'])?.value;
  const url = named.get(['url'])?.value ?? (request && addressIn(request));
  const content = named.get(['body'])?.value ?? (request && entryArgument(request, 'Content'));
  if (url === undefined || content === undefined) return undefined;
  const source = jsonSource(contentOf(content));
  const body = serialized(parsedBody(source) ?? source);
  const base = named.get(['BaseAddress'])?.value;
  const args: readonly Argument[] = [
    { name: 'url', value: url, at: url.at },
    { name: 'body', value: body, at: body.at },
    ...(base === undefined ? [] : [{ name: 'base_url', value: base, at: base.at }]),
  ];
  return requestOf({ ...call, object: { ...call.object, unseen: false, layers: [{ args, positional: [] }] } });
}

function contentOf(value: Value): Value {
  if (value.kind === 'choice') return { ...value, options: value.options.map(contentOf) };
  if (value.kind === 'record' || value.kind !== 'call' || value.callee.kind !== 'external') return value;
  const path = value.callee.path.join('.').replace(/^.*\bHttp\./, '');
  const [first] = value.args;
  return CONTENTS.test(path) && first !== undefined ? first.value : value;
}

/** `new HttpRequestMessage(HttpMethod.Post, url)`, `new HttpRequestMessage { RequestUri = … }` */
function addressIn(request: Value): Value | undefined {
  const set = entryArgument(request, 'RequestUri');
  if (set !== undefined) return set;
  const made = request.kind === 'record' ? request.entries[0]?.value : request;
  const call = made?.kind === 'spread' ? made.value : made;
  return call?.kind === 'call' ? call.args.filter(({ name }) => name === undefined)[1]?.value : undefined;
}
