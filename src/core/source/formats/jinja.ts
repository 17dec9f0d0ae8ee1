import type { PromptFormat } from '../format';
import { templateFormat } from './message/template-format';
import { lexJinja } from './template/jinja';

/** Jinja2 and its kin: https://jinja.palletsprojects.com/templates/. */
export const format: PromptFormat = templateFormat({
  id: 'jinja',
  name: 'Jinja template',
  templateEndings: ['.j2', '.jinja', '.jinja2'],
  inPromptsFolder: true,
  lex: (uri, text, from, to) => lexJinja(uri, text, from, to),
});
