import type { SyntaxNode } from '../../syntax';
import { verbatim } from '../../text-map';
import type { Value } from '../../values';
import { parts, type Site, sourceOf, spanOf } from './draft';
import { decode } from './escapes';
import { expression, opaque } from './expressions';
import { type LiteralShape, literalShape } from './literal-shape';

/** A string literal of any form. */
export function stringLiteral(node: SyntaxNode, site: Site): Value {
  const { file } = site;
  const at = spanOf(node, site);
  const shape = literalShape(file.text, at.start, at.end);
  if (shape === undefined) return opaque(node, site, 'could not be parsed');
  if (!shape.formatted) return { kind: 'text', at, text: decode(file.uri, file.text, shape.bodyStart, shape.bodyEnd, shape) };
  return { kind: 'template', at, parts: formattedParts(node, shape, site), literal: true };
}

export function character(node: SyntaxNode, site: Site): Value {
  const at = spanOf(node, site);
  const { file } = site;
  const shape: LiteralShape = {
    ...{ prefix: '', quote: "'", kind: 'regular', formatted: false, indentation: undefined },
    ...{ bodyStart: at.start + 1, bodyEnd: at.end - 1 },
  };
  return { kind: 'text', at, text: decode(file.uri, file.text, shape.bodyStart, shape.bodyEnd, shape) };
}

function formattedParts(node: SyntaxNode, shape: LiteralShape, site: Site): readonly Value[] {
  const found: Value[] = [];
  let from = shape.bodyStart;
  for (const child of node.namedChildren) {
    if (child?.type !== 'interpolation') continue;
    pushText(from, child.startIndex, shape, site, found);
    found.push(interpolation(child, site));
    from = child.endIndex;
  }
  pushText(from, shape.bodyEnd, shape, site, found);
  return found;
}

function pushText(start: number, end: number, shape: LiteralShape, { file }: Site, into: Value[]): void {
  if (start >= end) return;
  const text = decode(file.uri, file.text, start, end, shape);
  if (text.text !== '') into.push({ kind: 'text', at: { uri: file.uri, start, end }, text });
}

/** `{value,10:format}`: a format of a date says how often the text changes, so it is the value's `ToString(format)`; others only lay out. */
function interpolation(node: SyntaxNode, site: Site): Value {
  const inner = parts(node, site);
  const written = inner.find(part => part.type !== 'interpolation_brace');
  if (written === undefined) return opaque(node, site, 'could not be parsed');
  const value = expression(written, site);
  const clause = inner.find(part => part.type === 'interpolation_format_clause');
  const format = clause === undefined ? '' : sourceOf(clause, site).slice(1);
  if (clause === undefined || !/[yMdHhms]/.test(format)) return value;
  const at = spanOf(clause, site);
  const text: Value = { kind: 'text', at, text: verbatim(at.uri, at.start + 1, format) };
  const callee: Value = { kind: 'member', at: value.at, object: value, key: 'ToString' };
  return { kind: 'call', at: value.at, callee, args: [{ value: text, at }], argsAt: at };
}
