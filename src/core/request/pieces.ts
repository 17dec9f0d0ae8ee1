import { hole } from '../link/hole';
import { indentsJson } from '../link/indented-json';
import { jsonText } from '../link/json-values';
import { labelOf } from '../link/labels';
import { COUNTED } from '../link/lists';
import { toHole } from '../link/volatility';
import { isSameSpan, type Span } from '../source/span';
import { textBuilder } from '../source/text-map';
import type { Call, Value, ValueOf } from '../source/values';
import { mostVolatile } from '../source/variable-names';
import { holesIn } from './holes-in';
import type { Piece } from './request';

/** What an evaluated value becomes where text is sent. Never fails: what is unknown is a hole with its reason. */
export function toPieces(value: Value): readonly Piece[] {
  switch (value.kind) {
    case 'text':
      return value.text.text === '' ? [] : [{ kind: 'text', text: value.text, at: value.at }];
    case 'template':
      return value.literal ? literalPieces(value) : value.parts.flatMap(toPieces);
    case 'scalar':
      return value.value === null ? [] : [computed(String(value.value), value.at)];
    case 'choice':
      return choicePieces(value);
    case 'optional':
      return [{ kind: 'choice', options: [[], toPieces(value.item)], at: value.at }];
    case 'repeat':
      return [repeated(value)];
    case 'operation':
      return value.operator === '+' ? [...toPieces(value.left), ...toPieces(value.right)] : [toHole(value)];
    case 'call': {
      const text = jsonText(value);
      return text === undefined ? [toHole(value)] : jsonPieces(value, toPieces(text));
    }
    case 'param':
      return paramPieces(value);
    case 'list':
      return [hole(value.at, 'list', 'a list turned into text')];
    default:
      return [toHole(value)];
  }
}

/** What somebody passes, or else its default: `def ask(text, system=SYSTEM)`. */
function paramPieces(value: ValueOf<'param'>): readonly Piece[] {
  const otherwise = hasWords(value) ? toPieces(value.fallback) : [];
  const passed = toHole(value);
  return otherwise.length === 0 ? [passed] : [{ kind: 'choice', options: [[passed], otherwise], at: value.at, defaultOf: passed.label }];
}

/** Whether a text is sent where nobody passes another. */
export function hasWords(param: ValueOf<'param'>): param is ValueOf<'param'> & { readonly fallback: Value } {
  return param.fallback?.kind === 'text' || param.fallback?.kind === 'template';
}

/** What is put into a literal remembers where, since that place can be moved. */
function literalPieces(literal: ValueOf<'template'>): readonly Piece[] {
  return literal.parts.flatMap((value, part): readonly Piece[] => {
    const pieces = toPieces(value);
    if (isOwnText(value, literal)) return pieces.map(piece => (piece.kind === 'text' ? { ...piece, literal } : piece));
    return pieces.map(piece => ({ ...piece, slots: [{ literal, part }, ...(piece.slots ?? [])] }));
  });
}

/** A text between the quotes of this very literal; a text that a name brought in has a literal of its own. */
function isOwnText(part: Value, literal: Value): boolean {
  return part.kind === 'text' && part.at.uri === literal.at.uri && literal.at.start <= part.at.start && part.at.end <= literal.at.end;
}

function choicePieces(value: ValueOf<'choice'>): readonly Piece[] {
  const { options } = value;
  const deployed = options.find(option => option.kind === 'hole' && option.volatility === 'deploy');
  const known = options.filter(option => option !== deployed);
  if (known.length === 0 && deployed !== undefined) return toPieces(deployed);
  const [first, ...others] = known.map(option => toPieces(option));
  // What is as unknown either way is no choice.
  if (first?.length === 1 && others.length > 0 && others.every(other => isSameHole(first, other))) return first;
  return [choicePiece(value, first === undefined ? [] : [first, ...others])];
}

/** One of what a value may be, each as its pieces. */
export function choicePiece({ at, rounds, byCaller }: ValueOf<'choice'>, options: readonly (readonly Piece[])[]): Piece {
  return { kind: 'choice', options, at, ...(rounds && { rounds }), ...(byCaller === 'key' && { byKey: true }) };
}

function isSameHole([a]: readonly Piece[], [b, ...more]: readonly Piece[]): boolean {
  return (
    a?.kind === 'hole' &&
    b?.kind === 'hole' &&
    more.length === 0 &&
    a.label === b.label &&
    a.volatility === b.volatility &&
    a.at.uri === b.at.uri &&
    a.at.start === b.at.start
  );
}

/** What the call itself writes of the JSON stands where the call does. */
function jsonPieces(call: Call, pieces: readonly Piece[]): readonly Piece[] {
  if (!indentsJson(call)) return pieces;
  return pieces.map(piece => (piece.kind === 'text' && isSameSpan(piece.at, call.at) ? { ...piece, indented: true } : piece));
}

/** Text that is put in any number of times (lines joined in a loop): it changes as often as what varies in it. */
function repeated({ item, at }: ValueOf<'repeat'>): Piece {
  const pieces = toPieces(item);
  const inner = pieces.flatMap(holesIn);
  const items = inner.filter(({ reason }) => reason !== COUNTED);
  const varying = mostVolatile(items.length > 0 ? items : inner);
  const reason = 'put in any number of times';
  const calls = indentingCalls(pieces);
  const laidOut = calls.length === 0 ? {} : { indentedIn: calls };
  if (varying === undefined) return { ...hole(at, labelOf(item), reason), ...laidOut };
  const { label, volatility, proven, growth } = varying;
  return { ...hole(at, label, reason, { volatility, proven, growth }), ...laidOut };
}

/** Where JSON is laid out over lines, each place once. */
function indentingCalls(pieces: readonly Piece[]): readonly Span[] {
  const all = pieces.flatMap((piece): readonly Span[] => {
    if (piece.kind === 'choice') return piece.options.flatMap(indentingCalls);
    return [...(piece.indented ? [piece.at] : []), ...((piece.kind === 'hole' && piece.indentedIn) || [])];
  });
  return all.filter((at, index) => all.findIndex(other => isSameSpan(at, other)) === index);
}

/** Text that the program makes of another value: it maps to the source as a whole. */
export function computed(text: string, at: Span): Piece {
  const built = textBuilder(at.uri);
  built.add(text, at.start, at.end - at.start);
  return { kind: 'text', text: built.build(), at };
}
