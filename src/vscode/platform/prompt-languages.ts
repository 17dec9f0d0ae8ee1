/** A prompt-file format as editors know it: the ending of its files, and the languages that documents of it have. */
export interface PromptLanguage {
  /** With its dot. */
  readonly ending: string;
  /** Ours, for where nobody else has one. It claims no ending: who contributes one for these files keeps them. */
  readonly own: string;
  /** Belongs to another extension. */
  readonly others: string;
}

/** Languages, the editor's and other people's, in which a document is a prompt where its name, its text or the user's globs say so. */
export const TEXT_LANGUAGES: readonly string[] = [
  'markdown',
  'plaintext',
  'prompt',
  'instructions',
  'chatagent',
  'skill',
  'yaml',
  'json',
  'jsonc',
  'handlebars',
  'jinja',
  'jinja-md',
  'liquid',
  'mustache',
  'baml',
  'mdc',
];

export const PROMPT_LANGUAGES: readonly PromptLanguage[] = [
  { ending: '.prompty', own: 'promptfare-prompty', others: 'prompty' },
  { ending: '.prompt', own: 'promptfare-dotprompt', others: 'dotprompt' },
];
