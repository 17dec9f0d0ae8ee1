import type { Span } from '../source/span';
import type { Value } from '../source/values';
import { Numbered } from './numbered';

/** Made of one part with others; more are rarely asked for again. */
const MOST_MADE = 2_000;

/** Said by the source alone, as it stands. */
const LEAVES: ReadonlySet<Value['kind']> = new Set(['text', 'class', 'function', 'self']);

/**
 * Answers by what they say: one that says the same as one before is that same value. Contexts look the same where they hold the same
 * values, and what was found out in one of them is used again in the other. What was made of a part goes with the first of its parts.
 */
export class CanonicalValues {
  /** By the first part: the only answer made of it, or all by their digests. */
  readonly #made = new WeakMap<object, Value | Map<number, Value[]>>();
  readonly #numbers = new Numbered();

  of(asked: object, answer: Value): Value {
    if (answer === asked || LEAVES.has(answer.kind)) return answer;
    const first = firstPart(answer) ?? asked;
    const made = this.#made.get(first);
    if (made === undefined) {
      this.#made.set(first, answer);
      return answer;
    }
    if (!(made instanceof Map)) {
      if (made === answer || saysTheSame(made, answer)) return made;
      this.#made.set(first, new Map([[this.#digestOf(made), [made]]]));
      return this.of(asked, answer);
    }
    return this.#amongMany(made, answer);
  }

  #amongMany(made: Map<number, Value[]>, answer: Value): Value {
    const digest = this.#digestOf(answer);
    const ofDigest = made.get(digest);
    const before = ofDigest?.find(other => saysTheSame(other, answer));
    if (before !== undefined) return before;
    if (made.size >= MOST_MADE) made.clear();
    if (ofDigest === undefined || made.size === 0) made.set(digest, [answer]);
    else ofDigest.push(answer);
    return answer;
  }

  #digestOf(whole: object): number {
    let digest = 0;
    for (const key in whole) digest = mixed(digest, this.#digestOfPart((whole as Fields)[key]));
    return digest;
  }

  #digestOfPart(part: unknown): number {
    if (typeof part === 'string') return digestOfText(part);
    if (typeof part === 'number') return part | 0;
    if (typeof part !== 'object' || part === null) return part === true ? 1 : 2;
    if (isSpan(part)) return mixed(part.start, part.end);
    if (Array.isArray(part)) return part.reduce<number>((digest, item) => mixed(digest, this.#digestOfPart(item)), part.length);
    return isGroup(part) ? this.#digestOf(part) : this.#numbers.of(part);
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** The first of the values that a value is made of. */
function firstPart(whole: object): object | undefined {
  for (const key in whole) {
    const found = firstIn((whole as Fields)[key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstIn(part: unknown): object | undefined {
  if (typeof part !== 'object' || part === null || isSpan(part)) return undefined;
  if (!Array.isArray(part)) return isGroup(part) ? firstPart(part) : part;
  for (const item of part) {
    const found = firstIn(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function saysTheSame(one: object, other: object): boolean {
  let more = 0;
  for (const key in one) {
    const part = (one as Fields)[key];
    if (part === undefined && !(key in other)) return false;
    if (!isSamePart(part, (other as Fields)[key])) return false;
    more += 1;
  }
  for (const _ in other) more -= 1;
  return more === 0;
}

function isSamePart(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (isSpan(one)) return isSpan(other) && one.start === other.start && one.end === other.end && one.uri === other.uri;
  if (Array.isArray(one))
    return Array.isArray(other) && one.length === other.length && one.every((item, index) => isSamePart(item, other[index]));
  return !Array.isArray(other) && isGroup(one) && isGroup(other) && saysTheSame(one, other);
}

/** What holds values and is none: an argument, an entry. */
function isGroup(part: object): boolean {
  return !('kind' in part) && 'value' in part;
}

function isSpan(part: object): part is Span {
  return 'uri' in part && 'start' in part;
}

const LONGEST_DIGESTED = 32;

function digestOfText(text: string): number {
  let digest = text.length;
  for (let index = 0; index < text.length && index < LONGEST_DIGESTED; index++) digest = mixed(digest, text.charCodeAt(index));
  return digest;
}

function mixed(digest: number, part: number): number {
  return (Math.imul(digest ^ part, 0x01000193) + (digest >>> 15)) | 0;
}
