import type { PromptFormat } from '../format';
import { templateFormat } from './message/template-format';
import { lexHandlebars } from './template/handlebars';

/** https://handlebarsjs.com/guide/. */
export const format: PromptFormat = templateFormat({
  id: 'handlebars',
  name: 'Handlebars template',
  templateEndings: ['.hbs', '.handlebars'],
  inPromptsFolder: true,
  lex: (uri, text, from, to) => lexHandlebars(uri, text, from, to, 'handlebars'),
});
