import type { Span } from '../source/span';
import { sliceText, textBuilder } from '../source/text-map';
import type { Argument, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { hole } from './hole';
import { formatted, replaced } from './placeholders';
import { plainText } from './plain-values';
import { textTest } from './text-tests';

type Text = ValueOf<'text'> | ValueOf<'template'>;

/** String functions that prompts are built with. Undefined: not one of them, or its operands are not known. */
export function stringMethod(text: Text, method: string, args: readonly Argument[], at: Span): Value | undefined {
  const inOrder = positional(args).map(argument => argument.value);
  switch (method) {
    case 'strip':
    case 'trim':
    case 'Trim':
      return inOrder.length === 0 ? trimmed(text) : undefined;
    case 'lstrip':
    case 'stripLeading':
    case 'trimStart':
    case 'TrimStart':
      return inOrder.length === 0 ? trimmedStart(text) : undefined;
    case 'rstrip':
    case 'stripTrailing':
    case 'trimEnd':
    case 'TrimEnd':
      return inOrder.length === 0 ? trimmedEnd(text) : undefined;
    case 'format':
      return formatted(text, args, at);
    case 'format_map':
      return formatted(text, inOrder[0] === undefined ? [] : [{ value: { kind: 'spread', at, value: inOrder[0] }, at }], at);
    case 'upper':
    case 'toUpperCase':
    case 'ToUpper':
    case 'ToUpperInvariant':
      return inCase(text, part => part.toUpperCase());
    case 'lower':
    case 'toLowerCase':
    case 'ToLower':
    case 'ToLowerInvariant':
      return inCase(text, part => part.toLowerCase());
    case 'repeat':
      return inOrder[0] === undefined ? undefined : repeated(text, inOrder[0], at);
    case 'replace':
    case 'replaceAll':
    case 'Replace':
      return replaced(text, inOrder, at);
    case 'removeprefix':
    case 'removesuffix':
      return text.kind === 'text' ? without(text, method === 'removeprefix', inOrder[0]) : undefined;
    case 'join':
      return joined(text, inOrder[0], at);
    case 'concat':
      return { kind: 'template', at, parts: [text, ...inOrder], literal: false };
    case 'toString':
    case 'ToString':
    case 'ReplaceLineEndings':
    case 'String':
    case 'Bytes':
    case 'encode':
    case 'decode':
      return text;
    default:
      return textTest(text, method, inOrder, at);
  }
}

/** A text without what it begins or ends with. */
function without(text: ValueOf<'text'>, isStart: boolean, part: Value | undefined): Value | undefined {
  const cut = part && plainText(part);
  const whole = text.text.text;
  if (cut === undefined) return undefined;
  if (cut === '' || !(isStart ? whole.startsWith(cut) : whole.endsWith(cut))) return text;
  return { ...text, text: isStart ? sliceText(text.text, cut.length) : sliceText(text.text, 0, whole.length - cut.length) };
}

/** Letters whose other case has another length keep theirs, so that every character keeps its place. */
function inCase(text: Text, change: (text: string) => string): Text {
  if (text.kind === 'template')
    return { ...text, parts: text.parts.map(part => (part.kind === 'text' || part.kind === 'template' ? inCase(part, change) : part)) };
  const changed = Array.from(text.text.text, letter => (change(letter).length === letter.length ? change(letter) : letter)).join('');
  return { ...text, text: { ...text.text, text: changed } };
}

/** More than separators are repeated. */
const MOST_REPEATED = 500;

/** `"-" * 40`, `'='.repeat(40)`. */
export function repeated(text: Value, times: Value, at: Span): Value | undefined {
  const once = plainText(text);
  const count = times.kind === 'scalar' && typeof times.value === 'number' ? Math.max(0, Math.floor(times.value)) : undefined;
  if (once === undefined || count === undefined || once.length * count > MOST_REPEATED) return undefined;
  const built = textBuilder(at.uri);
  built.add(once.repeat(count), at.start, at.end - at.start);
  return { kind: 'text', at, text: built.build() };
}

/** A text without the white space at both of its ends. */
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
