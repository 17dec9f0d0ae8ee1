import { isNull } from '../link/evaluation';
import type { Client, SdkCall } from '../sdks/receiver';
import type { Sdk } from '../sdks/sdk';
import { namedArguments } from './arguments';
import { providerOfUrl } from './hosts';
import type { Provider, Resolved } from './request';
import { asText, resolve } from './resolve';

/** Whose servers a call goes to; of several clients, all must say the same. */
export function providerOf({ sdk, clients }: SdkCall): Resolved<Provider> {
  const found = clients.map(client => ofClient(sdk, client));
  const unknown = found.find(each => each.value === undefined);
  const candidates = [...new Set(found.flatMap(each => each.candidates))];
  const [first] = found;
  if (first === undefined || unknown !== undefined) return unknown ?? { candidates: [], provenance: 'unknown', why: 'no client was found' };
  return candidates.length === 1 ? first : { candidates, provenance: 'constant', why: `one of ${candidates.join(', ')}` };
}

/** The client's class says who is called, unless a base URL sends it elsewhere. */
function ofClient(sdk: Sdk, client: Client): Resolved<Provider> {
  const stated = client.name === undefined ? sdk.id : (sdk.clients[client.name]?.provider ?? sdk.id);
  const args = client.args === undefined ? undefined : namedArguments(client.args);
  for (const name of stated === 'azure' ? [] : sdk.baseUrlArguments) {
    const argument = args?.get(name);
    if (argument === undefined || isNull(argument.value)) continue;
    const { at } = argument;
    const url = resolve(argument.value, at, asText);
    const provider = url.value === undefined ? undefined : providerOfUrl(url.value);
    if (provider !== undefined) return { value: provider, candidates: [provider], at, provenance: url.provenance, why: '' };
    const why = url.value === undefined ? `the base URL ${url.why}` : `nobody publishes prices for ${url.value}`;
    return { candidates: [], at, provenance: url.provenance, why };
  }
  return { value: stated, candidates: [stated], provenance: 'constant', why: '' };
}
