import { type MappedText, joinTexts, sliceText } from '../source/text-map';
import type { Span } from '../source/span';
import type { Argument, Value } from '../source/values';
import { entryOf, hole, plainText, positional } from './evaluation';

/** String functions that prompts are built with. Undefined: not one of them, or its operands are not known. */
export function stringMethod(text: Value, method: string, args: readonly Argument[], at: Span): Value | undefined {
  const inOrder = positional(args).map(argument => argument.value);
  const parts = partsOf(text);
  if (parts === undefined) return undefined;
  switch (method) {
    case 'strip':
    case 'trim':
      return inOrder.length === 0 ? rebuilt(text, trimmedEnd(trimmedStart(parts))) : undefined;
    case 'lstrip':
    case 'trimStart':
      return inOrder.length === 0 ? rebuilt(text, trimmedStart(parts)) : undefined;
    case 'rstrip':
    case 'trimEnd':
      return inOrder.length === 0 ? rebuilt(text, trimmedEnd(parts)) : undefined;
    case 'format':
      return rebuilt(text, formatted(parts, args, at));
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

/** `textwrap.dedent`, `dedent` tags: the margin that all lines share goes; offsets stay true. */
export function dedent(value: Value): Value | undefined {
  const parts = partsOf(value);
  if (parts === undefined) return undefined;
  const whole = parts.map(part => (part.kind === 'text' ? part.text.text : '\u0000')).join('');
  const margins = whole.split('\n').flatMap(line => (line.trim() === '' ? [] : [/^[ \t]*/.exec(line)?.[0].length ?? 0]));
  const margin = margins.length === 0 ? 0 : Math.min(...margins);
  if (margin === 0) return value;
  let lineStart = true;
  const cut = parts.map((part): Value => {
    if (part.kind !== 'text') {
      lineStart = false;
      return part;
    }
    const pieces: MappedText[] = [];
    let offset = 0;
    for (const line of part.text.text.split(/(?<=\n)/)) {
      const skip = lineStart ? Math.min(margin, /^[ \t]*/.exec(line)?.[0].length ?? 0) : 0;
      pieces.push(sliceText(part.text, offset + skip, offset + line.length));
      offset += line.length;
      lineStart = line.endsWith('\n');
    }
    return { ...part, text: joinTexts(pieces) ?? part.text };
  });
  return rebuilt(value, cut);
}

function partsOf(value: Value): readonly Value[] | undefined {
  if (value.kind === 'text') return [value];
  return value.kind === 'template' ? value.parts.flatMap(part => partsOf(part) ?? [part]) : undefined;
}

function rebuilt(original: Value, parts: readonly Value[] | undefined): Value | undefined {
  if (parts === undefined) return undefined;
  const only = parts[0];
  if (parts.length === 1 && only?.kind === 'text') return { ...only, at: original.at };
  return { kind: 'template', at: original.at, parts, literal: original.kind === 'template' && original.literal };
}

function trimmedStart(parts: readonly Value[]): readonly Value[] {
  const first = parts[0];
  if (first?.kind !== 'text') return parts;
  const length = first.text.text.length - first.text.text.trimStart().length;
  return [{ ...first, text: sliceText(first.text, length) }, ...parts.slice(1)];
}

function trimmedEnd(parts: readonly Value[]): readonly Value[] {
  const last = parts[parts.length - 1];
  if (last?.kind !== 'text') return parts;
  return [...parts.slice(0, -1), { ...last, text: sliceText(last.text, 0, last.text.text.trimEnd().length) }];
}

/** Python's `"…{x}…{0}…{{".format(…)`. */
function formatted(parts: readonly Value[], args: readonly Argument[], at: Span): readonly Value[] | undefined {
  const inOrder = positional(args);
  let next = 0;
  const out: Value[] = [];
  for (const part of parts) {
    if (part.kind !== 'text') {
      out.push(part);
      continue;
    }
    const { text } = part.text;
    let from = 0;
    for (const match of text.matchAll(/\{\{|\}\}|\{([^{}:!]*)[^{}]*\}/g)) {
      out.push({ ...part, text: sliceText(part.text, from, match.index) });
      from = match.index + match[0].length;
      if (match[0] === '{{' || match[0] === '}}') out.push({ ...part, text: sliceText(part.text, match.index, match.index + 1) });
      else {
        const field = match[1] ?? '';
        const name = /^[^.[]*/.exec(field)?.[0] ?? '';
        const given = name === '' ? inOrder[next++]?.value : /^\d+$/.test(name) ? inOrder[Number(name)]?.value : named(args, name);
        out.push(given === undefined || name !== field ? (given ?? hole(at, field, 'filled in by format()')) : given);
      }
    }
    out.push({ ...part, text: sliceText(part.text, from) });
  }
  return out;
}

function named(args: readonly Argument[], name: string): Value | undefined {
  for (const argument of args) {
    if (argument.name === name) return argument.value;
    if (argument.value.kind === 'spread' && argument.value.value.kind === 'record') {
      const entry = entryOf(argument.value.value, name);
      if (entry.value !== undefined) return entry.value;
    }
  }
  return undefined;
}

/** `sep.join(list)` in Python; `list.join(sep)` comes with its operands swapped. */
export function joined(separator: Value, list: Value | undefined, at: Span): Value | undefined {
  if (list?.kind !== 'list' || plainText(separator) === undefined) return undefined;
  const parts = list.items.flatMap((item, index): readonly Value[] => {
    const value: Value = item.kind === 'spread' ? hole(item.at, 'items', 'any number of items', { growth: 'replace' }) : item;
    return index === 0 ? [value] : [separator, value];
  });
  return { kind: 'template', at, parts, literal: false };
}
