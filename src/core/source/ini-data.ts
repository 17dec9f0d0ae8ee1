import type { Span, Uri } from './span';
import { verbatim } from './text-map';
import type { Entry, Hole, Value } from './values';

/**
 * What an INI file says, as Python's configparser reads it: a table of sections, each a table of texts. Names of options are lower-case
 * there, and a line that is indented goes on with the value above it (https://docs.python.org/3/library/configparser.html, read 2026-11-22).
 * Packages that read INI files give values without their places, which edits and links need.
 */
export function iniValue(uri: Uri, text: string): Value {
  const sections: Entry[] = [];
  let options: Entry[] | undefined;
  let start = 0;
  for (const line of text.split('\n')) {
    const from = start;
    start += line.length + 1;
    const at = (first: number, length: number): Span => ({ uri, start: from + first, end: from + first + length });
    const head = /^\[([^\]]+)\]/.exec(line);
    if (head?.[1] !== undefined) {
      options = [];
      const value: Value = { kind: 'record', at: at(0, line.length), entries: options };
      sections.push({ key: head[1], keyAt: at(1, head[1].length), value, at: value.at });
      continue;
    }
    if (/^\s*(?:[#;]|$)/.test(line)) continue;
    const [last] = (options ?? []).slice(-1);
    if (/^\s/.test(line)) {
      if (last !== undefined) options?.splice(-1, 1, { ...last, value: unread(last.at, last.key ?? '') });
      continue;
    }
    const sign = line.search(/[=:]/);
    const key = (sign < 0 ? line : line.slice(0, sign)).trim();
    const written = sign < 0 ? '' : line.slice(sign + 1);
    const said = written.trim();
    const first = sign + 1 + (written.length - written.trimStart().length);
    const whole = at(0, line.trimEnd().length);
    const isFilledIn = /%\(|\$\{/.test(said);
    const value: Value = isFilledIn
      ? unread(whole, key)
      : { kind: 'text', at: at(first, said.length), text: verbatim(uri, from + first, said) };
    options?.push({ key: key.toLowerCase(), keyAt: at(0, key.length), value, at: whole });
  }
  return { kind: 'record', at: { uri, start: 0, end: text.length }, entries: sections };
}

/** A value that goes on over several lines, or into which another one is put. */
function unread(at: Span, label: string): Hole {
  const reason = 'put together in a way that is not read';
  return { kind: 'hole', at, label, volatility: 'unknown', growth: 'replace', proven: false, reason };
}
