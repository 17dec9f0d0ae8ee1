import { entryOf, openPart } from '../link/entries';
import { isNull } from '../link/plain-values';
import type { Value } from '../source/values';
import type { NamedArguments } from './arguments';
import { asOptions } from './as-record';

/** `config.max_output_tokens` of a config that is not in sight. */
export function mayBeHidden(path: string, named: NamedArguments): boolean {
  return hiddenIn(path, named) !== undefined;
}

/** What of it is not in sight: the config, or what stands in it (`config.generationConfig`). */
export function hiddenIn(path: string, named: NamedArguments): Value | undefined {
  const [first = '', ...inner] = path.split('.');
  let options = inner.length === 0 ? undefined : named.get([first])?.value;
  for (const key of inner) {
    // A text is all that it says: `act('Close the banner')`, where others pass an object.
    if (options === undefined || isAbsent(options) || options.kind === 'text' || options.kind === 'template') return undefined;
    const record = asOptions(options);
    const hidden = record === undefined ? options : openPart(record);
    if (record === undefined || hidden !== undefined) return hidden;
    options = entryOf(record, key).value;
  }
  return undefined;
}

/** `None`, `undefined` and the SDKs' markers for an argument that is not passed. */
export function isAbsent(value: Value): boolean {
  const last = value.kind === 'external' ? value.path[value.path.length - 1] : undefined;
  return isNull(value) || last === 'NOT_GIVEN' || last === 'omit';
}
