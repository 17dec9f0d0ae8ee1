import { isNull, plainText } from '../link/plain-values';
import type { Value } from '../source/values';
import type { NamedArguments } from './arguments';
import { namedTools } from './tool-records';

/** Where a call says by name which of its tools are sent. */
const NAMING = ['activeTools', 'experimental_activeTools', 'options.activeTools', 'defaultOptions.activeTools'];

/** Of the tools that a call is given those that are sent; what may be left out is optional. */
export function activeTools(tools: Value | undefined, named: NamedArguments): Value | undefined {
  const naming = tools?.kind === 'record' ? named.get(NAMING)?.value : undefined;
  if (tools?.kind !== 'record' || naming === undefined || isNull(naming)) return tools;
  const ways = naming.kind === 'choice' ? naming.options : [naming];
  const items = tools.entries.flatMap((entry): Value | readonly Value[] => {
    const isSent = ways.map(way => sends(way, entry.key));
    if (isSent.every(sent => sent === false)) return [];
    const [tool] = namedTools({ ...tools, entries: [entry] });
    const isSure = tool === undefined || isSent.every(sent => sent === true) || tool.kind === 'optional' || tool.kind === 'spread';
    return isSure ? (tool ?? []) : [{ kind: 'optional', at: tool.at, item: tool }];
  });
  return { kind: 'list', at: tools.at, items };
}

/** Undefined: that isn't known. */
function sends(names: Value, tool: string | undefined): boolean | undefined {
  if (isNull(names)) return true;
  if (names.kind !== 'list' || tool === undefined) return undefined;
  const each = names.items.map(plainText);
  if (each.includes(tool)) return true;
  return each.includes(undefined) ? undefined : false;
}
