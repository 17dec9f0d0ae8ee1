import type { ScopeId, Value } from '../source/values';
import { chooseOf } from './choose';

/** `self.model = override or self.model`: as it was, which is said beside it. */
export function withoutItself(value: Value, scope: ScopeId, key: string): Value {
  if (value.kind !== 'choice') return value;
  const others = value.options.filter(option => {
    const object = option.kind === 'member' && option.key === key ? option.object : undefined;
    return !((object?.kind === 'self' || object?.kind === 'instance') && object.scope === scope);
  });
  return others.length === value.options.length || others.length === 0 ? value : chooseOf(value.at, value, others);
}
