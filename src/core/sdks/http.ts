import { keysOf } from '../link/entries';
import { type NamedArguments, namedArguments } from '../request/arguments';
import { asOptions } from '../request/as-record';
import type { Provider } from '../request/call-site';
import { providerOfUrl } from '../request/hosts';
import { jsonSource } from '../request/json-source';
import type { Argument, Value } from '../source/values';
import { argumentIn } from './handed';
import { ENDPOINTS, HTTP_APIS, type HttpApi } from './http-apis';
import { IN_ADDRESS, originOf, type WrittenUrl, writtenUrl } from './http-url';
import { loadsOnly } from './ollama-loading';
import { passedBody } from './passed-body';
import { withRequestTaken } from './passed-request';
import type { CallShape, Sdk } from './sdk';
import type { SdkCall } from './sdk-call';
import { passedAddress, TRACES_OF_BODIES, toldByBody } from './told-by-body';

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
  modules: [
    ...['requests', 'httpx', 'aiohttp', 'axios', 'got', 'ky', 'ofetch', 'node-fetch', 'cross-fetch', 'undici', 'global'],
    ...['@microsoft/fetch-event-source', '@fortaine/fetch-event-source', 'isomorphic-fetch', 'isomorphic-unfetch', 'node-fetch-native'],
    // What hosts give in place of `fetch`, which pages of others would refuse: Tauri's, Expo's, Obsidian's, Electron's.
    ...['@tauri-apps/plugin-http', '@tauri-apps/api/http', 'expo/fetch', 'obsidian', 'electron'],
    ...['request', 'request-promise', 'request-promise-native', 'urllib.request', 'http.client', 'urllib3', 'niquests'],
  ],
  traces: [...ENDPOINTS, ...TRACES_OF_BODIES],
  addressTells: true,
  makers: {
    // The module itself, or what it exports: `requests`, `axios`, the language's own `fetch`.
    default: { is: 'library' },
    create: { makes: 'library' },
    extend: { makes: 'library' },
    Session: { makes: 'session' },
    ClientSession: { makes: 'session', positional: ['base_url'] },
    Client: { makes: 'session' },
    AsyncClient: { makes: 'session' },
    PoolManager: { makes: 'session' },
    HTTPConnection: { makes: 'connection', positional: ['host', 'port'] },
    HTTPSConnection: { makes: 'connection', positional: ['host', 'port'] },
  },
  methods: [
    { on: 'library', path: 'create', makes: 'library' },
    { on: 'library', path: 'extend', makes: 'library' },
  ],
  baseUrlArguments: ['url'],
  calls: [
    ...on('library', ['', 'fetch', 'ofetch', 'fetchEventSource', 'request', 'post', 'requestUrl', 'net.fetch'], ['url']),
    ...on('library', ['urlopen'], ['url', 'data']),
    ...on('library', ['GM_xmlhttpRequest', 'GM.xmlHttpRequest'], []),
    ...on('session', ['post'], ['url', 'data', 'json']),
    ...on('session', ['request', 'stream'], ['method', 'url']),
    ...on('connection', ['request'], ['method', 'url', 'body']),
  ],
  read: call => requestOf(call) ?? requestsOfEach(call),
};

/** What is requested follows from the address; anything else is no call of a model. */
export function requestOf(made: SdkCall): SdkCall | undefined {
  const written = withBodyNamed(withRequestTaken(made));
  const source = sourceOfBody(written);
  const isPassed = source?.isPassed === true;
  const call = source === undefined ? written : withLayer(written, source.args);
  const named = namedArguments(call.object.layers);
  const address = named.get(['url'])?.value;
  const base = named.get(['base_url', 'baseURL', 'baseUrl', 'prefixUrl'])?.value ?? originOf(named.get(['host']), named.get(['port']));
  const url = address && writtenUrl(address, base);
  const api = url && HTTP_APIS.find(each => each.address.test(url.text));
  const inside = BODIES.find(name => named.get([name]) !== undefined);
  // axios takes the body itself as its second argument.
  const prefix = inside === undefined ? '' : `${inside}.`;
  const paths = (names: readonly string[]) => names.map(name => `${prefix}${name}`);
  const told = address === undefined || api !== undefined ? undefined : toldByBody(address, named, paths, fieldsOf(named, inside));
  // Whoever passes the address decides whose model it is.
  if (told !== undefined && address !== undefined) {
    const asked = withLayer(call, [{ name: PASSED, value: passedAddress(address), at: address.at }]);
    return { ...asked, shape: shapeOf(call.shape, told, paths, [PASSED]), object: { ...asked.object, provider: undefined } };
  }
  if (url === undefined || api === undefined || (api.likeRoutes && isOwnRoute(url, call))) return undefined;
  const provider = providerOfUrl(url.text.trim());
  const isTold = isPassed && api.addressTells === true && !url.text.startsWith('/');
  const isSure = provider !== undefined || isTold || api.tellingFields.every(name => named.get(paths([name])) !== undefined);
  const telling = [...api.messages, ...(api.model ?? ['model'])];
  // An address alone fetches something; options that aren't in sight hold a body (`fetch(CHAT_URL, options)`).
  const isSent = inside !== undefined || named.get(telling) !== undefined || (named.open !== undefined && provider !== undefined);
  if (!isSure || !isSent) return undefined;
  if (api.api.startsWith('ollama-') && loadsOnly(named, paths(api.messages), inside)) return undefined;
  return {
    ...call,
    sdk: provider === undefined ? call.sdk : withoutBaseUrl(call),
    shape: shapeOf(call.shape, api, paths, isPassed ? [PASSED] : []),
    object: objectOf(call, url, provider),
  };
}

