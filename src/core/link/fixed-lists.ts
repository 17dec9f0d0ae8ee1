import type { Value, ValueOf } from '../source/values';
import { changesOthers } from './changes';

/** Whether what stands in a list may be there any number of times, or not at all. */
export function isOpenItem({ kind }: Value): boolean {
  return kind === 'spread' || kind === 'repeat' || kind === 'optional';
}

/** Whether a list's length is known. */
export function isFixed({ items }: ValueOf<'list'>): boolean {
  return !items.some(isOpenItem);
}

/** The item that stands at a place of a list, counted from its end if negative; nothing else may push it from there. */
export function itemAt({ items }: ValueOf<'list'>, place: number): Value | undefined {
  const before = place < 0 ? items.slice(place) : items.slice(0, place + 1);
  return before.some(isOpenItem) || items.some(changesOthers) ? undefined : items.at(place);
}
