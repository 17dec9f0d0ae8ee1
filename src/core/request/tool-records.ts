import { madeText } from '../source/made-values';
import type { Value, ValueOf } from '../source/values';

/** What a tool runs, gives back and asks for first is the program's own. */
const NOT_SENT =
  /^(?:execute|func|run|handler|outputSchema|responseFormat|toModelOutput|needsApproval|requireApproval|isEnabled|verbose|callbacks)$/;

/** A tool as it is sent: what it is called, what it is for, and what it takes. */
export function toldOfTool(tool: ValueOf<'record'>): ValueOf<'record'> {
  const entries = tool.entries.filter(({ key }) => key === undefined || !NOT_SENT.test(key));
  return entries.length === tool.entries.length ? tool : { ...tool, entries };
}

/** Tools in a record by name (`{ weather: tool({ description: … }) }`) as the list that is sent, in which each has its name. */
export function namedTools(tools: ValueOf<'record'>): readonly Value[] {
  return tools.entries.map(({ key, value, at }): Value => {
    if (key === undefined || value.kind !== 'record') return value;
    const name: Value = madeText(key, at);
    return { ...value, entries: [{ key: 'name', value: name, at }, ...value.entries] };
  });
}
