import { isNull } from '../link/plain-values';
import { addressParts, addressText } from '../sdks/address-parts';
import type { CallShape } from '../sdks/sdk';
import type { SdkCall } from '../sdks/sdk-call';
import type { Value } from '../source/values';
import { namedArguments } from './arguments';
import type { Provider, Resolved } from './call-site';
import { providerOfUrl } from './hosts';
import { providerOfModel, sells } from './model-owners';
import { oneOfNames } from './one-of-names';
import { asText, isNothing, resolve } from './resolve';

/** Whoever uses these has a host of their own. */
const OWN_HOSTS: ReadonlySet<Provider | undefined> = new Set(['azure', 'ollama']);

/** Whose servers a call goes to: its object's class says so, or its model's name, unless a base URL sends it elsewhere. */
export function providerOf({ sdk, shape, object }: SdkCall, model: Resolved<string>): Resolved<Provider> {
  const made = namedArguments(object.layers);
  for (const name of OWN_HOSTS.has(object.provider) ? [] : sdk.baseUrlArguments) {
    const argument = made.get([name]);
    if (argument === undefined || isNothing(argument.value)) continue;
    const { at } = argument;
    const url = resolve(argument.value, at, asText);
    // `endpoint: '/v1/chat/completions'` names no host.
    if (url.value?.startsWith('/')) continue;
    const isOptional = argument.sometimes || isSometimesLeftOut(argument.value);
    const hosts = url.candidates.map(providerOfUrl);
    const isElsewhere = hosts.some(host => host !== undefined && host !== object.provider);
    if (url.value === undefined && object.provider !== undefined && !isElsewhere && (argument.sometimes || mayBeLeftOut(argument.value)))
      return { value: object.provider, candidates: [object.provider], at, provenance: 'default', why: 'used when no base URL is passed' };
    const several = new Set(isOptional ? [object.provider, ...hosts] : hosts);
    if (several.size > 1 && !several.has(undefined))
      return among(
        [...several].flatMap(each => each ?? []),
        model,
        shape.modelForm,
      );
    if (isOptional && object.provider === undefined)
      return { candidates: [], at, provenance: 'unknown', why: 'a base URL is passed only under a condition' };
    const provider = providerOfUrl(url.value ?? partsInSight(argument.value));
    if (provider !== undefined) return { value: provider, candidates: [provider], at, provenance: url.provenance, why: '' };
    const why = url.value === undefined ? `the base URL ${url.why}` : `nobody publishes prices for ${url.value}`;
    return { candidates: [], at, provenance: url.provenance, why };
  }
  if (object.provider !== undefined) {
    const own = { value: object.provider, candidates: [object.provider] };
    return object.unseen && sdk.baseUrlArguments.length > 0 && !OWN_HOSTS.has(object.provider)
      ? { ...own, provenance: 'default', why: 'unless the client that is passed in asks another host' }
      : { ...own, provenance: 'constant', why: '' };
  }
  if (object.anyHost) return { candidates: [], provenance: 'unknown', why: 'nothing in sight says whom it asks' };
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
    : { candidates: known, provenance: 'constant', why: oneOfNames(known) };
}

/** `https://${resource}.openai.azure.com`: whose host it is, whatever else of the address is open. */
function partsInSight(url: Value): string {
  return url.kind === 'template' || url.kind === 'operation' ? addressParts(url).map(addressText).join('') : '';
}

function isSet(option: Value): boolean {
  return option.kind === 'hole' && option.volatility === 'deploy' && option.proven;
}

/** `{"openai": None, "deepseek": "https://api.deepseek.com"}[name]` */
function isSometimesLeftOut(value: Value): boolean {
  return value.kind === 'choice' && value.options.some(isNothing);
}

/** One of several providers: those that have none of the models are none of them. Each may have a model of its own in a table of both. */
function among(all: readonly Provider[], model: Resolved<string>, form: CallShape['modelForm']): Resolved<Provider> {
  const owners = model.candidates.map(id => providerOfModel(id, form));
  const has = (provider: Provider) => owners.some(owner => owner === undefined || sells(provider, owner));
  const fitting = owners.length === 0 ? all : all.filter(has);
  const [only, ...others] = fitting;
  if (only !== undefined && others.length === 0) return { value: only, candidates: [only], provenance: 'constant', why: '' };
  const candidates = fitting.length === 0 ? all : fitting;
  return { candidates, provenance: 'constant', why: oneOfNames(candidates) };
}

/** `base_url: str | None = None`, a setting whose default is empty: nobody has to send it elsewhere. */
function mayBeLeftOut(value: Value): boolean {
  if (value.kind === 'choice')
    return value.options.some(isNothing) && value.options.every(option => isNothing(option) || option.kind === 'param' || isSet(option));
  return value.kind === 'param' && value.fallback !== undefined && isNull(value.fallback);
}
