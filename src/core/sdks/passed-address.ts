import { isFromCaller } from '../link/volatility';
import type { Argument, Value } from '../source/values';
import { pathOf } from './objects';
import type { SdkIndex } from './sdk-index';

/**
 * Whether a request goes where callers say (`fetch(url, { body })`): by the address that one of them passes it may be a call of a
 * model. Only of functions of packages and of the language itself; what a session's own address is put before is not looked into.
 */
export function goesWhereCallersSay(callee: Value, args: () => readonly Argument[], sdks: SdkIndex): boolean {
  if (callee.kind !== 'external') return false;
  const path = pathOf(callee.path[0] === 'default' ? callee.path.slice(1) : callee.path);
  const takesAddress = sdks
    .ofModule(callee.module)
    .some(sdk => sdk.addressTells === true && sdk.modules.includes(callee.module) && sdk.calls.some(call => call.path === path));
  if (!takesAddress) return false;
  const given = args();
  const address = (given.find(({ name }) => name === 'url') ?? given[0])?.value;
  return address !== undefined && endsAsPassed(address);
}

/** The end of an address says which API it is. */
function endsAsPassed(address: Value): boolean {
  if (address.kind === 'template') {
    const last = address.parts[address.parts.length - 1];
    return last !== undefined && isFromCaller(last);
  }
  if (address.kind === 'operation' && address.operator === '+') return endsAsPassed(address.right);
  return isFromCaller(address);
}
