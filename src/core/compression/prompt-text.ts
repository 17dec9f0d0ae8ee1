import type { Piece, Request, Segment } from '../request/request';
import type { Uri } from '../source/span';
import type { Value } from '../source/values';

/** Stands for what nobody knows before the call: a value, a choice, a repeated part. */
export const OPAQUE = '\uFFFC';

/** Where one decoded character stands in the source. */
export interface CharacterSource {
  readonly uri: Uri;
  readonly start: number;
  readonly end: number;
  /** The string literal that it stands in; for code. */
  readonly literal: Value;
}

/** One part of a request as the model sees it, each character with its source. Values are one opaque character each. */
export interface PromptText {
  readonly text: string;
  /** The values, in order of their opaque characters, as their author wrote them. */
  readonly values: readonly string[];
  /** By character; undefined: it can't be edited, because it has no place of its own in the source. */
  readonly sources: readonly (CharacterSource | undefined)[];
}

/** Parts whose words the author gives to the model. What the assistant or a tool said is an example, and tools and schemas are data. */
export function isInstruction({ kind, role, repeats }: Segment): boolean {
  return (kind === 'system' || kind === 'message') && (role === 'system' || role === 'user') && !repeats;
}

/** The texts of a request that may be compressed, by segment. A source that a request sends twice is edited at neither place. */
export function promptTexts({ segments }: Request): ReadonlyMap<Segment, PromptText> {
  const used = new Map<string, number>();
  for (const piece of segments.flatMap(segment => segment.pieces.flatMap(flat)))
    if (piece.kind === 'text') for (const run of piece.text.runs) count(used, `${piece.text.uri}:${run.source}`);
  const texts = new Map<Segment, PromptText>();
  for (const segment of segments) if (isInstruction(segment)) texts.set(segment, textOf(segment, used));
  return texts;
}

function count(used: Map<string, number>, key: string): void {
  used.set(key, (used.get(key) ?? 0) + 1);
}

function flat(piece: Piece): readonly Piece[] {
  return piece.kind === 'choice' ? piece.options.flatMap(option => option.flatMap(flat)) : [piece];
}

function textOf(segment: Segment, used: ReadonlyMap<string, number>): PromptText {
  const values: string[] = [];
  const sources: (CharacterSource | undefined)[] = [];
  let text = '';
  for (const piece of segment.pieces) {
    if (piece.kind !== 'text') {
      values.push(piece.kind === 'hole' ? piece.label : 'one of several texts');
      text += OPAQUE;
      sources.push(undefined);
      continue;
    }
    // An author's own such character would be taken for a value.
    text += piece.text.text.replaceAll(OPAQUE, '\uFFFD');
    sources.push(...sourcesOf(piece, used));
  }
  return { text, values, sources };
}

function sourcesOf(piece: Extract<Piece, { kind: 'text' }>, used: ReadonlyMap<string, number>): (CharacterSource | undefined)[] {
  const { text, at } = piece;
  const literal: Value = piece.literal ?? { kind: 'text', at, text };
  const sources: (CharacterSource | undefined)[] = new Array(text.text.length).fill(undefined);
  for (const [index, run] of text.runs.entries()) {
    const next = text.runs[index + 1];
    const verbatim = run.length === run.sourceLength;
    // Only one escape maps as a whole; a longer text does not, nor one whose rest has no source.
    const isWhole = run.length <= 2 && run.sourceLength > 0 && next?.sourceLength !== 0;
    const isShared = (used.get(`${text.uri}:${run.source}`) ?? 0) > 1;
    if (isShared || !(verbatim || isWhole)) continue;
    for (let offset = 0; offset < run.length; offset++) {
      const start = verbatim ? run.source + offset : run.source;
      const end = verbatim ? start + 1 : run.source + run.sourceLength;
      sources[run.at + offset] = { uri: text.uri, start, end, literal };
    }
  }
  return sources;
}
