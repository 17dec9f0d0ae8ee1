import type { Argument, Value, ValueOf } from '../source/values';

/**
 * The arguments of a call as they are where nobody passes another text for a parameter that has one by default (`args.model`), with
 * that parameter; undefined where there is none, or several.
 */
export function argsByDefault(
  args: readonly Argument[],
): { readonly args: readonly Argument[]; readonly passed: ValueOf<'param'> } | undefined {
  const [passed, ...others] = args.flatMap(({ value }) => (value.kind === 'param' && value.fallback?.kind === 'text' ? [value] : []));
  const { fallback } = passed ?? {};
  if (passed === undefined || fallback === undefined || others.some(({ name }) => name !== passed.name)) return undefined;
  return { passed, args: args.map(argument => (argument.value === passed ? { ...argument, value: fallback } : argument)) };
}

/** Whether a function gives different objects, alone or with a text beside them (`return OpenAI(), model`). */
export function givesObjects(result: Value): boolean {
  return (
    result.kind === 'choice' && result.options.every(option => (option.kind === 'list' ? option.items.some(isObject) : isObject(option)))
  );
}

function isObject({ kind }: Value): boolean {
  return kind === 'call' || kind === 'instance';
}

/** What a function gives for a parameter's default: texts in it are what whoever passes another text replaces. */
export function asDefaultOf(passed: ValueOf<'param'>, result: Value): Value | undefined {
  if (isObject(result)) return result;
  if (result.kind !== 'list' || !result.items.some(isObject)) return undefined;
  return { ...result, items: result.items.map(item => (item.kind === 'text' ? { ...passed, fallback: item } : item)) };
}
