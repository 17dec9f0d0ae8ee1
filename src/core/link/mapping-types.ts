import type { Value } from '../source/values';

/** Python's types of dictionaries, by the modules that have them. */
const MODULES: ReadonlySet<string> = new Set(['typing', 'typing_extensions', 'collections', 'collections.abc']);
const DICTIONARIES: ReadonlySet<string> = new Set([
  'Dict',
  'DefaultDict',
  'OrderedDict',
  'defaultdict',
  'Mapping',
  'MutableMapping',
  'ChainMap',
  'UserDict',
]);
/** Dictionaries that packages declare, by the package that has them. */
const OF_PACKAGES: ReadonlyMap<string, string> = new Map([
  ['RunnableConfig', 'langchain_core'],
  ['MessagesState', 'langgraph'],
  ['AgentState', 'langgraph'],
  ['DictConfig', 'omegaconf'],
]);

/** Whether a type says that an object is a dictionary and nothing of what is in it (`Dict[str, Any]`, LangGraph's `RunnableConfig`). */
export function isMapping(type: Value): boolean {
  if (type.kind !== 'external') return false;
  const name = type.path[type.path.length - 1] ?? '';
  if (MODULES.has(type.module)) return DICTIONARIES.has(name);
  return OF_PACKAGES.get(name) === type.module.split('.')[0];
}
