import type { PromptFormat } from '../format';
import { templateFormat } from './message/template-format';
import { lexHandlebars } from './template/handlebars';

/** https://mustache.github.io/mustache.5.html. */
export const format: PromptFormat = templateFormat({
  id: 'mustache',
  name: 'Mustache template',
  templateEndings: ['.mustache'],
  inPromptsFolder: true,
  lex: (uri, text, from, to) => lexHandlebars(uri, text, from, to, 'mustache'),
});
