import { choose, chooseOf } from '../link/choose';
import { isNull, plainText } from '../link/plain-values';
import type { Value, ValueOf } from '../source/values';

/** What a part of a text may be: texts, and what can't be told. */
interface Part {
  readonly texts: readonly Value[];
  readonly open: readonly Value[];
}

/**
 * A text with something put in (`f"openai/{name}"`) as the texts that it may be, where what is put in has a default or is one of several
 * texts. What can't be told stands for the whole, so that whoever reads it learns what it is.
 */
export function writtenAround(value: Value): Value {
  if (value.kind === 'choice') {
    const options = value.options.map(writtenAround);
    return options.every((option, index) => option === value.options[index]) ? value : chooseOf(value.at, value, options);
  }
  return value.kind === 'template' && plainText(value) === undefined ? spelledOut(value) : value;
}

function spelledOut(template: ValueOf<'template'>): Value {
  const parts = template.parts.map(partOf);
  const unread = parts.filter(({ texts }) => texts.length === 0).flatMap(({ open }) => open);
  // Of two parts with several texts each nobody sees here which go together.
  const several = parts.filter(({ texts }) => texts.length > 1);
  // Nor what a caller passes for one parameter and leaves out for the other.
  const passed = parts.flatMap(({ open }) => open.filter(({ kind }) => kind === 'param'));
  const unknown = unread.length > 0 ? unread : passed.length > 1 ? passed : [];
  if (unknown.length > 0 || several.length > 1) return unknown.find(({ kind }) => kind === 'param') ?? unknown[0] ?? template;
  const counts = Array.from({ length: several[0]?.texts.length ?? 1 }, (_, index) => index);
  const built = counts.map((index): Value => ({ ...template, parts: parts.map(({ texts }) => texts[index] ?? texts[0] ?? template) }));
  return choose(template.at, [...built, ...parts.flatMap(({ open }) => open)]);
}

function partOf(part: Value): Part {
  if (plainText(part) !== undefined) return { texts: [part], open: [] };
  if (part.kind === 'choice') {
    const each = part.options.filter(option => !isNull(option)).map(partOf);
    return { texts: each.flatMap(({ texts }) => texts), open: each.flatMap(({ open }) => open) };
  }
  if (part.kind === 'param' && part.fallback !== undefined) {
    // Its default is a part of a text, and none by itself.
    const { fallback, ...open } = part;
    return { texts: partOf(fallback).texts, open: [open] };
  }
  const spelled = part.kind === 'template' ? spelledOut(part) : part;
  return spelled === part ? { texts: [], open: [part] } : partOf(spelled);
}
