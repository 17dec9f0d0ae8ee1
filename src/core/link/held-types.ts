import type { Value } from '../source/values';

/** What frameworks hand to tools and nodes (OpenAI Agents, pydantic-ai, LangGraph), and where it holds what its type says in brackets. */
const HOLDERS: ReadonlyMap<string, string> = new Map([
  ['RunContext', 'deps'],
  ['RunContextWrapper', 'context'],
  ['ToolContext', 'context'],
  ['Runtime', 'context'],
  ['ToolRuntime', 'context'],
]);

/** Whether a package's class is such a holder (Python): `RunContext` of `RunContext[Deps]`. */
export function isHolder(type: Value): boolean {
  return type.kind === 'external' && HOLDERS.has(type.path[type.path.length - 1] ?? '');
}

/** The type of a member of an object whose type is `RunContext[Deps]`: Deps, if it is `deps`. */
export function heldType(type: Value | undefined, key: string): Value | undefined {
  if (type?.kind !== 'index' || type.object.kind !== 'external') return undefined;
  if (HOLDERS.get(type.object.path[type.object.path.length - 1] ?? '') !== key) return undefined;
  return type.key.kind === 'list' ? type.key.items[0] : type.key;
}
