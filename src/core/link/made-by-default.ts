import type { Argument, Value, ValueOf } from '../source/values';
import type { Evaluation } from './evaluation';

/**
 * An object that stands for a parameter where nobody passes another (`llm: Llm = Llm("gpt-5.4")`): whoever passes one decides what it
 * was made with, so that texts and numbers of it are defaults, too.
 */
export function madeByDefault({ lookup }: Evaluation, fallback: Value, param: ValueOf<'param'>): Value {
  if (fallback.kind !== 'instance') return fallback;
  return lookup.same.of([fallback], `default of ${param.at.uri}#${param.scope}.${param.name}`, () => ({
    ...fallback,
    args: asDefaults(fallback.args, param, () => true),
  }));
}

/** Arguments that a parameter's default is made with, by place or name, as what stands where another isn't passed. */
export function asDefaults(
  args: readonly Argument[],
  { at, scope, name }: ValueOf<'param'>,
  isAsked: (argument: Argument, index: number) => boolean,
): readonly Argument[] {
  return args.map((argument, index) => {
    const { value } = argument;
    const says = value.kind === 'text' || (value.kind === 'scalar' && typeof value.value === 'number');
    return says && isAsked(argument, index) ? { ...argument, value: { kind: 'param', at, scope, name, fallback: value } } : argument;
  });
}
