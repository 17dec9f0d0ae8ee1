import type { Argument, Value, ValueOf } from '../source/values';
import { argumentIn } from './handed';
import type { Maker, Sdk } from './sdk';

/** What a value of a package is to an SDK: the module itself, or one of its exports, by the members that lead to it. */
export function exportPath({ module, path }: ValueOf<'external'>, sdk: Sdk): readonly string[] | undefined {
  for (const name of sdk.modules) {
    if (module === name || module.startsWith(`${name}/`) || module.startsWith(`${name}.`)) return path;
    if (!name.startsWith(`${module}.`)) continue;
    const missing = name.slice(module.length + 1).split('.');
    if (missing.every((step, index) => path[index] === step)) return path.slice(missing.length);
  }
  return undefined;
}

/** The export that such a path ends in; submodules before it don't matter (`openai.lib.azure.AzureOpenAI`). */
export function makerOf(sdk: Sdk, path: readonly string[], module = ''): { readonly name: string; readonly maker: Maker } | undefined {
  if (path.length === 0) return named(sdk, 'default');
  // Where each of its packages has an export of one name, the package stands before it: `anthropic.New`.
  const inPackage = named(sdk, `${module.slice(module.lastIndexOf('/') + 1)}.${path.join('.')}`);
  if (inPackage !== undefined) return inPackage;
  for (let from = 0; from < path.length; from++) {
    const found = named(sdk, path.slice(from).join('.'));
    if (found !== undefined) return found;
  }
  return undefined;
}

function named(sdk: Sdk, name: string) {
  const maker = Object.hasOwn(sdk.makers, name) ? sdk.makers[name] : undefined;
  return maker && { name, maker };
}

/** Whether a name is one of the exports that an SDK's tables tell of. */
export function exportsName(sdk: Sdk, name: string): boolean {
  return Object.hasOwn(sdk.makers, name) || Object.hasOwn(sdk.messages ?? {}, name) || sdk.names?.has(name) === true;
}

/** What a maker that wraps gives back. */
export function wrappedArgument({ wraps, positional }: Maker, args: readonly Argument[]): Value | undefined {
  return typeof wraps === 'string' ? argumentIn({ args, positional: positional ?? [] }, wraps) : wraps && args[0]?.value;
}

/** `openai.lib.azure` and `openai/index` are parts of `openai`; `openai_helpers` is not. */
export function belongs(module: string, sdk: Sdk): boolean {
  return sdk.modules.some(name => module === name || module.startsWith(`${name}/`) || module.startsWith(`${name}.`));
}

/** Whether an import of this name can only mean the package, never a file of the project. */
export function isSurelyPackage(module: string, sdks: readonly Sdk[]): boolean {
  return sdks.some(sdk => belongs(module, sdk) && sdk.sharedNames?.some(name => module === name || module.startsWith(`${name}.`)) !== true);
}
