import type { Edit } from '../source/edit';
import type { Value } from '../source/values';
import type { AnswerPath, AnswerUse } from './answer-use';
import type { ParsedPlace } from './forms';

export interface ParsedReading {
  readonly place: ParsedPlace;
  /** What stands around the parsed answer: `InvoiceSchema.parse(` and `)`; or nothing and `.model_dump()`. */
  readonly before: string;
  readonly after: string;
  /** The whole of what is replaced: the parsing, or the object that is made of it. */
  readonly replaced: Value;
}

/** Reads the parsed answer where its text was parsed; undefined where that can't be written in its place. */
export function rewriteParsing(text: string, use: AnswerUse, reading: ParsedReading): readonly Edit[] | undefined {
  const { path } = use;
  const cut = path && cutOf(text, path, reading.place);
  if (path === undefined || cut === undefined) return undefined;
  const { before, after, replaced, place } = reading;
  const { uri, start, end } = replaced.at;
  const { start: from } = path.value.at;
  const { through } = path;
  const whole = path.root?.target.root;
  if (place.of === 'root' && through === undefined && whole !== undefined && whole !== 'self')
    return [{ uri, start, end, newText: `${before}${whole.name}.${place.key}${after}` }];
  if (!isBalanced(text.slice(from, cut))) return undefined;
  if (through === undefined)
    return [
      { uri, start, end: from, newText: before },
      { uri, start: cut, end, newText: place.key + after },
    ];
  const name = through.target.root === 'self' ? undefined : through.target.root.name;
  const [scope] = use.scopes;
  if (name === undefined || scope === undefined) return undefined;
  if (through.type === undefined && usesOf(name, text.slice(scope.at.start, scope.at.end)) === 2) {
    const own = through.value.at;
    return [
      ...(own.start < from ? [{ uri, start: own.start, end: from, newText: '' }] : []),
      { uri, start: cut, end: own.end, newText: place.key },
      { uri, start, end, newText: before + name + after },
    ];
  }
  // The variable stays for what else it is used for.
  return path.root === undefined ? undefined : [{ uri, start, end, newText: before + text.slice(from, cut) + place.key + after }];
}

/** Where what is kept of the path ends, its last dot included. */
function cutOf(text: string, { steps }: AnswerPath, place: ParsedPlace): number | undefined {
  const step = place.of === 'sibling' ? steps[0] : steps[steps.length - 1];
  if (step?.kind !== 'member' || (place.of === 'sibling' && step.key !== place.text)) return undefined;
  const { end } = step.at;
  return text.slice(end - step.key.length, end) === step.key ? end - step.key.length : undefined;
}

/** A bracket that is opened in it is closed in it. */
function isBalanced(source: string): boolean {
  return (source.match(/[([{]/g)?.length ?? 0) === (source.match(/[)\]}]/g)?.length ?? 0);
}

/** How often a variable is named; keys of records are none. */
function usesOf(name: string, source: string): number {
  return source.match(new RegExp(`(?<![\\w$."'])${name.replace(/\$/g, '\\$')}(?![\\w$"']|[ \\t]*:)`, 'g'))?.length ?? 0;
}
