import { isNull } from '../link/plain-values';
import type { Value } from '../source/values';
import type { SdkIndex } from './sdk-index';

/** Objects that tests hand in for a client, by what they call them. */
export const DOUBLE = /mock|fake|stub|dummy|SimpleNamespace/i;

/**
 * An object that a class of a package makes, or whose type is one (`new Gateway()`, `gateway: Gateway`), and that is no test's double. What
 * those of an SDK make, its tables say.
 */
export function isMadeByPackage(value: Value, sdks: SdkIndex): boolean {
  switch (value.kind) {
    case 'choice':
      return (
        value.options.some(option => isMadeByPackage(option, sdks)) &&
        value.options.every(option => isNull(option) || isMadeByPackage(option, sdks))
      );
    case 'param':
      return value.type !== undefined && isPackagesClass(value.type, sdks) && !DOUBLE.test(value.name);
    case 'call':
      return isPackagesClass(value.callee, sdks);
    default:
      return false;
  }
}

function isPackagesClass(value: Value, sdks: SdkIndex): boolean {
  return (
    value.kind === 'external' &&
    value.module !== 'global' &&
    sdks.ofModule(value.module).length === 0 &&
    !DOUBLE.test([value.module, ...value.path].join('.')) &&
    /^\p{Lu}/u.test(value.path[value.path.length - 1] ?? '')
  );
}