/** What a body says, whether it is an argument or what the call is handed otherwise. */
function fieldsOf(named: NamedArguments, inside: string | undefined): readonly string[] {
  const body = inside === undefined ? undefined : named.get([inside])?.value;
  const record = body && asOptions(body);
  return inside === undefined ? named.names : record === undefined ? [] : keysOf(record);
}

/** `fetch(isClaude ? MESSAGES_URL : CHAT_URL, …)`: a request of one of several APIs. */
function requestsOfEach(made: SdkCall): readonly SdkCall[] | undefined {
  const own = made.object.layers[made.object.layers.length - 1];
  const address = own && argumentIn(own, 'url');
  if (address?.kind !== 'choice') return undefined;
  return address.options.flatMap(value => requestOf(withLayer(made, [{ name: 'url', value, at: value.at }])) ?? []);
}

/** `fetch('/api/chat', …)` in a page asks the server that the page came from; a session may have an address of its own. */
function isOwnRoute({ text }: WrittenUrl, { object }: SdkCall): boolean {
  return text.startsWith('/') && object.kind === 'library';
}

/** A body that a caller passes, all of it or a part that is spread into it (`JSON.stringify(body)`, `axios.post(url, body)`), or that is written as bytes. */
function sourceOfBody({ object, path }: SdkCall): { readonly args: readonly Argument[]; readonly isPassed: boolean } | undefined {
  const own = object.layers[object.layers.length - 1];
  const named = namedArguments(object.layers);
  const inside = BODIES.find(each => named.get([each]) !== undefined);
  const argument = inside === undefined && path === 'post' && own?.positional.length === 1 ? own.args[1] : inside && named.get([inside]);
  if (argument === undefined) return undefined;
  const value = jsonSource(argument.value);
  const source = passedBody(value);
  const { at } = argument;
  const body = { name: inside ?? 'data', value, at };
  if (source !== undefined) return { args: [body, { name: PASSED, value: source, at }], isPassed: true };
  // `json.dumps(body).encode()`
  const isWritten = (asOptions(argument.value)?.entries.length ?? 0) === 0;
  return value.kind === 'record' && isWritten ? { args: [body], isPassed: false } : undefined;
}

/** `axios.post(url, req.body)`: a body that nothing is known of is one all the same, and holds no options. */
function withBodyNamed(call: SdkCall): SdkCall {
  const { layers } = call.object;
  const own = layers[layers.length - 1];
  const body = call.path === 'post' && own?.positional.length === 1 ? own.args[1] : undefined;
  if (own === undefined || body === undefined || body.name !== undefined || !UNREAD.has(jsonSource(body.value).kind)) return call;
  const args = own.args.map(argument => (argument === body ? { ...argument, name: 'data' } : argument));
  return { ...call, object: { ...call.object, layers: [...layers.slice(0, -1), { ...own, args }] } };
}

const UNREAD: ReadonlySet<Value['kind']> = new Set(['param', 'hole', 'member', 'index', 'call']);

function withLayer({ object, ...call }: SdkCall, args: readonly Argument[]): SdkCall {
  return { ...call, object: { ...object, layers: [...object.layers, { args, positional: [] }] } };
}

/** The address has said whose it is. */
function withoutBaseUrl({ sdk: own }: SdkCall): Sdk {
  return { ...own, baseUrlArguments: [] };
}

/** Under this name stands what a caller passes as a body. */
const PASSED = ' body that is passed';

/** `whole`: what stands for model and messages where they are not in sight. */
function shapeOf(
  shape: CallShape,
  api: HttpApi,
  paths: (names: readonly string[]) => readonly string[],
  whole: readonly string[],
): CallShape {
  const { messages, system, tools, cap, schema } = api;
  const body = {
    messages: [...paths(messages), ...whole],
    system: paths(system),
    tools: paths(tools),
    cap: paths(cap),
    schema: paths(schema),
  };
  return {
    ...shape,
    ...body,
    api: api.api,
    model: [...paths(api.model ?? ['model']), IN_ADDRESS, ...whole],
    ...(api.chargedBy === undefined ? {} : { chargedBy: api.chargedBy }),
    capRequired: api.capRequired,
    streams: false,
  };
}

function objectOf({ object }: SdkCall, { modelInPath, at }: WrittenUrl, provider: Provider | undefined): SdkCall['object'] {
  const inPath = modelInPath === undefined ? [] : [{ args: [{ name: IN_ADDRESS, value: modelInPath, at }], positional: [] }];
  return { ...object, provider, layers: [...inPath, ...object.layers] };
}
