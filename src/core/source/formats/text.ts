import type { PromptFormat } from '../format';
import { templateFormat } from './message/template-format';
import { doubleBraces, lexPlaceholders } from './template/placeholders';

/** Markdown and text as one prompt: every file that the user's globs choose and no other format knows. */
export const format: PromptFormat = templateFormat({
  id: 'text',
  name: 'Markdown or text',
  templateEndings: [''],
  inPromptsFolder: false,
  lex: (_uri, text, from, to) => lexPlaceholders(text, from, to, doubleBraces),
});
