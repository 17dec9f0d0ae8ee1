import type { Span } from '../source/span';
import type { Entry, Value } from '../source/values';
import { toPieces } from './pieces';
import type { Piece } from './request';

/** Characters that no text of a request has: between them stands the number of a part that is put in. */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];
const PART = /\uE000(\d+)\uE001/;

/** What a body says that is written as a text of JSON (`$"{{\"model\": \"{model}\"}}"`), parts that are put in as they are. Undefined: it is none. */
export function parsedBody(value: Value): Value | undefined {
  if (value.kind !== 'text' && value.kind !== 'template' && value.kind !== 'operation') return undefined;
  const pieces = toPieces(value);
  const written = pieces.map((piece, index) => (piece.kind === 'text' ? piece.text.text : `${OPEN}${index}${CLOSE}`)).join('');
  if (!/^\s*\{/.test(written)) return undefined;
  try {
    return lowered(JSON.parse(quoted(written)), pieces, value.at);
  } catch {
    // Not JSON: it is sent as it is.
    return undefined;
  }
}

/** A part that stands for a whole value is put in quotes; one that brings its own stands between texts already. */
function quoted(written: string): string {
  return written.replace(/"(?:[^"\\]|\\.)*"?|\uE000\d+\uE001/g, part => (part.startsWith('"') ? part : `"${part}"`));
}

function lowered(json: unknown, pieces: readonly Piece[], at: Span): Value {
  if (typeof json === 'string') return textOf(json, pieces, at);
  if (Array.isArray(json)) return { kind: 'list', at, items: json.map(item => lowered(item, pieces, at)) };
  if (typeof json === 'object' && json !== null) {
    const entries = Object.entries(json).map(([key, value]): Entry => ({ key, value: lowered(value, pieces, at), at }));
    return { kind: 'record', at, entries };
  }
  return { kind: 'scalar', at, value: typeof json === 'number' || typeof json === 'boolean' ? json : null };
}

function textOf(text: string, pieces: readonly Piece[], at: Span): Value {
  const parts = text.split(PART).flatMap((part, index): readonly Value[] => {
    if (index % 2 === 0) return part === '' ? [] : [{ kind: 'text', at, text: { uri: at.uri, text: part, runs: [] } }];
    const piece = pieces[Number(part)];
    return piece?.kind === 'hole' ? [piece] : [];
  });
  const [only, ...others] = parts;
  return only !== undefined && others.length === 0 ? only : { kind: 'template', at, parts, literal: true };
}
