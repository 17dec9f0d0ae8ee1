import type { Value } from '../source/values';

/** Whether what stands in brackets behind a class (`Agent[Deps, str | Answer]`) is nothing but types: then the class is meant. */
export function areTypes(key: Value): boolean {
  switch (key.kind) {
    case 'list':
      return key.items.every(areTypes);
    case 'choice':
      return key.options.every(areTypes);
    case 'index':
      return areTypes(key.object) && areTypes(key.key);
    case 'operation':
      return key.operator === '|';
    case 'call':
      // `T = TypeVar("T")`
      return key.callee.kind === 'external' && key.callee.path[key.callee.path.length - 1] === 'TypeVar';
    default:
      return key.kind === 'external' || key.kind === 'class' || key.kind === 'scalar';
  }
}
