import { entryOf } from '../link/entries';
import { isFromCaller } from '../link/volatility';
import { lastName } from '../source/last-name';
import type { Argument, Value, ValueOf } from '../source/values';
import { addressParts } from './address-parts';
import { argumentIn } from './handed';
import { requestTaken } from './passed-request';
import { pathOf } from './path-steps';
import type { Sdk } from './sdk';
import type { SdkIndex } from './sdk-index';

/** The SDK whose call a method is that is handed a request made before, whatever it is called on; and where that goes. */
export function sentRequest(
  callee: Value,
  args: () => readonly Argument[],
  sdks: SdkIndex,
): { readonly sdk: Sdk; readonly address: Value } | undefined {
  const name =
    callee.kind === 'member'
      ? callee.key
      : callee.kind === 'param'
        ? lastName(callee.name)
        : callee.kind === 'external'
          ? callee.path[callee.path.length - 1]
          : undefined;
  for (const sdk of name === undefined ? [] : sdks.withCall(name)) {
    const address = sdk.addressIn?.(args());
    if (address !== undefined) return { sdk, address };
  }
  return undefined;
}

/**
 * Whether a request goes where callers say (`fetch(url, { body })`): by the address that one of them passes it may be a call of a
 * model. Of functions of packages and of the language itself, and of the sessions that packages make.
 */
export function goesWhereCallersSay(callee: Value, args: () => readonly Argument[], sdks: SdkIndex): boolean {
  const sent = sentRequest(callee, args, sdks);
  if (sent !== undefined) return endsAsPassed(sent.address);
  // `ask(url, init, send = fetch)`: whoever passes nothing else has it sent by the default.
  if (callee.kind === 'param') return callee.fallback !== undefined && goesWhereCallersSay(callee.fallback, args, sdks);
  if (callee.kind === 'member') return isSessionsRequest(callee, args, sdks);
  if (callee.kind !== 'external') return false;
  const path = pathOf(callee.path[0] === 'default' ? callee.path.slice(1) : callee.path);
  const takesAddress = sdks
    .ofModule(callee.module)
    .some(sdk => sdk.addressTells === true && sdk.modules.includes(callee.module) && sdk.calls.some(call => call.path === path));
  if (!takesAddress) return false;
  const given = requestTaken(args());
  const passed = (given.find(({ name }) => name === 'url') ?? given[0])?.value;
  // `(...args) => fetch(...args)` passes on all that it is passed.
  const address = passed?.kind === 'spread' ? passed.value : passed;
  const end = address?.kind === 'record' ? (entryOf(address, 'url').value ?? entryOf(address, 'path').value) : address;
  return end !== undefined && endsAsPassed(end);
}

/** `aiohttp.ClientSession().post(url, json=body)` */
function isSessionsRequest({ object, key }: ValueOf<'member'>, args: () => readonly Argument[], sdks: SdkIndex): boolean {
  if (object.kind !== 'call' || object.callee.kind !== 'external') return false;
  const { module, path } = object.callee;
  return sdks.ofModule(module).some(sdk => {
    const { makes } = sdk.makers[path[path.length - 1] ?? ''] ?? {};
    const shape = sdk.addressTells === true ? sdk.calls.find(call => call.on === makes && call.path === key) : undefined;
    const address = shape && argumentIn({ args: args(), positional: shape.positional ?? [] }, 'url');
    return makes !== undefined && address !== undefined && endsAsPassed(address);
  });
}

/** The end of an address says which API it is. */
function endsAsPassed(address: Value): boolean {
  const parts = addressParts(address);
  const last = parts[parts.length - 1];
  return last !== undefined && (isFromCaller(last) || isOfObject(last));
}

/** `this.address()`, which a class leaves to those that extend it: the object decides that the method is called on. */
function isOfObject(value: Value): boolean {
  if (value.kind === 'call') return value.callee.kind === 'member' && isOfObject(value.callee);
  return value.kind === 'member' && value.object.kind === 'self';
}
