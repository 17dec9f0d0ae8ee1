/** Text as UTF-8, one character per byte. A lone surrogate becomes U+FFFD, as in every UTF-8 encoder. */
export function toUtf8(text: string): string {
  let bytes = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes += character;
    else if (code < 0x800) bytes += String.fromCharCode(0xc0 | (code >> 6), continuation(code));
    else if (code >= 0xd800 && code < 0xe000) bytes += '\xef\xbf\xbd';
    else if (code < 0x10000) bytes += String.fromCharCode(0xe0 | (code >> 12), continuation(code >> 6), continuation(code));
    else bytes += String.fromCharCode(0xf0 | (code >> 18), continuation(code >> 12), continuation(code >> 6), continuation(code));
  }
  return bytes;
}

function continuation(bits: number): number {
  return 0x80 | (bits & 0x3f);
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = Int8Array.from({ length: 128 }, (_, code) => DIGITS.indexOf(String.fromCharCode(code)));

/** Base64 to one character per byte. Padding and anything that is no digit ends it. */
export function fromBase64(text: string): string {
  let bytes = '';
  let bits = 0;
  let held = 0;
  for (let index = 0; index < text.length; index++) {
    const value = VALUES[text.charCodeAt(index)] ?? -1;
    if (value < 0) break;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes += String.fromCharCode((held >> bits) & 0xff);
    }
  }
  return bytes;
}
