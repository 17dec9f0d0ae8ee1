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
  param: ValueOf<'param'>,
  isAsked: (argument: Pick<Argument, 'name'>, index: number) => boolean,
): readonly Argument[] {
  return args.map((argument, index) => {
    const value = asDefault(argument.value, param, name => isAsked(name === undefined ? argument : { name }, index));
    return value === argument.value ? argument : { ...argument, value };
  });
}

/** A text or number, or those that an object of options holds by name (`new ChatOpenAI({ model: 'gpt-5.4' })`). */
function asDefault(value: Value, { at, scope, name }: ValueOf<'param'>, isAsked: (key?: string) => boolean): Value {
  const ofParam = (fallback: Value): Value => ({ kind: 'param', at, scope, name, fallback });
  if (value.kind !== 'record') return says(value) && isAsked() ? ofParam(value) : value;
  const entries = value.entries.map(entry =>
    entry.key !== undefined && says(entry.value) && isAsked(entry.key) ? { ...entry, value: ofParam(entry.value) } : entry,
  );
  return { ...value, entries };
}

function says(value: Value): boolean {
  return value.kind === 'text' || (value.kind === 'scalar' && typeof value.value === 'number');
}
