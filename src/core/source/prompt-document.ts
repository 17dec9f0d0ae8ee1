import type { Span, Uri } from './span';
import type { MappedText } from './text-map';
import type { Hole } from './values';

export type Role = 'system' | 'user' | 'assistant' | 'tool';

/** What a prompt file says: model and parameters from its head, messages from its body. */
export interface PromptDocument {
  /** Id of the format's reader, e.g. `prompty`, `dotprompt`, `text`. */
  readonly format: string;
  readonly model?: PromptField<string>;
  /** The model is written as a reference (`${env:MODEL}`), so it is known only at run time; `model` is then absent. */
  readonly modelReference?: PromptField<string> & {
    /** One clause, where it is known why: "the editor picks the model of this family". */
    readonly why?: string;
  };
  /** As the file writes it (`openai`, `azure`, `googleai`), before any matching. */
  readonly provider?: PromptField<string>;
  readonly outputCap?: PromptField<number> & { readonly parameter: string };
  /** The cap is written as a reference, so there is one, of unknown size; `outputCap` is then absent. */
  readonly capReference?: PromptField<string>;
  /** Other model parameters, by the file's own names. */
  readonly parameters: Readonly<Record<string, PromptField<string | number | boolean | null>>>;
  readonly messages: readonly PromptMessage[];
  /** Parts of the head that are sent with the request, but that nobody counts: "tools", "output schema". */
  readonly uncounted: readonly PromptField<string>[];
  /** Where a cap can be written, when the format has one. `key` is its dotted path in the head. */
  readonly capKey?: string;
  /** True for files that editors' own agents read (CLAUDE.md, *.prompt.md): often paid by subscription, so tokens only. */
  readonly flatRate: boolean;
  /** Model and cap stand in another file: in the first of `files` that has settings of this name. What the prompt itself says goes before. */
  readonly settingsIn?: { readonly files: readonly Uri[]; readonly name: string };
  /** What code calls it by, where a file may hold several (BAML's functions). */
  readonly name?: string;
  /** Where this prompt stands in a file of several. */
  readonly at?: Span;
  /** The file's further prompts (BAML functions, promptfoo's prompts times providers); they have no others of their own. */
  readonly others?: readonly PromptDocument[];
}

/** Model, cap and parameters, which may stand apart from the prompts that use them. */
export type PromptSettings = Pick<
  PromptDocument,
  'model' | 'modelReference' | 'provider' | 'outputCap' | 'capReference' | 'capKey' | 'parameters'
>;

export interface PromptField<T> {
  readonly value: T;
  readonly at: Span;
}

export interface PromptMessage {
  readonly role: Role;
  /** The role marker (`system:`), where there is one. */
  readonly roleAt?: Span;
  readonly pieces: readonly TextPiece[];
  readonly at: Span;
}

/** A stretch of what the model receives: text whose source is known, or a hole. */
export type TextPiece = { readonly kind: 'text'; readonly text: MappedText } | (Hole & { readonly include?: Include });

/** The hole is the text of another file, the first of these that exists; the format reads it as `template` says. */
export interface Include {
  readonly files: readonly Uri[];
  readonly template: string;
}

/** The messages of a document and of the other prompts in its file. */
export function allMessages(document: PromptDocument): readonly PromptMessage[] {
  return [document, ...(document.others ?? [])].flatMap(({ messages }) => messages);
}
