import { readFileSync, type Stats, statSync } from 'node:fs';
import { errorText } from '../core/error-text';

/** Longest text that is analysed, in bytes on disk or UTF-16 code units in the editor. */
export const MAX_TEXT_SIZE = 10_000_000;

export const TOO_LARGE = 'This file is too large to analyse: the limit is 10 MB.';
export const BINARY = 'This file looks binary, so it was not analysed.';

export type TextFile =
  /** `stamp` changes when the content may have changed. */
  | { readonly kind: 'text'; readonly text: string; readonly stamp: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'problem'; readonly message: string; readonly stamp: string };

/** Reads a file by its path, waiting for the disk: in a thread that does nothing else this is several times as fast. */
export function readTextFile(path: string): TextFile {
  try {
    const status = statSync(path);
    if (!status.isFile()) return { kind: 'missing' };
    const stamp = stampOf(status);
    if (status.size > MAX_TEXT_SIZE) return { kind: 'problem', message: TOO_LARGE, stamp };
    const text = decode(readFileSync(path));
    return text === undefined ? { kind: 'problem', message: BINARY, stamp } : { kind: 'text', text, stamp };
  } catch (error) {
    return failedRead(error);
  }
}

/** Changes when the content may have changed. */
export function stampOf({ mtimeMs, size }: Pick<Stats, 'mtimeMs' | 'size'>): string {
  return `${mtimeMs}:${size}`;
}

function failedRead(error: unknown): Extract<TextFile, { kind: 'missing' | 'problem' }> {
  if (isAbsence(error)) return { kind: 'missing' };
  return { kind: 'problem', message: `This file can't be read: ${errorText(error)}`, stamp: '' };
}

/** One serves all: it keeps nothing between texts. */
const UTF_8 = new TextDecoder();

/** The text without a byte order mark; undefined for binary content. Bytes that are no UTF-8 become U+FFFD. */
export function decode(bytes: Uint8Array): string | undefined {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  const text = (utf16 === undefined ? UTF_8 : new TextDecoder(utf16)).decode(bytes);
  return text.includes('\0') ? undefined : text;
}

/** Errors that mean "no file there"; ERR_INVALID_… are addresses that no file can have. */
function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'].includes(code) || code.startsWith('ERR_INVALID_');
}
