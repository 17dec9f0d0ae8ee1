import type { Edit } from '../source/edit';
import type { Value } from '../source/values';
import type { AnswerPath, AnswerUse } from './answer-use';
import type { ParsedPlace } from './form';

/** Somewhere in the answer; a text stays where it is. */
type PlaceInAnswer = Exclude<ParsedPlace, { of: 'text' }>;

export interface ParsedReading {
  readonly place: PlaceInAnswer;
  /** What stands around the parsed answer: `InvoiceSchema.parse(` and `)`; or nothing and `.model_dump()`. */
  readonly before: string;
  readonly after: string;
  /** The whole of what is replaced: the parsing, or the object that is made of it. */
  readonly replaced: Value;
}

/** Reads the parsed answer where its text was parsed; undefined where that can't be written in its place. */
export function rewriteParsing(text: string, use: AnswerUse, reading: ParsedReading): readonly Edit[] | undefined {
  const { path } = use;
  if (path === undefined) return undefined;
  const { before, after, replaced, place } = reading;
  const { uri, start, end } = replaced.at;
  const whole = path.root?.target.root;
  const name = whole === undefined || whole === 'self' ? undefined : whole.name;
  const [scope] = use.scopes;
  const own = scope === undefined ? '' : text.slice(scope.at.start, scope.at.end);
  if (place.of === 'answer') {
    const isAll =
      path.through === undefined && keyOf(path.steps[0]) === place.text && path.steps.length === (place.text === undefined ? 0 : 1);
    if (!isAll) return undefined;
    return name === undefined
      ? aroundCall(text, use, reading)
      : usesOf(name, own) === 2
        ? [{ uri, start, end, newText: before + name + after }]
        : undefined;
  }
  const { through } = path;
  if (place.of === 'member' && through === undefined && name !== undefined)
    return [{ uri, start, end, newText: `${before}${name}.${place.key}${after}` }];
  const cut = cutOf(text, path, place);
  const { start: from } = path.value.at;
  if (cut === undefined || !isBalanced(text.slice(from, cut))) return undefined;
  if (through === undefined)
    return [
      { uri, start, end: from, newText: before },
      { uri, start: cut, end, newText: place.key + after },
    ];
  const variable = through.target.root === 'self' ? undefined : through.target.root.name;
  if (variable === undefined) return undefined;
  if (through.type === undefined && usesOf(variable, own) === 2) {
    const held = through.value.at;
    // `const { text } = …` becomes `const { output } = …`.
    const isPattern = through.at.start < held.start && text[through.at.start] === '{' && held.start === from && cut === from;
    const isFree = isPattern && usesOf(place.key, own) === 0;
    return [
      ...(held.start < from ? [{ uri, start: held.start, end: from, newText: '' }] : []),
      { uri, start: cut, end: held.end, newText: isPattern && !isFree ? `${place.key}: ${variable}` : place.key },
      { uri, start, end, newText: before + (isFree ? place.key : variable) + after },
    ];
  }
  // The variable stays for what else it is used for.
  return path.root === undefined ? undefined : [{ uri, start, end, newText: before + text.slice(from, cut) + place.key + after }];
}

/** The call stands where its answer is parsed: `json.loads(model.invoke(…).content)`. */
function aroundCall(text: string, { path, parse }: AnswerUse, { before, after, replaced }: ParsedReading): readonly Edit[] | undefined {
  const [step] = path?.steps ?? [];
  const call = step?.kind === 'member' ? step.object : path?.value;
  const given = parse.args[0]?.at;
  if (call === undefined || given === undefined) return undefined;
  const { uri, start, end } = replaced.at;
  // An `await` would stand in brackets of its own.
  if (given.start !== call.at.start || !isBalanced(text.slice(call.at.start, call.at.end))) return undefined;
  return [
    { uri, start, end: call.at.start, newText: before },
    { uri, start: call.at.end, end, newText: after },
  ];
}

function keyOf(step: Value | undefined): string | undefined {
  return step?.kind === 'member' ? step.key : undefined;
}

/** Where what is kept of the path ends, its last dot included. */
function cutOf(text: string, { steps }: AnswerPath, place: PlaceInAnswer): number | undefined {
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
