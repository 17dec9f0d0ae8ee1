import type { Uri } from '../../span';
import { type MappedText, textBuilder } from '../../text-map';

export interface LiteralSource {
  readonly uri: Uri;
  readonly text: string;
  /** The body's range, without its quotes. */
  readonly start: number;
  readonly end: number;
}

/** How a body is read: `raw` keeps backslashes (String.raw); templates turn CRLF into LF. */
export type TextFlavour = 'string' | 'template' | 'raw';

const simpleEscapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', v: '\v', f: '\f' };
const special: Readonly<Record<TextFlavour, RegExp>> = { string: /\\/g, template: /\\|\r\n?/g, raw: /\r\n?/g };

/** Decodes a literal's body, remembering for every character where it stands. */
export function decodeText({ uri, text, start, end }: LiteralSource, flavour: TextFlavour): MappedText {
  const built = textBuilder(uri);
  const body = text.slice(start, end);
  let done = 0;
  for (const match of body.matchAll(special[flavour])) {
    const at = match.index;
    // An escape already read reaches over this match (`\\`, `\` before a line end).
    if (at < done) continue;
    built.add(body.slice(done, at), start + done);
    const { decoded, length } = match[0] === '\\' ? readEscape(body, at) : { decoded: '\n', length: match[0].length };
    // A line continuation stands for nothing: a gap in the map.
    if (decoded !== '') built.add(decoded, start + at, length);
    done = at + length;
  }
  built.add(body.slice(done), start + done);
  return built.build();
}

/** Reads the escape at a backslash. What is no valid escape is taken as it stands. */
function readEscape(body: string, at: number): { readonly decoded: string; readonly length: number } {
  const next = body[at + 1];
  if (next === undefined) return { decoded: '\\', length: 1 };
  const simple = simpleEscapes[next];
  if (simple !== undefined) return { decoded: simple, length: 2 };
  if (next === '\r' && body[at + 2] === '\n') return { decoded: '', length: 3 };
  if (/[\n\r\u2028\u2029]/.test(next)) return { decoded: '', length: 2 };
  const rest = body.slice(at, at + 12);
  const code = /^\\(?:u\{0*([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2}))/i.exec(rest);
  if (code !== null) {
    const point = Number.parseInt(code[1] ?? code[2] ?? code[3] ?? '', 16);
    if (point <= 0x10ffff) return { decoded: String.fromCodePoint(point), length: code[0].length };
  }
  if (next === 'u' || next === 'x') return { decoded: `\\${next}`, length: 2 };
  const octal = /^\\([0-3][0-7]{0,2}|[4-7][0-7]?)/.exec(rest);
  if (octal !== null) return { decoded: String.fromCharCode(Number.parseInt(octal[1] ?? '', 8)), length: octal[0].length };
  return { decoded: next, length: 2 };
}
