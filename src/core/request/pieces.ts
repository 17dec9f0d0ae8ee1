import type { Span } from '../source/span';
import { textBuilder } from '../source/text-map';
import type { Hole, Value } from '../source/values';
import { hole } from '../link/evaluation';
import { toHole } from '../link/volatility';
import type { Piece } from './request';

/** What an evaluated value becomes where text is sent. Never fails: what is unknown is a hole with its reason. */
export function toPieces(value: Value, literal?: Value): readonly Piece[] {
  switch (value.kind) {
    case 'text':
      return value.text.text === '' ? [] : [{ kind: 'text', text: value.text, at: value.at, literal: literal ?? value }];
    case 'template':
      return value.parts.flatMap(part => toPieces(part, value.literal && isOwnText(part, value) ? value : undefined));
    case 'scalar':
      return value.value === null ? [] : [computed(String(value.value), value.at)];
    case 'choice':
      return choicePieces(value.options, value.at);
    case 'optional':
      return [{ kind: 'choice', options: [[], toPieces(value.item)], at: value.at }];
    case 'repeat':
      return [hole(value.at, labelOfRepeat(value.item), 'any number of times', { growth: 'append', volatility: 'turn' })];
    case 'operation':
      return value.operator === '+' ? [...toPieces(value.left), ...toPieces(value.right)] : [withLiteral(toHole(value), literal)];
    case 'list':
      return [hole(value.at, 'list', 'is a list turned into text')];
    default:
      return [withLiteral(toHole(value), literal)];
  }
}

/** A hole or a text between the quotes of this very literal; a text that a name brought in has a literal of its own. */
function isOwnText(part: Value, template: Value): boolean {
  return part.at.uri === template.at.uri && template.at.start <= part.at.start && part.at.end <= template.at.end;
}

function choicePieces(options: readonly Value[], at: Span): readonly Piece[] {
  const deployed = options.find(option => option.kind === 'hole' && option.volatility === 'deploy');
  const known = options.filter(option => option !== deployed);
  if (known.length === 0 && deployed !== undefined) return toPieces(deployed);
  return [{ kind: 'choice', options: known.map(option => toPieces(option)), at }];
}

function withLiteral(found: Hole, literal: Value | undefined): Piece {
  return literal === undefined ? found : { ...found, literal };
}

function labelOfRepeat(item: Value): string {
  return toHole(item).label;
}

/** Text that the program makes of another value: it maps to the source as a whole. */
export function computed(text: string, at: Span): Piece {
  const built = textBuilder(at.uri);
  built.add(text, at.start, at.end - at.start);
  return { kind: 'text', text: built.build(), at };
}
