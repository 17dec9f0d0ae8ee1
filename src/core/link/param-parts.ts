import type { Value, ValueOf } from '../source/values';

/** What stands under a key of what a caller passes: `fallback` is what stands there by default. */
export function partOfParam(param: ValueOf<'param'>, key: string, fallback: Value | undefined): ValueOf<'param'> {
  const { type: _, fallback: __, ...whole } = param;
  // A pattern that is taken apart in the body has its source for a name.
  const name = param.name.startsWith('{') ? key : withKey(param.name, key);
  return { ...whole, name, ...(fallback === undefined ? {} : { fallback }) };
}

/** What a part of something is called: `options.model`, `items[0]`. */
export function withKey(name: string, key: string): string {
  return /^-?\d+$/.test(key) ? `${name}[${key}]` : `${name}.${key}`;
}
