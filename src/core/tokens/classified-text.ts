import { NO_CLASS } from './character-classes';

/** Room behind the text for reads of whole words and looks ahead; zeros for the latter. */
const PADDING = 8;
/** Buffers up to this size are kept for the next text. */
const KEPT_BYTES = 1 << 20;

/** A text is read in slices: the engine compiles a function that is called again sooner than one in a long loop. */
const UNITS_AT_ONCE = 2048;

/** A text as UTF-8, with the class of each byte's character beside it. */
export interface ClassifiedText {
  readonly bytes: Uint8Array;
  /** The same memory, for reading four bytes at once. */
  readonly view: DataView;
  readonly classes: Uint8Array;
  /** In bytes. The buffers are longer; behind the text are zeros and NO_CLASS. */
  readonly length: number;
}

/**
 * Makes texts ready for scanning, in one pass over their UTF-16. All bytes of a character get its class, so that a run of a class is
 * found without decoding. A lone surrogate becomes U+FFFD, as in every UTF-8 encoder. A text is valid until the next one is asked for:
 * they share buffers, which hold at most 2 MB when they rest.
 */
export function textClassifier(characterClasses: Uint8Array): (text: string) => ClassifiedText {
  let kept = allocate(1 << 14);
  return text => {
    const longest = text.length * 3 + PADDING;
    let buffers = kept;
    if (buffers.bytes.length < longest) {
      buffers = allocate(Math.max(longest, Math.min(2 * kept.bytes.length, KEPT_BYTES)));
      if (buffers.bytes.length <= KEPT_BYTES) kept = buffers;
    }
    const { bytes, view, classes } = buffers;
    let length = 0;
    for (let start = 0; start < text.length; ) {
      const end = sliceEnd(text, start + UNITS_AT_ONCE);
      length = classify(text, start, end, characterClasses, bytes, classes, length);
      start = end;
    }
    bytes.fill(0, length, length + PADDING);
    classes.fill(NO_CLASS, length, length + PADDING);
    return { bytes, view, classes, length };
  };
}

function allocate(size: number) {
  const bytes = new Uint8Array(size);
  return { bytes, view: new DataView(bytes.buffer), classes: new Uint8Array(size) };
}

/** Where to stop near a place in a text, so that no surrogate pair is cut. */
function sliceEnd(text: string, near: number): number {
  if (near >= text.length) return text.length;
  return (text.charCodeAt(near) & 0xfc00) === 0xdc00 ? near + 1 : near;
}

/** Writes the bytes and classes of a slice from `length` on, and returns the new length. */
function classify(
  text: string,
  start: number,
  end: number,
  characterClasses: Uint8Array,
  bytes: Uint8Array,
  classes: Uint8Array,
  length: number,
): number {
  let at = length;
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      bytes[at] = unit;
      classes[at++] = characterClasses[unit] as number;
      continue;
    }
    let code = unit;
    if (unit >= 0xd800 && unit < 0xe000) {
      const low = unit < 0xdc00 && index + 1 < end ? text.charCodeAt(index + 1) : 0;
      if (low >= 0xdc00 && low < 0xe000) {
        code = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
        index++;
      } else code = 0xfffd;
    }
    const of = characterClasses[code] as number;
    if (code < 0x800) {
      bytes[at] = 0xc0 | (code >> 6);
      classes[at++] = of;
    } else {
      if (code < 0x10000) {
        bytes[at] = 0xe0 | (code >> 12);
        classes[at++] = of;
      } else {
        bytes[at] = 0xf0 | (code >> 18);
        classes[at++] = of;
        bytes[at] = 0x80 | ((code >> 12) & 0x3f);
        classes[at++] = of;
      }
      bytes[at] = 0x80 | ((code >> 6) & 0x3f);
      classes[at++] = of;
    }
    bytes[at] = 0x80 | (code & 0x3f);
    classes[at++] = of;
  }
  return at;
}
