import { hole } from '../link/hole';
import type { Argument, Value } from '../source/values';
import type { Search } from './objects';

/** Arguments as they are once functions among them were asked: `model: ({ requestContext }) => …` gives the model for each request. */
export function asked(search: Search, args: readonly Argument[], names: readonly string[]): readonly Argument[] {
  return args.map((argument): Argument => {
    const { name, value } = argument;
    if (name !== undefined) return names.includes(name) ? { ...argument, value: given(search, value) } : argument;
    if (value.kind !== 'record') return argument;
    const entries = value.entries.map(entry =>
      entry.key !== undefined && names.includes(entry.key) ? { ...entry, value: given(search, entry.value) } : entry,
    );
    return { ...argument, value: { ...value, entries } };
  });
}

/** What a function gives for a request of which nothing is known; itself, where that can't be said. */
function given({ evaluation, context }: Search, fn: Value): Value {
  if (fn.kind !== 'function') return fn;
  const { at } = fn;
  const request = { value: hole(at, 'request', 'told by each request'), at };
  const answer = evaluation.evaluate({ kind: 'call', at, callee: fn, args: [request], argsAt: { ...at, start: at.end } }, context);
  return answer.kind === 'call' && answer.callee.kind === 'function' ? fn : answer;
}
