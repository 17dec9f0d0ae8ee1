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
  let start = commonStart(before, after, shorter);
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--;
  let common = commonEnd(before, after, shorter - start);
  if (common > 0 && isLowSurrogate(before.charCodeAt(before.length - common))) common--;
  return { start, oldEnd: before.length - common, newEnd: after.length - common };
}

/** Texts of megabytes are compared at every keystroke, so most of it in stretches, which an engine does much faster than unit by unit. */
const STRETCH = 4096;

/** How many code units two texts begin with alike, at most so many. */
function commonStart(one: string, other: string, most: number): number {
  let length = 0;
  while (length + STRETCH <= most && one.slice(length, length + STRETCH) === other.slice(length, length + STRETCH)) length += STRETCH;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length++;
  return length;
}

/** The same of their ends. */
function commonEnd(one: string, other: string, most: number): number {
  const stretch = (text: string, length: number) => text.slice(text.length - length - STRETCH, text.length - length);
  let length = 0;
  while (length + STRETCH <= most && stretch(one, length) === stretch(other, length)) length += STRETCH;
  while (length < most && one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length)) length++;
  return length;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
