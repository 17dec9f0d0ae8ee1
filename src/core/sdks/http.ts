import { namedArguments } from '../request/arguments';
import { providerOfUrl } from '../request/hosts';
import type { Provider } from '../request/request';
import { HTTP_APIS, type HttpApi } from './http-apis';
import { type WrittenUrl, writtenUrl } from './http-url';
import type { CallShape, Sdk, SdkCall } from './sdk';

/** Where libraries take a request's body: `json=`, `data=`, `body:`, or axios's second argument as it is. */
const BODIES = ['json', 'data', 'body', 'content'] as const;

const post = {
  api: 'http',
  streams: false,
  model: [],
  messages: [],
  system: [],
  tools: [],
  cap: [],
  capRequired: false,
  schema: [],
} as const;

function on(kind: string, paths: readonly string[], positional: readonly string[]): readonly CallShape[] {
  return paths.map(path => ({ ...post, on: kind, path, positional }));
}

/** Requests to a known address, made without any SDK. */
export const sdk: Sdk = {
  id: 'http',
  modules: ['requests', 'httpx', 'aiohttp', 'axios', 'got', 'ky', 'ofetch', 'node-fetch', 'cross-fetch', 'undici', 'global'],
  traces: [
    '/chat/completions',
    '/v1/messages',
    '/v1/responses',
    '/embeddings',
    '/v1/completions',
    'enerateContent',
    '/api/generate',
    '/api/chat',
  ],
  makers: {
    // The module itself, or what it exports: `requests`, `axios`, the language's own `fetch`.
    default: { is: 'library' },
    create: { makes: 'library' },
    extend: { makes: 'library' },
    Session: { makes: 'session' },
    ClientSession: { makes: 'session', positional: ['base_url'] },
    Client: { makes: 'session' },
    AsyncClient: { makes: 'session' },
  },
  methods: [
    { on: 'library', path: 'create', makes: 'library' },
    { on: 'library', path: 'extend', makes: 'library' },
  ],
  baseUrlArguments: ['url'],
  calls: [
    ...on('library', ['', 'fetch', 'ofetch', 'request', 'post'], ['url']),
    ...on('session', ['post'], ['url', 'data', 'json']),
    ...on('session', ['request', 'stream'], ['method', 'url']),
  ],
  read: requestOf,
};

/** What is requested follows from the address; anything else is no call of a model. */
function requestOf(call: SdkCall): SdkCall | undefined {
  const named = namedArguments(call.object.layers);
  const address = named.get(['url'])?.value;
  const url = address && writtenUrl(address, named.get(['base_url', 'baseURL', 'baseUrl', 'prefixUrl'])?.value);
  const api = url && HTTP_APIS.find(each => each.address.test(url.text));
  if (url === undefined || api === undefined) return undefined;
  const provider = providerOfUrl(url.text.trim());
  const inside = BODIES.find(name => named.get([name]) !== undefined);
  // axios takes the body itself as its second argument; an address alone fetches something.
  const prefix = inside === undefined ? '' : `${inside}.`;
  const paths = (names: readonly string[]) => names.map(name => `${prefix}${name}`);
  const isSure = provider !== undefined || api.tellingFields.every(name => named.get(paths([name])) !== undefined);
  if (!isSure || (inside === undefined && named.get(api.messages) === undefined)) return undefined;
  return {
    ...call,
    sdk: provider === undefined ? call.sdk : withoutBaseUrl(call),
    shape: shapeOf(call.shape, api, paths),
    object: objectOf(call, url, provider),
  };
}

/** The address has said whose it is. */
function withoutBaseUrl({ sdk: own }: SdkCall): Sdk {
  return { ...own, baseUrlArguments: [] };
}

function shapeOf(shape: CallShape, api: HttpApi, paths: (names: readonly string[]) => readonly string[]): CallShape {
  const { messages, system, tools, cap, schema } = api;
  const body = { messages: paths(messages), system: paths(system), tools: paths(tools), cap: paths(cap), schema: paths(schema) };
  return {
    ...shape,
    ...body,
    api: api.api,
    model: [...paths(['model']), ' model in the address'],
    capRequired: api.capRequired,
    streams: false,
  };
}

function objectOf({ object }: SdkCall, { modelInPath, at }: WrittenUrl, provider: Provider | undefined): SdkCall['object'] {
  const inPath = modelInPath === undefined ? [] : [{ args: [{ name: ' model in the address', value: modelInPath, at }], positional: [] }];
  return { ...object, provider, layers: [...inPath, ...object.layers] };
}
