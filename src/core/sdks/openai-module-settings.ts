import { hole } from '../link/hole';
import { namedArguments } from '../request/arguments';
import { asText } from '../request/resolve';
import { languageOfUri } from '../source/languages/index';
import type { Argument, Value } from '../source/values';
import type { Surroundings } from './call-surroundings';
import type { SdkCall } from './sdk-call';

/** What tells the module itself whom it talks to: before version 1, and for those who make no client. */
const SETTINGS = ['api_type', 'api_base', 'base_url', 'azure_endpoint'];

/** `openai.api_type = 'azure'`, wherever it is said: in a class, by a constructor, or in another file, which may not be run. */
export function withModuleSettings(call: SdkCall, _: unknown, surroundings: Surroundings): SdkCall {
  const { object } = call;
  const own = namedArguments(object.layers);
  const isModule = isModuleItself(call) && SETTINGS.every(name => own.get([name]) === undefined);
  const set = isModule ? SETTINGS.flatMap(name => settingOf(name, call, surroundings) ?? []) : [];
  const layers = set.length === 0 ? object.layers : [{ args: set, positional: [] }, ...object.layers];
  const named = namedArguments(layers);
  const type = named.get(['api_type'])?.value;
  const isAzure = (type !== undefined && /^azure/i.test(asText(type) ?? '')) || named.get(['deployment_id']) !== undefined;
  return { ...call, object: { ...object, layers, ...(isAzure && { provider: 'azure' }) } };
}

/** In Python the module serves as a client, which nobody makes. */
function isModuleItself({ object: { name, layers } }: SdkCall): boolean {
  const uri = layers[0]?.args[0]?.at.uri;
  return (
    (name === undefined || name === 'default' || name === 'openai') &&
    layers.length === 1 &&
    uri !== undefined &&
    languageOfUri(uri) === 'python'
  );
}

function settingOf(name: string, { object }: SdkCall, surroundings: Surroundings): Argument | undefined {
  const value = surroundings.setOn(undefined, name);
  const at = object.layers[0]?.args[0]?.at;
  if (value === undefined || at === undefined || (isElsewhere(value, at.uri) && isLeftAtTimes(value))) return undefined;
  return {
    name: isElsewhere(value, at.uri) ? 'api_base' : name,
    value: isElsewhere(value, at.uri) ? unsure(name, value) : value,
    at: value.at,
  };
}

function isElsewhere({ at }: Value, uri: string): boolean {
  return at.uri !== uri;
}

/** What another file sets under a condition only is OpenAI's own unless it holds. */
function isLeftAtTimes(value: Value): boolean {
  return value.kind === 'choice' && value.options.some(({ kind }) => kind === 'external');
}

/** Programs of one folder need not have settings in common. */
function unsure(name: string, { at }: Value): Value {
  return hole(at, `openai.${name}`, 'another file sets it, which may be a part of the same program');
}
