import type { Uri } from '../../span';
import { type MappedText, textBuilder } from '../../text-map';

const SIMPLE: Readonly<Record<string, string>> = {
  ...{ a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
  ...{ '\\': '\\', "'": "'", '"': '"' },
};

/** Decodes what stands between the quotes of a literal, remembering for every character where it stands. */
export function decodeLiteral(uri: Uri, source: string, start: number, raw: boolean): MappedText {
  const built = textBuilder(uri);
  let done = 0;
  for (const match of source.matchAll(raw ? /\r\n?/g : /\\/g)) {
    const at = match.index;
    if (at < done) continue;
    built.add(source.slice(done, at), start + done);
    // A raw literal leaves carriage returns out; one before a line feed belongs to that line's end.
    const { decoded, length } = raw ? { decoded: match[0].slice(1), length: match[0].length } : readEscape(source, at);
    if (decoded !== '') built.add(decoded, start + at, length);
    done = at + length;
  }
  built.add(source.slice(done), start + done);
  return built.build();
}

/** Reads the escape at a backslash. What is no valid escape is taken as it stands. */
function readEscape(source: string, at: number): { readonly decoded: string; readonly length: number } {
  const simple = SIMPLE[source[at + 1] ?? ''];
  if (simple !== undefined) return { decoded: simple, length: 2 };
  const head = source.slice(at, at + 40);
  const bytes = /^(?:\\x[0-9a-f]{2}|\\[0-7]{3})+/i.exec(head);
  if (bytes !== null) return bytesOf(bytes[0]);
  const [all = '', short, long] = /^\\(?:u([0-9a-f]{4})|U([0-9a-f]{8}))/i.exec(head) ?? [];
  const point = Number.parseInt(short ?? long ?? '', 16);
  return point <= 0x10ffff ? { decoded: String.fromCodePoint(point), length: all.length } : { decoded: '\\', length: 1 };
}

/** Bytes written out are UTF-8, one character of which may take several. */
function bytesOf(source: string): { readonly decoded: string; readonly length: number } {
  const codes = [...source.matchAll(/\\x(..)|\\(\d{3})/g)].map(([, hex, octal]) =>
    Number.parseInt(hex ?? octal ?? '', hex === undefined ? 8 : 16),
  );
  const [first = 0] = codes;
  const size = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  const taken = codes.slice(0, size);
  const more = taken.slice(1).reduce((code, next) => code * 64 + (next % 64), first % 2 ** (size === 1 ? 8 : 7 - size));
  const point = taken.length === size && more <= 0x10ffff ? more : first;
  return { decoded: String.fromCodePoint(point), length: taken.length * 4 };
}
