import { entryOf } from '../link/entries';
import { plainText } from '../link/plain-values';
import { madeText } from '../source/made-values';
import type { Argument, Value } from '../source/values';
import type { Surroundings } from './call-surroundings';
import { requestOf } from './http';
import { ENDPOINTS } from './http-apis';
import type { Sdk } from './sdk';
import type { SdkCall } from './sdk-call';

/** Requests by what Node.js brings along: where one goes is an address or told in parts, and its body is written to what the call gives. */
export const sdk: Sdk = {
  id: 'http-node',
  modules: ['https', 'node:https', 'http', 'node:http', 'follow-redirects'],
  traces: ENDPOINTS,
  addressTells: true,
  makers: { default: { is: 'library' }, https: { is: 'library' }, http: { is: 'library' } },
  baseUrlArguments: [],
  calls: [
    {
      ...{ api: 'http', on: 'library', path: 'request', streams: false, capRequired: false },
      ...{ model: [], messages: [], system: [], tools: [], cap: [], schema: [] },
    },
  ],
  read: requestTold,
};

function requestTold(call: SdkCall, _: unknown, surroundings: Surroundings): SdkCall | undefined {
  const { layers } = call.object;
  const url = addressIn(layers[layers.length - 1]?.args ?? []);
  const body = url && bodyIn(surroundings.toldLater(['write', 'end']));
  if (url === undefined || body === undefined) return undefined;
  const args: readonly Argument[] = [
    { name: 'url', value: url, at: url.at },
    { name: 'body', value: body.value, at: body.at },
  ];
  return requestOf({ ...call, object: { ...call.object, layers: [{ args, positional: [] }] } });
}

/** `request(url, …)`, `request({ hostname, path }, …)` */
function addressIn([first]: readonly Argument[]): Value | undefined {
  if (first?.value.kind !== 'record') return first?.value;
  const options = first.value;
  const part = (name: string) => entryOf(options, name).value;
  const [host, path] = [part('hostname') ?? part('host'), part('path')];
  if (host === undefined || path === undefined) return undefined;
  const protocol = part('protocol');
  const scheme = (protocol && plainText(protocol)) ?? 'https:';
  return { kind: 'template', at: first.at, parts: [madeText(`${scheme}//`, host.at), host, path], literal: false };
}

/** What is written in one piece. */
function bodyIn(told: readonly (readonly Argument[])[]): Argument | undefined {
  const [only, ...others] = told.flatMap(([first]) => (first === undefined || first.value.kind === 'function' ? [] : first));
  return others.length > 0 ? undefined : only;
}
