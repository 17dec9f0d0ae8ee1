import { madeText } from '../source/made-values';
import type { Value, ValueOf } from '../source/values';

/** Tools in a record by name (`{ weather: tool({ description: … }) }`) as the list that is sent, in which each has its name. */
export function namedTools(tools: ValueOf<'record'>): readonly Value[] {
  return tools.entries.map(({ key, value, at }): Value => {
    if (key === undefined || value.kind !== 'record') return value;
    const name: Value = madeText(key, at);
    return { ...value, entries: [{ key: 'name', value: name, at }, ...value.entries] };
  });
}
