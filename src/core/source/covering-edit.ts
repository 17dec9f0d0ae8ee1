/** One edit that leads from one text to another, in UTF-16 code units: the stretch between what both begin and end with. */
export interface CoveringEdit {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Undefined for equal texts. Never cuts a surrogate pair. */
export function coveringEdit(before: string, after: string): CoveringEdit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--;
  let common = 0;
  while (common < shorter - start && before.charCodeAt(before.length - 1 - common) === after.charCodeAt(after.length - 1 - common))
    common++;
  if (common > 0 && isLowSurrogate(before.charCodeAt(before.length - common))) common--;
  return { start, oldEnd: before.length - common, newEnd: after.length - common };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
