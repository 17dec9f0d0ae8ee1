import type { SyntaxNode } from '../../syntax';
import { verbatim } from '../../text-map';
import type { Hole, Value } from '../../values';
import { hole, parts, type Site, spanOf } from './draft';
import { decode } from './escapes';
import { expression, opaque } from './expressions';
import { type LiteralShape, literalShape } from './literal-shape';

export function stringLiteral(node: SyntaxNode, site: Site): Value {
  const { file } = site;
  const at = spanOf(node, file);
  const shape = literalShape(file.text, at.start, at.end);
  if (shape === undefined) return opaque(node, site, 'could not be parsed');
  if (shape.prefix.includes('t')) return opaque(node, site, 'a template object');
  if (shape.formatted) return { kind: 'template', at, parts: formattedParts(node, shape, site), literal: true };
  const pieces = textParts(shape.bodyStart, shape.bodyEnd, shape, site);
  const [only] = pieces;
  if (only === undefined) return { kind: 'text', at, text: verbatim(file.uri, shape.bodyStart, '') };
  if (pieces.length === 1 && only.kind === 'text') return { ...only, at };
  return { kind: 'template', at, parts: pieces, literal: true };
}

function textParts(start: number, end: number, shape: LiteralShape, site: Site): readonly Value[] {
  const { file } = site;
  const at = { uri: file.uri, start, end };
  return decode(file.uri, file.text, start, end, shape).map(piece =>
    'text' in piece
      ? { kind: 'text', at, text: piece.text }
      : namedCharacter(hole(piece.namedEscape, file, 'a character given by its name')),
  );
}

function namedCharacter(unknown: Hole): Hole {
  return { ...unknown, volatility: 'static', proven: true };
}

function formattedParts(node: SyntaxNode, shape: LiteralShape, site: Site): readonly Value[] {
  const found: Value[] = [];
  let from = shape.bodyStart;
  for (const child of node.namedChildren) {
    if (child?.type !== 'interpolation') continue;
    if (child.startIndex > from) found.push(...textParts(from, child.startIndex, shape, site));
    interpolation(child, site, found);
    from = child.endIndex;
  }
  if (shape.bodyEnd > from) found.push(...textParts(from, shape.bodyEnd, shape, site));
  return found;
}

/** `{value!r:spec}`; `{value=}` also writes its own source. Conversion and format are not applied. */
function interpolation(node: SyntaxNode, site: Site, into: Value[]): void {
  const { file } = site;
  const [inner, ...rest] = parts(node, site);
  if (inner === undefined) return;
  const start = node.startIndex + 1;
  const equals = /^\s*=\s*(?=[!:}])/.exec(file.text.slice(inner.endIndex, node.endIndex))?.[0];
  if (equals !== undefined) {
    const end = inner.endIndex + equals.length;
    into.push({ kind: 'text', at: { uri: file.uri, start, end }, text: verbatim(file.uri, start, file.text.slice(start, end)) });
  }
  const value = expression(inner, site);
  const specifier = rest.find(part => part.type === 'format_specifier');
  if (specifier !== undefined) opaque(specifier, site, 'a format');
  into.push(specifier === undefined ? value : withDateFormat(value, specifier, file));
}

/** `{now:%d %B}` is `now.strftime("%d %B")`: the format says how often the text changes. Other formats only lay out. */
function withDateFormat(value: Value, specifier: SyntaxNode, { uri }: Site['file']): Value {
  const format = specifier.text.slice(1);
  if (!/%[A-Za-z]/.test(format) || specifier.namedChildren.length > 0) return value;
  const at = { uri, start: specifier.startIndex, end: specifier.endIndex };
  const text: Value = { kind: 'text', at, text: verbatim(uri, specifier.startIndex + 1, format) };
  const callee: Value = { kind: 'member', at: value.at, object: value, key: 'strftime' };
  return { kind: 'call', at: value.at, callee, args: [{ value: text, at }], argsAt: at };
}
