import type { Value, ValueOf } from '../source/values';

/** Whether what stands in a list may be there any number of times, or not at all. */
export function isOpenItem({ kind }: Value): boolean {
  return kind === 'spread' || kind === 'repeat' || kind === 'optional';
}

/** Whether a list's length is known. */
export function isFixed({ items }: ValueOf<'list'>): boolean {
  return !items.some(isOpenItem);
}
