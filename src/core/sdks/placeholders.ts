import { choose } from '../link/choose';
import { hole } from '../link/hole';
import { isNull } from '../link/plain-values';
import { isFromCaller, toHole } from '../link/volatility';
import { type PieceItem, toPieces } from '../source/formats/message/pieces';
import { lexFString } from '../source/formats/template/f-string';
import { lexHandlebars } from '../source/formats/template/handlebars';
import { expandInString } from '../source/formats/template/in-string';
import { lexJinja, liquid } from '../source/formats/template/jinja';
import type { Lexed } from '../source/formats/template/tag';
import type { MappedText } from '../source/text-map';
import type { Hole, Value } from '../source/values';

/** What is passed for a template's variable, where that is in sight. */
export type Given = (name: string) => Value | undefined;

/** A template with its placeholders as what is passed for them. */
export function filled(template: Value, format: string, given: Given): Value {
  switch (template.kind) {
    case 'text':
      return filledText(template.text, template, format, given);
    case 'template': {
      const parts = template.parts.map(part => filled(part, format, given));
      return parts.every((part, index) => part === template.parts[index]) ? template : { ...template, parts, literal: false };
    }
    case 'choice':
      return { ...template, options: template.options.map(option => filled(option, format, given)) };
    case 'operation':
      return { ...template, left: filled(template.left, format, given), right: filled(template.right, format, given) };
    default:
      return template;
  }
}

function filledText(text: MappedText, template: Value, format: string, given: Given): Value {
  const lexed = lexedAs(format, text);
  if (lexed.tokens.every(token => token.kind === 'literal' && token.emits === undefined)) return template;
  const items = expandInString(text, lexed).items.filter((item): item is PieceItem => item.kind !== 'signal');
  const parts = toPieces(text.uri, items).map((piece): Value => {
    return piece.kind === 'text' ? { kind: 'text', at: template.at, text: piece.text } : passed(piece, given(piece.label));
  });
  return { kind: 'template', at: template.at, parts, literal: false };
}

function lexedAs(format: string, { uri, text }: MappedText): Lexed {
  if (format === 'mustache' || format === 'handlebars') return lexHandlebars(uri, text, 0, text.length, format);
  if (format === 'liquid') return lexJinja(uri, text, 0, text.length, liquid);
  if (format === 'jinja2') return lexJinja(uri, text, 0, text.length);
  return lexFString(uri, text, 0, text.length);
}

/** Text goes in as it is; of everything else the template's name says most, unless it is proven how often it changes. */
function passed(placeholder: Hole, value: Value | undefined): Value {
  if (value === undefined || isNull(value)) return placeholder;
  if (value.kind === 'text' || value.kind === 'template' || value.kind === 'scalar') return value;
  if (value.kind === 'choice')
    return choose(
      placeholder.at,
      value.options.map(option => passed(placeholder, option)),
    );
  const found = toHole(value);
  if (found.proven) return { ...found, at: placeholder.at };
  return isFromCaller(value) ? { ...placeholder, parameter: true } : placeholder;
}

/** `MessagesPlaceholder("history")`: a conversation so far, unless the very messages are in sight. */
export function historyOf(name: string, at: Value['at'], given: Value | undefined): Value {
  if (given?.kind === 'list') return { kind: 'spread', at, value: given };
  const reason = 'the messages so far';
  const value = hole(at, name, reason, {
    volatility: 'turn',
    growth: 'append',
    ...(given && isFromCaller(given) ? { parameter: true } : {}),
  });
  return { kind: 'spread', at, value };
}
