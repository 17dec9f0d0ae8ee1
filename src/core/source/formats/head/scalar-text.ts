import { isAlias, isScalar, type Node, type Scalar } from 'yaml';
import { type MappedText, textBuilder } from '../../text-map';
import { type EmbeddedText, wholeText } from './embedded-text';
import { nodeAt, resolved, spanOf, type YamlHead } from './yaml-head';

/** The string at a path with the source of each character; undefined: there is none, or no text. */
export function textAt(head: YamlHead, path: readonly string[]): EmbeddedText | undefined {
  return textOf(head, nodeAt(head.document, path));
}

export function textOf(head: YamlHead, node: Node | undefined): EmbeddedText | undefined {
  const scalar = resolved(head.document, node);
  if (node === undefined || !isScalar(scalar) || typeof scalar.value !== 'string') return undefined;
  const span = spanOf(head, node);
  // The text stands where the anchor is, and perhaps in other prompts as well.
  if (isAlias(node)) return { text: wholeText(head.uri, scalar.value, span.start, span.end - span.start), span, ownLines: false };
  const block = scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED';
  const start = span.start + (block ? headerLength(head.source, span.start - head.start) : 0);
  const text = aligned(head, scalar, scalar.value) ?? wholeText(head.uri, scalar.value, span.start, span.end - span.start);
  return { text, span: { ...span, start: Math.min(start, span.end) }, ownLines: scalar.type === 'BLOCK_LITERAL' };
}

function headerLength(source: string, from: number): number {
  const newline = source.indexOf('\n', from);
  return (newline === -1 ? source.length : newline + 1) - from;
}

/** Walks source and value side by side. Undefined where they don't go together, so that no wrong place is ever given. */
function aligned(head: YamlHead, scalar: Scalar, value: string): MappedText | undefined {
  const { source } = head;
  const [from, to] = scalar.range ?? [0, 0];
  const quote = scalar.type === 'QUOTE_DOUBLE' ? '"' : scalar.type === 'QUOTE_SINGLE' ? "'" : '';
  const block = scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED';
  const indent = block ? blockIndent(source.slice(from + headerLength(source, from)), value) : 0;
  const end = to - quote.length;
  const built = textBuilder(head.uri);
  let at = block ? from + headerLength(source, from) : from + quote.length;
  let done = 0;
  let literal = 0;
  const flush = () => {
    if (done > literal) built.add(value.slice(literal, done), head.start + at - (done - literal));
    literal = done;
  };
  const emit = (length: number, sourceLength: number) => {
    flush();
    built.add(value.slice(done, done + length), head.start + at, sourceLength);
    done += length;
    literal = done;
    at += sourceLength;
  };
  const skip = (length: number) => {
    flush();
    at += length;
  };
  const skipIndent = () => {
    let length = 0;
    while (length < indent && source[at + length] === ' ') length++;
    if (length > 0) skip(length);
  };
  if (block) skipIndent();
  while (done < value.length) {
    const [char, wanted] = [source[at], value[done]];
    if (at >= end || char === undefined) {
      // A last line end that the file doesn't have.
      if (value.slice(done).trim() !== '') return undefined;
      emit(value.length - done, 0);
    } else if (char === '\n' || (char === '\r' && source[at + 1] === '\n')) {
      const newline = char === '\n' ? 1 : 2;
      const folded = block ? newline : newline + blanks(source, at + newline);
      if (wanted === '\n' || (wanted === ' ' && scalar.type !== 'BLOCK_LITERAL')) emit(1, folded);
      else if (scalar.type !== 'BLOCK_LITERAL') skip(folded);
      else return undefined;
      if (block) skipIndent();
    } else if (quote === '"' && char === '\\') {
      const gap = /^\\(\r?\n)[ \t]*/.exec(source.slice(at, at + 400))?.[0].length;
      if (gap !== undefined) skip(gap);
      else emit(source[at + 1] === 'U' && (value.codePointAt(done) ?? 0) > 0xffff ? 2 : 1, escapeLength(source[at + 1]));
    } else if (quote === "'" && char === "'") {
      if (wanted !== "'" || source[at + 1] !== "'") return undefined;
      emit(1, 2);
    } else if (char === wanted) {
      done++;
      at++;
    } else if ((char === ' ' || char === '\t') && scalar.type !== 'BLOCK_LITERAL') skip(1);
    else return undefined;
  }
  flush();
  return built.build();
}

function escapeLength(kind: string | undefined): number {
  return kind === 'x' ? 4 : kind === 'u' ? 6 : kind === 'U' ? 10 : 2;
}

function blanks(source: string, from: number): number {
  let length = 0;
  while (source[from + length] === ' ' || source[from + length] === '\t') length++;
  return length;
}

/** What the source's first line that isn't blank is indented by beyond its text. */
function blockIndent(content: string, value: string): number {
  const lead = (text: string) => /^(?:[ \t]*\r?\n)*( *)/.exec(text)?.[1]?.length ?? 0;
  return Math.max(0, lead(content) - lead(value));
}
