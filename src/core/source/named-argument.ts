import type { Argument, Value } from './values';

/** What a call passes under a parameter's name. */
export function namedArgument(args: readonly Argument[], name: string): Value | undefined {
  return args.find(argument => argument.name === name)?.value;
}
