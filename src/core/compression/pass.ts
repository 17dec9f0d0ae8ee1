import type { PromptText } from './prompt-text';

/** Replaces decoded [from, to). The edits of one change are in order and never overlap. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** What a person accepts or leaves as one. */
export interface PassChange {
  /** What is done, with the words it is about: `Shorten "in order to" to "to"`. */
  readonly label: string;
  readonly edits: readonly TextEdit[];
  /** The edits make sense one without the other. */
  readonly divisible?: true;
}

/** One way to say the same with fewer tokens. Total and deterministic; applied twice it changes nothing more. */
export interface Pass {
  readonly id: string;
  /** For lists: what it takes out. */
  readonly title: string;
  /** `white space`: the model receives the same words. `decoration`: the same words in plainer markup. `words`: fewer words. */
  readonly takes: 'white space' | 'decoration' | 'words';
  /** `stretches`: the text by the literals that it is made of, where known. */
  find(text: string, literalOf: LiteralOf): readonly PassChange[];
}

/** Tells characters of different string literals apart; undefined for what stands in none. */
export type LiteralOf = (offset: number) => unknown;

export function literalsOf({ sourceAt }: PromptText): LiteralOf {
  return offset => {
    const at = sourceAt(offset)?.literal.at;
    return at && `${at.uri}:${at.start}`;
  };
}

export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    result += text.slice(done, edit.from) + edit.insert;
    done = edit.to;
  }
  return result + text.slice(done);
}
