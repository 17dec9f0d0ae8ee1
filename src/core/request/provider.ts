import { isNull } from '../link/evaluation';
import type { SdkCall } from '../sdks/sdk';
import { namedArguments } from './arguments';
import { providerOfUrl } from './hosts';
import { providerOfModel } from './model-owners';
import type { Provider, Resolved } from './request';
import { asText, resolve } from './resolve';

/** Whoever uses these has a host of their own. */
const OWN_HOSTS: ReadonlySet<Provider | undefined> = new Set(['azure', 'ollama']);

/** Whose servers a call goes to: its object's class says so, or its model's name, unless a base URL sends it elsewhere. */
export function providerOf({ sdk, shape, object }: SdkCall, model: Resolved<string>): Resolved<Provider> {
  const made = namedArguments(object.layers);
  for (const name of OWN_HOSTS.has(object.provider) ? [] : sdk.baseUrlArguments) {
    const argument = made.get([name]);
    if (argument === undefined || isNull(argument.value)) continue;
    const { at } = argument;
    const url = resolve(argument.value, at, asText);
    const provider = url.value === undefined ? undefined : providerOfUrl(url.value);
    if (provider !== undefined) return { value: provider, candidates: [provider], at, provenance: url.provenance, why: '' };
    const why = url.value === undefined ? `the base URL ${url.why}` : `nobody publishes prices for ${url.value}`;
    return { candidates: [], at, provenance: url.provenance, why };
  }
  if (object.provider !== undefined) return { value: object.provider, candidates: [object.provider], provenance: 'constant', why: '' };
  const owners = [...new Set(model.candidates.map(id => providerOfModel(id, shape.modelForm)))];
  const known = owners.flatMap(owner => owner ?? []);
  const [only] = known;
  if (only === undefined || known.length < owners.length) {
    return {
      candidates: [],
      provenance: 'unknown',
      why: model.value === undefined ? `the model ${model.why}` : `nothing says whose ${model.value} is`,
    };
  }
  return known.length === 1
    ? { value: only, candidates: known, provenance: model.provenance, why: '' }
    : { candidates: known, provenance: 'constant', why: `one of ${known.join(', ')}` };
}
