import { codeBlocks, linesOf, type Range } from '../compression/protected-text';

/** Data inside of a text that no pass can shorten. */
export interface Bulk extends Range {
  readonly kind: 'base64' | 'HTML' | 'a log';
  readonly certain: boolean;
}

const LEAST_BASE64 = 200;
const LEAST_TAGS = 12;
const LEAST_LOG_LINES = 6;

const HTML_TAG =
  /<\/?(?:html|head|body|div|span|p|a|ul|ol|li|table|thead|tbody|tr|td|th|h[1-6]|img|script|style|meta|link|form|input|button|nav|section|article|header|footer|br|hr|b|i|em|strong|label|svg|path|iframe)\b[^<>]*>/gi;
const ABOUT_MARKUP = /\b(?:html|css|xpath|svg|dom|markup|selectors?|elements?|tags?)\b/i;
const LOG_LINE =
  /^[ \t]*(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?|\[?\d\d[:/]\w{2,3}[:/]\d{2,4}|[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d|\[?(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL|TRACE)\b)/;

export function bulkIn(text: string): readonly Bulk[] {
  return [...base64In(text), ...htmlIn(text), ...logsIn(text)];
}

/** Long runs of its alphabet, with all that makes it unlike words, hexadecimal digits and rules. */
function base64In(text: string): readonly Bulk[] {
  const pattern = new RegExp(`(data:[\\w/+.-]+;base64,)?[A-Za-z0-9+/]{${LEAST_BASE64},}={0,2}`, 'g');
  return [...text.matchAll(pattern)].flatMap(match => {
    const [found, prefix] = match;
    const mixed = [/[a-z]/, /[A-Z]/, /\d/].every(sign => sign.test(found)) && new Set(found).size > 20;
    return mixed ? [{ kind: 'base64' as const, certain: prefix !== undefined, from: match.index, to: match.index + found.length }] : [];
  });
}

/** A page or a good part of one. In a block of code, and where the words around speak of markup, it is what the prompt is about. */
function htmlIn(text: string): readonly Bulk[] {
  const code = codeBlocks(text);
  const tags = [...text.matchAll(HTML_TAG)].filter(({ index }) => !code.some(({ from, to }) => from <= index && index < to));
  const [first, last] = [tags[0], tags[tags.length - 1]];
  if (first === undefined || last === undefined || tags.length < LEAST_TAGS) return [];
  const from = first.index;
  const to = last.index + last[0].length;
  if (ABOUT_MARKUP.test(text.slice(0, from)) || ABOUT_MARKUP.test(text.slice(to))) return [];
  const share = tags.reduce((sum, [tag]) => sum + tag.length, 0) / (to - from);
  // `<a>, <b>, <br>`: names of elements.
  const closing = tags.filter(([tag]) => tag.startsWith('</')).length;
  if (closing < tags.length / 5 || share < 0.15 || new Set(tags.map(([tag]) => tag.replace(/[<>/]|\s.*/gs, '').toLowerCase())).size < 3)
    return [];
  return [{ kind: 'HTML', certain: /<!doctype html|<html\b|<body\b/i.test(text.slice(from > 100 ? from - 100 : 0, to)), from, to }];
}

function logsIn(text: string): readonly Bulk[] {
  const found: Bulk[] = [];
  let start: number | undefined;
  let lines = 0;
  let end = 0;
  const close = () => {
    if (start !== undefined && lines >= LEAST_LOG_LINES) found.push({ kind: 'a log', certain: false, from: start, to: end });
    start = undefined;
    lines = 0;
  };
  for (const line of linesOf(text)) {
    if (!LOG_LINE.test(line.text)) close();
    else {
      start ??= line.from;
      lines++;
      end = line.to;
    }
  }
  close();
  return found;
}
