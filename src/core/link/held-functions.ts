import type { ScopeId, Value } from '../source/values';

/** Whether a value is a function, or a table or a list that holds it. */
export function holdsFunction(value: Value, fn: ScopeId): boolean {
  switch (value.kind) {
    case 'function':
      return value.scope === fn;
    case 'record':
      return value.entries.some(entry => holdsFunction(entry.value, fn));
    case 'list':
      return value.items.some(item => holdsFunction(item, fn));
    default:
      return false;
  }
}
