import { namedArguments } from '../request/arguments';
import type { Argument, Value, ValueOf } from '../source/values';
import type { Surroundings } from './call-surroundings';
import { requestOf } from './http';
import { ENDPOINTS } from './http-apis';
import { jsonTree } from './java/json-tree';
import type { CallShape, MethodMaker, Sdk } from './sdk';
import type { SdkCall } from './sdk-call';

/** What an address or a body is put into, with what it holds first, but for OkHttp's, where the type may come before it. */
const HOLDERS =
  /(?:^|\.)(?:URI|URI\.create|URL|HttpEntity|RequestEntity|BodyPublishers\.of(?:String|ByteArray)|HttpUrl\.(?:parse|get)|Mono\.just|BodyInserters\.fromValue)$/;
const OK_BODY = /(?:^|\.)RequestBody\.create$/;

function on(kind: string, paths: readonly string[], positional: readonly string[]): readonly CallShape[] {
  const nothing = { model: [], messages: [], system: [], tools: [], cap: [], capRequired: false, schema: [] };
  return paths.map(path => ({ ...nothing, on: kind, path, api: 'http', streams: false, positional }));
}

/** Steps of `client.post().uri(address).bodyValue(body)`. */
const steps: readonly MethodMaker[] = [
  ...[telling('uri', 'url'), telling('body', 'body'), telling('bodyValue', 'body'), telling('syncBody', 'body')],
  ...['header', 'headers', 'contentType', 'accept', 'attribute', 'attributes', 'cookie', 'acceptCharset'].map(
    (path): MethodMaker => ({ on: 'step', path, makes: 'step' }),
  ),
];

/** By name, because a body is no options of the step that takes it. */
function telling(path: string, name: string): MethodMaker {
  return {
    ...{ on: 'step', path, makes: 'step' },
    gives(made) {
      const [told] = made.layers[made.layers.length - 1]?.args ?? [];
      const args = told === undefined ? [] : [{ ...told, name }];
      return [{ ...made, layers: [...made.layers.slice(0, -1), { args, positional: [] }] }];
    },
  };
}

/** Requests of Java's HttpClient, Spring's clients and OkHttp to a known address. */
export const sdk: Sdk = {
  id: 'http',
  modules: ['java.net.http', 'org.springframework.web.client', 'org.springframework.web.reactive.function.client', 'okhttp3'],
  traces: ENDPOINTS,
  makers: {
    HttpClient: { makes: 'session' },
    'HttpClient.newHttpClient': { makes: 'session' },
    RestTemplate: { makes: 'template' },
    OkHttpClient: { makes: 'okhttp' },
    ...Object.fromEntries(
      ['WebClient', 'RestClient'].flatMap(name => [
        [name, { makes: 'fluent' }],
        [`${name}.create`, { makes: 'fluent', positional: ['baseUrl'] }],
      ]),
    ),
  },
  methods: [
    { on: 'fluent', path: 'post', makes: 'step' },
    { on: 'fluent', path: 'method', makes: 'step' },
    ...steps,
    { on: 'okhttp', path: 'newCall', makes: 'ok-call', positional: ['request'] },
  ],
  baseUrlArguments: ['url'],
  calls: [
    ...on('session', ['send', 'sendAsync'], ['request']),
    ...on('template', ['postForObject', 'postForEntity'], ['url', 'body']),
    ...on('template', ['exchange'], ['url', 'method', 'body']),
    ...on('step', ['retrieve', 'exchange', 'exchangeToMono', 'exchangeToFlux'], []),
    ...on('ok-call', ['execute', 'enqueue'], []),
  ],
  read,
};

/** The address and the body, wherever they stand, under the names that all requests have. */
function read(call: SdkCall, _: unknown, { serialized }: Surroundings): SdkCall | undefined {
  const named = namedArguments(call.object.layers);
  const request = named.get(['request'])?.value;
  const made = request?.kind === 'call' ? toldTo(request) : undefined;
  const url = named.get(['url'])?.value ?? made?.url;
  const content = named.get(['body'])?.value ?? made?.body;
  if (url === undefined || content === undefined) return undefined;
  const address = held(url);
  const body = serialized(jsonTree(held(content)));
  const base = named.get(['baseUrl'])?.value;
  const args: readonly Argument[] = [
    { name: 'url', value: address, at: address.at },
    { name: 'body', value: body, at: body.at },
    ...(base === undefined ? [] : [{ name: 'base_url', value: base, at: base.at }]),
  ];
  return requestOf({ ...call, object: { ...call.object, unseen: false, layers: [{ args, positional: [] }] } });
}

/** `HttpRequest.newBuilder(address).POST(body).build()`, `new Request.Builder().url(address).post(body).build()` */
function toldTo({ args }: ValueOf<'call'>): { readonly url: Value | undefined; readonly body: Value | undefined } {
  const told = (names: readonly string[]) => args.find(({ name }) => name !== undefined && names.includes(name))?.value;
  return { url: told(['uri', 'url']) ?? args.find(({ name }) => name === undefined)?.value, body: told(['POST', 'post']) };
}

function held(value: Value): Value {
  if (value.kind === 'choice') return { ...value, options: value.options.map(held) };
  if (value.kind !== 'call' || value.callee.kind !== 'external') return value;
  const path = value.callee.path.join('.');
  const given = value.args.filter(({ name }) => name === undefined).map(argument => argument.value);
  const [first, second] = given;
  if (OK_BODY.test(path)) {
    const isTyped = first?.kind === 'call' && first.callee.kind === 'external' && first.callee.path[0] === 'MediaType';
    return (isTyped ? second : first) ?? value;
  }
  return HOLDERS.test(path) && first !== undefined ? held(first) : value;
}
