import type { Piece, Request, Segment } from '../request/request';
import type { Uri } from '../source/span';
import type { Value } from '../source/values';

/** Stands for what nobody knows before the call: a value, a choice, a repeated part. */
export const OPAQUE = '\uFFFC';

/** Where one decoded character stands in the source. */
interface CharacterSource {
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
  /** Tells which characters can be edited and which share a literal; two prompts of one text and layout take the same changes. */
  readonly layout: string;
  /** Undefined: the character can't be edited, because it has no place of its own in the source. */
  sourceAt(offset: number): CharacterSource | undefined;
}

/** Parts whose words the author gives to the model. What the assistant or a tool said is an example, and tools and schemas are data. */
function isInstruction({ kind, role, repeats }: Segment): boolean {
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

/** A run that can be edited, where it stands in the whole text. */
interface EditableRun {
  readonly from: number;
  readonly to: number;
  readonly uri: Uri;
  readonly source: number;
  readonly sourceLength: number;
  readonly literal: Value;
}

function textOf(segment: Segment, used: ReadonlyMap<string, number>): PromptText {
  const values: string[] = [];
  const runs: EditableRun[] = [];
  let text = '';
  for (const piece of segment.pieces) {
    if (piece.kind !== 'text') {
      values.push(piece.kind === 'hole' ? piece.label : 'one of several texts');
      text += OPAQUE;
      continue;
    }
    runs.push(...editableRuns(piece, text.length, used));
    // An author's own such character would be taken for a value.
    text += piece.text.text.replaceAll(OPAQUE, '\uFFFD');
  }
  return { text, values, layout: layoutOf(runs), sourceAt: offset => characterIn(runs, offset) };
}

function layoutOf(runs: readonly EditableRun[]): string {
  const literals = new Map<string, number>();
  return runs
    .map(({ from, to, literal }) => {
      const key = `${literal.at.uri}:${literal.at.start}`;
      const index = literals.get(key) ?? literals.size;
      literals.set(key, index);
      return `${from}-${to}/${index}`;
    })
    .join();
}

function editableRuns(piece: Extract<Piece, { kind: 'text' }>, start: number, used: ReadonlyMap<string, number>): readonly EditableRun[] {
  const { text, at } = piece;
  const literal: Value = piece.literal ?? { kind: 'text', at, text };
  return text.runs.flatMap((run, index) => {
    const { source, sourceLength } = run;
    const verbatim = run.length === sourceLength;
    // Only one escape maps as a whole; a longer text does not, nor one whose rest has no source.
    const isWhole = run.length <= 2 && sourceLength > 0 && text.runs[index + 1]?.sourceLength !== 0;
    const isShared = (used.get(`${text.uri}:${source}`) ?? 0) > 1;
    if (isShared || !(verbatim || isWhole)) return [];
    return [{ from: start + run.at, to: start + run.at + run.length, uri: text.uri, source, sourceLength, literal }];
  });
}

function characterIn(runs: readonly EditableRun[], offset: number): CharacterSource | undefined {
  let [low, high] = [0, runs.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run === undefined) return undefined;
    if (offset < run.from) high = middle - 1;
    else if (offset >= run.to) low = middle + 1;
    else {
      const { uri, literal, source, sourceLength } = run;
      if (run.to - run.from !== sourceLength) return { uri, start: source, end: source + sourceLength, literal };
      return { uri, start: source + offset - run.from, end: source + offset - run.from + 1, literal };
    }
  }
  return undefined;
}
