import type { Uri } from '../../span';
import { lexHandlebars } from '../template/handlebars';
import { lexJinja, liquid } from '../template/jinja';
import { lexSemanticKernel } from '../template/semantic-kernel';
import type { Lexed } from '../template/tag';

/** The template languages that Semantic Kernel knows by `template_format`; its own is the default. */
export function lexTemplate(format: string | undefined, uri: Uri, text: string, from = 0, to = text.length): Lexed {
  switch (format?.toLowerCase()) {
    case 'handlebars':
      return lexHandlebars(uri, text, from, to, 'handlebars');
    case 'liquid':
      return lexJinja(uri, text, from, to, liquid);
    case 'jinja2':
      return lexJinja(uri, text, from, to);
    default:
      return lexSemanticKernel(text, from, to);
  }
}
