import type { PromptFormat } from '../format';
import { templateFormat } from './message/template-format';
import { lexJinja, liquid } from './template/jinja';

/** https://shopify.github.io/liquid/. */
export const format: PromptFormat = templateFormat({
  id: 'liquid',
  name: 'Liquid template',
  templateEndings: ['.liquid'],
  inPromptsFolder: true,
  lex: (uri, text, from, to) => lexJinja(uri, text, from, to, liquid),
});
