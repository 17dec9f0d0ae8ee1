import type { Added } from './sdk';
import type { SdkCall } from './sdk-call';

/** A builder's method as the API calls what it sets: `maxCompletionTokens` is `max_completion_tokens`. */
function inWireCase(name: string): string {
  return name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_').toLowerCase();
}

/** Calls with their arguments under the API's own names, for SDKs that are made of the API's description; `forms`: methods that set another's argument. */
export function wireNames(forms: Readonly<Record<string, string>>): (call: SdkCall) => SdkCall {
  const nameOf = (method: string) => (Object.hasOwn(forms, method) ? forms[method] : undefined) ?? inWireCase(method);
  return call => {
    const layers = call.object.layers.map(layer => ({
      ...layer,
      args: layer.args.map(argument => (argument.name === undefined ? argument : { ...argument, name: nameOf(argument.name) })),
    }));
    return { ...call, object: { ...call.object, layers } };
  };
}

export function addsInWireCase(adds: Readonly<Record<string, Added>>): Readonly<Record<string, Added>> {
  return Object.fromEntries(Object.entries(adds).map(([name, added]) => [inWireCase(name), added]));
}
