import { namedArguments } from '../request/arguments';
import { providerOfUrl } from '../request/hosts';
import { parameterIn, writtenUrl } from './http-url';
import { REALTIME } from './openai-requests';
import type { CallShape, Sdk } from './sdk';
import type { SdkCall } from './sdk-call';

/** Where conversations are held over a socket, with the parameters that name the model, or Azure's deployment of one. */
const CONVERSATIONS = /\/realtime\/?$/;
const MODELS = ['model', 'deployment'];

function on(kind: string, paths: readonly string[]): readonly CallShape[] {
  return paths.map(path => ({ ...REALTIME, on: kind, path, streams: true, positional: ['url'] }));
}

/** Conversations held over a socket that is opened without any SDK. */
export const sdk: Sdk = {
  id: 'websocket',
  modules: ['ws', 'isomorphic-ws', 'websockets', 'websocket', 'aiohttp', 'global'],
  traces: ['/realtime'],
  addressTells: true,
  makers: {
    default: { is: 'library' },
    ClientSession: { makes: 'session', positional: ['base_url'] },
  },
  baseUrlArguments: [],
  calls: [...on('library', ['', 'WebSocket', 'connect', 'create_connection', 'WebSocketApp']), ...on('session', ['ws_connect'])],
  read: conversationAt,
};

/** Whose servers, and which model, follows from the address; any other socket is no call of a model. */
function conversationAt(call: SdkCall): SdkCall | undefined {
  const named = namedArguments(call.object.layers);
  const address = named.get(['url', 'uri'])?.value;
  const url = address && writtenUrl(address, named.get(['base_url'])?.value);
  if (address === undefined || url === undefined || !CONVERSATIONS.test(url.text)) return undefined;
  const isAzure = /\/openai\/(?:v1\/)?realtime/.test(url.text);
  const provider = isAzure ? 'azure' : providerOfUrl(url.text.trim());
  if (provider === undefined) return undefined;
  const model = parameterIn(address, MODELS) ?? named.get(MODELS.map(name => `params.${name}`))?.value;
  const args = model === undefined ? [] : [{ name: 'model', value: model, at: model.at }];
  return { ...call, object: { ...call.object, provider, layers: [{ args, positional: [] }] } };
}
