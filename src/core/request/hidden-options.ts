import { openPart } from '../link/entries';
import { isNull } from '../link/plain-values';
import type { Value } from '../source/values';
import { asOptions, type NamedArguments } from './arguments';

/** `config.max_output_tokens` of a config that is not in sight. */
export function mayBeHidden(path: string, named: NamedArguments): boolean {
  return hiddenIn(path, named) !== undefined;
}

/** What of it is not in sight. */
export function hiddenIn(path: string, named: NamedArguments): Value | undefined {
  const [first = ''] = path.split('.');
  const options = first === path ? undefined : named.get([first])?.value;
  // A text is all that it says: `act('Close the banner')`, where others pass an object.
  if (options === undefined || isAbsent(options) || options.kind === 'text' || options.kind === 'template') return undefined;
  const record = asOptions(options);
  return record === undefined ? options : openPart(record);
}

/** `None`, `undefined` and the SDKs' markers for an argument that is not passed. */
export function isAbsent(value: Value): boolean {
  const last = value.kind === 'external' ? value.path[value.path.length - 1] : undefined;
  return isNull(value) || last === 'NOT_GIVEN' || last === 'omit';
}
