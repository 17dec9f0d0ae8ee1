import type { Argument, ValueOf } from '../source/values';
import { asked } from './asked';
import { exportPath, makerOf, wrappedArgument } from './exports';
import { spelledOut, withHanded } from './handed';
import { objectsOf, type Search } from './objects';
import type { Sdk } from './sdk';
import type { SdkObject } from './sdk-call';

/** What an export makes when it is called or constructed with some arguments; `undefined`: they are not in sight. */
export function construct(
  search: Search,
  sdk: Sdk,
  type: ValueOf<'external'>,
  args: readonly Argument[] | undefined,
): readonly SdkObject[] {
  const path = exportPath(type, sdk);
  const found = path === undefined ? undefined : makerOf(sdk, path, type.module);
  if (found === undefined) return [];
  const { name, maker } = found;
  if (maker.wraps !== undefined) {
    const wrapped = wrappedArgument(maker, args ?? []);
    const objects = wrapped === undefined ? [] : objectsOf(search, wrapped);
    const around = maker.around === undefined ? objects : objects.map(object => maker.around?.(object, args ?? []) ?? object);
    return wrapped === undefined ? [] : wrapping(sdk, name, maker.makes, around);
  }
  if (maker.makes === undefined || (args !== undefined && maker.when?.(args) === false)) return [];
  const told = args === undefined || maker.asked === undefined ? args : asked(search, args, maker.asked);
  const layers = told === undefined ? [] : [spelledOut({ args: told, positional: maker.positional ?? [] })];
  const stated: SdkObject = {
    ...{ sdk, kind: maker.makes, name, provider: maker.provider, layers, unseen: args === undefined },
    ...(maker.defaultModel === undefined ? {} : { defaultModel: maker.defaultModel }),
  };
  return withHanded(maker.gives?.(stated) ?? stated, maker.objects ?? [], value => objectsOf(search, value));
}

/** What gives back what it wraps: with calls of its own where it has some (`makes`) that the wrapped object doesn't have anyway. */
function wrapping(sdk: Sdk, name: string, makes: string | undefined, wrapped: readonly SdkObject[]): readonly SdkObject[] {
  if (makes === undefined) return wrapped;
  const [first] = wrapped;
  const known = new Set(
    wrapped.flatMap(object => object.sdk.calls.flatMap(({ on = 'client', path }) => (on === object.kind ? [path] : []))),
  );
  const calls = sdk.calls.filter(({ path }) => !known.has(path));
  const { provider, layers } = first ?? { provider: undefined, layers: [] };
  return [...wrapped, { sdk: { ...sdk, calls }, kind: makes, name, provider, layers, unseen: false }];
}
