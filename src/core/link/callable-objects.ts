import type { Value, ValueOf } from '../source/values';

/** `Object.assign((id) => model(id), { chat: … })`: a function that was given members is called like before. */
export function functionIn({ entries }: ValueOf<'record'>): Value | undefined {
  const [first] = entries;
  if (first?.key !== undefined || first?.value.kind !== 'spread') return undefined;
  return first.value.value.kind === 'function' ? first.value.value : undefined;
}
