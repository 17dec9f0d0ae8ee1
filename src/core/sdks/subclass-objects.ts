import { isOfDoublesClass } from '../link/doubles';
import { scopeOf } from '../link/evaluation';
import { declaredFields } from '../link/fields';
import { MOST_BASES } from '../link/lineage';
import { argsForBase, keptKeywords } from '../link/objects';
import type { ValueOf } from '../source/values';
import { construct } from './constructed';
import { FREE } from './handed';
import type { Search } from './objects';
import type { SdkObject } from './sdk-call';

/** `class Short(ChatOpenAI): max_tokens = 50` makes such a model with what the class and its constructors say. */
export function ofSubclass(search: Search, object: ValueOf<'instance'> | ValueOf<'self'>): readonly SdkObject[] {
  const { evaluation, context } = search;
  const made = constructedAbove(search, object, 0);
  if (made.length === 0) return [];
  if (isOfDoublesClass(evaluation, object)) return made.map(each => ({ ...each, kind: FREE }));
  const own = [declaredFields(evaluation, object, context), keptKeywords(evaluation, object)].map(args => ({ args, positional: [] }));
  return made.map(each => ({ ...each, layers: [...own, ...each.layers] }));
}

function constructedAbove(search: Search, object: ValueOf<'instance'> | ValueOf<'self'>, depth: number): readonly SdkObject[] {
  const { evaluation, context } = search;
  return (scopeOf(evaluation, object.at.uri, object.scope)?.bases ?? []).flatMap(base => {
    const type = evaluation.evaluate(base, context);
    if (type.kind !== 'external' && (type.kind !== 'class' || depth > MOST_BASES)) return [];
    const args = argsForBase(evaluation, object, context);
    if (type.kind === 'external') return search.sdks.ofModule(type.module).flatMap(sdk => construct(search, sdk, type, args));
    const place = { at: type.at, scope: type.scope };
    return constructedAbove(search, args === undefined ? { kind: 'self', ...place } : { kind: 'instance', ...place, args }, depth + 1);
  });
}
