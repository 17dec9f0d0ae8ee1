import type { Span } from '../source/span';
import { sliceText } from '../source/text-map';
import type { Argument, Value, ValueOf } from '../source/values';
import { hole, plainText, positional } from './evaluation';
import { formatted, replaced } from './placeholders';

type Text = ValueOf<'text'> | ValueOf<'template'>;

/** String functions that prompts are built with. Undefined: not one of them, or its operands are not known. */
export function stringMethod(text: Text, method: string, args: readonly Argument[], at: Span): Value | undefined {
  const inOrder = positional(args).map(argument => argument.value);
  switch (method) {
    case 'strip':
    case 'trim':
      return inOrder.length === 0 ? trimmed(text) : undefined;
    case 'lstrip':
    case 'trimStart':
      return inOrder.length === 0 ? trimmedStart(text) : undefined;
    case 'rstrip':
    case 'trimEnd':
      return inOrder.length === 0 ? trimmedEnd(text) : undefined;
    case 'format':
      return formatted(text, args, at);
    case 'replace':
    case 'replaceAll':
      return replaced(text, inOrder, at);
    case 'join':
      return joined(text, inOrder[0], at);
    case 'concat':
      return { kind: 'template', at, parts: [text, ...inOrder], literal: false };
    case 'toString':
    case 'encode':
    case 'decode':
      return text;
    default:
      return undefined;
  }
}

export function trimmed(text: Text): Text {
  return trimmedEnd(trimmedStart(text));
}

/** The ends of a literal's text are cut; its other parts stay where they are. */
function trimmedStart(text: Text): Text {
  if (text.kind === 'text') return { ...text, text: sliceText(text.text, text.text.text.length - text.text.text.trimStart().length) };
  const [first, ...rest] = text.parts;
  return first?.kind === 'text' || first?.kind === 'template' ? { ...text, parts: [trimmedStart(first), ...rest] } : text;
}

function trimmedEnd(text: Text): Text {
  if (text.kind === 'text') return { ...text, text: sliceText(text.text, 0, text.text.text.trimEnd().length) };
  const last = text.parts[text.parts.length - 1];
  return last?.kind === 'text' || last?.kind === 'template' ? { ...text, parts: [...text.parts.slice(0, -1), trimmedEnd(last)] } : text;
}

/** `sep.join(list)` in Python; `list.join(sep)` comes with its operands swapped. */
export function joined(separator: Value, list: Value | undefined, at: Span): Value | undefined {
  if (list?.kind !== 'list' || plainText(separator) === undefined) return undefined;
  const parts = list.items.flatMap((item, index): readonly Value[] => {
    const value: Value = item.kind === 'spread' ? hole(item.at, 'items', 'any number of items') : item;
    if (index === 0) return [value];
    // A line that may be missing has its line break with it.
    if (value.kind === 'optional')
      return [{ ...value, item: { kind: 'template', at: value.at, parts: [separator, value.item], literal: false } }];
    return [separator, value];
  });
  return { kind: 'template', at, parts, literal: false };
}
