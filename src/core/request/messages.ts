import { entryOf } from '../link/entries';
import { jsonText } from '../link/json-values';
import { plainText } from '../link/plain-values';
import { toHole } from '../link/volatility';
import { roleNamed } from '../source/formats/message/roles';
import type { Role } from '../source/prompt-document';
import type { Value, ValueOf } from '../source/values';
import { cachePointIn, markerOf } from './markers';
import { choicePiece, hasWords, toPieces } from './pieces';
import type { CacheMarker, Segment } from './request';

/** A message list (or a bare string, or anything unknown) as segments in order. */
export function messageSegments(value: Value, role: Role, kind: Segment['kind']): readonly Segment[] {
  if (value.kind === 'list') return listSegments(value.items, role, kind);
  if (value.kind === 'record') return recordSegments(value, role, kind);
  if (value.kind === 'call' && jsonText(value) !== undefined) return [segment(value, role, kind)];
  if (value.kind === 'text' || value.kind === 'template' || value.kind === 'operation') return [segment(value, role, kind)];
  if (value.kind === 'choice' && value.options.some(option => option.kind === 'list')) return shared(value, role, kind);
  if (value.kind === 'choice' || value.kind === 'scalar') return [segment(value, role, kind)].filter(found => found.pieces.length > 0);
  return [historyOrText(value, role, kind)];
}

function listSegments(items: readonly Value[], role: Role, kind: Segment['kind']): readonly Segment[] {
  const segments: Segment[] = [];
  for (const item of items) {
    const point = cachePointIn(item);
    if (point === undefined) segments.push(...itemSegments(item, role, kind));
    else segments.push(...withMarker(segments.splice(-1), point));
  }
  return segments;
}

/** A marker stands behind the last part. */
function withMarker(segments: readonly Segment[], marker: CacheMarker | undefined): readonly Segment[] {
  const last = segments[segments.length - 1];
  return marker === undefined || last === undefined ? segments : [...segments.slice(0, -1), { ...last, marker }];
}

function itemSegments(item: Value, role: Role, kind: Segment['kind']): readonly Segment[] {
  const piecesOf = (option: Value) => itemSegments(option, role, kind).flatMap(found => found.pieces);
  switch (item.kind) {
    case 'repeat':
      return itemSegments(item.item, role, kind).map(found => ({ ...asAnswered(found), repeats: true }));
    case 'optional':
      return itemSegments(item.item, role, kind).map(found => ({ ...found, optional: true }));
    case 'spread':
      return messageSegments(item.value, role, kind).map(found => (item.value.kind === 'list' ? found : { ...found, repeats: true }));
    case 'record':
      return recordSegments(item, role, kind);
    case 'choice':
      return [{ ...segment(item, role, kind), pieces: [choicePiece(item, item.options.map(piecesOf))] }];
    case 'list':
      return listSegments(item.items, role, kind);
    default:
      return [segment(item, role, kind)];
  }
}

/** What the model answered in each round, whatever it is called (`message.content`), is left alone once it is sent. */
function asAnswered(segment: Segment): Segment {
  if (segment.role !== 'assistant') return segment;
  const pieces = segment.pieces.map(piece =>
    piece.kind === 'hole' && !piece.proven && piece.volatility === 'call'
      ? { ...piece, volatility: 'turn' as const, growth: 'append' as const, reason: 'an answer of an earlier turn' }
      : piece,
  );
  return { ...segment, pieces };
}

/** A message `{role, content}` or a content block `{type, text}`. */
function recordSegments(record: ValueOf<'record'>, role: Role, kind: Segment['kind']): readonly Segment[] {
  const marker = markerOf(record);
  const content = entryOf(record, 'content').value ?? entryOf(record, 'parts').value;
  if (content !== undefined) {
    const stated = plainText(entryOf(record, 'role').value ?? content);
    // What a parameter for the system prompt is given is the system's, whatever it says.
    const own = kind === 'system' || entryOf(record, 'role').value === undefined ? role : roleOf(stated, role);
    const ownKind = kind === 'system' || own === 'system' ? 'system' : kind;
    const inner = messageSegments(content, own, ownKind).map((found, index) => ({ ...found, startsMessage: index === 0, message: record }));
    return withMarker(inner, marker);
  }
  const text = entryOf(record, 'text').value ?? entryOf(record, 'input_text').value;
  const type = plainText(entryOf(record, 'type').value ?? record);
  const value = text ?? { ...toHole(record), label: type ?? 'content block', reason: `a part of type ${type ?? 'unknown'} is not counted` };
  return [{ ...segment(value, role, kind), block: record, startsMessage: false, ...(marker === undefined ? {} : { marker }) }];
}

function segment(value: Value, role: Role, kind: Segment['kind']): Segment {
  return { kind, role, pieces: toPieces(value), startsMessage: true, repeats: false, optional: false, at: value.at };
}

/** A list whose items are not in sight: most often a conversation so far. */
function historyOrText(value: Value, role: Role, kind: Segment['kind']): Segment {
  if (value.kind === 'param' && hasWords(value)) return segment(value, role, kind);
  const found = toHole(value);
  return { kind, role, pieces: [found], startsMessage: true, repeats: found.growth === 'append', optional: false, at: value.at };
}

/** Several complete lists, of which one is sent: what they have in common at their head, then the choice. */
function shared(value: ValueOf<'choice'>, role: Role, kind: Segment['kind']): readonly Segment[] {
  const lists = value.options.map(option => messageSegments(option, role, kind));
  const shortest = Math.min(...lists.map(list => list.length));
  let common = 0;
  while (common < shortest && lists.every(list => same(list[common], lists[0]?.[common]))) common += 1;
  const rest = lists.map(list => list.slice(common).flatMap(found => found.pieces));
  const head = lists[0]?.slice(0, common) ?? [];
  if (rest.every(pieces => pieces.length === 0)) return head;
  return [
    ...head,
    {
      kind,
      role,
      pieces: [choicePiece(value, rest)],
      startsMessage: true,
      repeats: false,
      optional: false,
      at: value.at,
    },
  ];
}

function same(a: Segment | undefined, b: Segment | undefined): boolean {
  return a !== undefined && b !== undefined && a.at.uri === b.at.uri && a.at.start === b.at.start && a.at.end === b.at.end;
}

function roleOf(stated: string | undefined, otherwise: Role): Role {
  return (stated === undefined ? undefined : roleNamed(stated)) ?? otherwise;
}
