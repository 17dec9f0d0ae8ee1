import type { Argument, Value } from './values';

/** What a call passes under a parameter's name. */
export function namedArgument(args: readonly Argument[], name: string): Value | undefined {
  return args.find(argument => argument.name === name)?.value;
}

/** A value as an argument of a name; none where there is no value. */
export function asArgument(name: string, value: Value | undefined): readonly Argument[] {
  return value === undefined ? [] : [{ name, value, at: value.at }];
}
