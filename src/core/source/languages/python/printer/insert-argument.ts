import type { Edit, Refusal } from '../../../edit';
import type { Printer } from '../../../language';
import type { Span } from '../../../span';
import type { Argument, Call } from '../../../values';
import { lineEndOf, lineStartOf } from '../../../written-lines';
import { indentationAt, isName } from './literals';
import { printAt } from './print-at';

/** Adds `name=value` last, but before `**kwargs`, in the style of the arguments that are there. */
export const insertArgument: Printer['insertArgument'] = (text, call, name, value) => {
  const { argsAt, args } = call;
  const last = args.at(-1);
  const printed = printAt(text, last?.at.start ?? argsAt.start, value, `${name}=`.length);
  if (printed === undefined) return { refused: 'Python has no literal for this number.' };
  if (!isName(name)) return { refused: `${name} can't be a keyword argument's name. Choose another name.` };
  if (args.some(argument => argument.name === name)) return { refused: `The call already passes ${name}. Change it there.` };
  const isWhole = text[argsAt.start] === '(' && text[argsAt.end - 1] === ')' && args[0]?.at.start !== argsAt.start;
  if (!isWhole) return { refused: `Put the call's argument in brackets of its own, then add ${name}.` };
  const argument = `${name}=${printed}`;
  const keywords = trailingKeywords(text, args);
  if (keywords !== undefined) return before(text, keywords, argument);
  return last === undefined ? only(text, call, argument) : insertBehind(text, argsAt, last.at, argument);
};

/** The first of the `**x` that end the argument list. */
function trailingKeywords(text: string, args: readonly Argument[]): Argument | undefined {
  const isSpread = (argument: Argument) => argument.value.kind === 'spread' && text.startsWith('**', argument.at.start);
  let first: Argument | undefined;
  for (const argument of args) first = isSpread(argument) ? (first ?? argument) : undefined;
  return first;
}

function before(text: string, next: Argument, argument: string): readonly Edit[] {
  const { uri, start } = next.at;
  const separator = beginsLine(text, start) ? lineEndOf(text) + indentationAt(text, start) : ' ';
  return [{ uri, start, end: start, newText: `${argument},${separator}` }];
}

function only(text: string, call: Call, argument: string): readonly Edit[] {
  const { uri, start, end } = call.argsAt;
  const closing = lineStartOf(text, end - 1);
  // A comment may stand between the brackets; the argument goes to a line of its own below it.
  if (closing > start && beginsLine(text, end - 1)) {
    const newText = `${indentationAt(text, end - 1)}    ${argument},${lineEndOf(text)}`;
    return [{ uri, start: closing, end: closing, newText }];
  }
  return [{ uri, start: start + 1, end: start + 1, newText: argument }];
}

/** Behind the last of the parts that brackets (`whole`) hold. */
export function insertBehind(text: string, whole: Span, last: Span, argument: string): readonly Edit[] | Refusal {
  const { uri, end } = last;
  if (!beginsLine(text, last.start)) return [{ uri, start: end, end, newText: `, ${argument}` }];
  const tail = text.slice(end, whole.end - 1);
  // What stands behind the last argument: spaces, a comma, a comment, up to its line's end.
  const [rest = ''] = /^[^\S\r\n]*,?[^\S\r\n]*(#[^\r\n]*)?/.exec(tail) ?? [];
  const hasComma = /^[^\S\r\n]*,/.test(rest);
  const newLine = lineEndOf(text) + indentationAt(text, last.start) + argument;
  if (!hasComma && /^\s*(?:#[^\r\n]*[\r\n]\s*)*,/.test(tail))
    return { refused: 'A comma stands on a line of its own here. Add the argument by hand.' };
  if (hasComma) return [{ uri, start: end + rest.trimEnd().length, end: end + rest.trimEnd().length, newText: `${newLine},` }];
  if (!rest.includes('#')) return [{ uri, start: end, end, newText: `,${newLine}` }];
  const lineEndAt = end + rest.trimEnd().length;
  return [
    { uri, start: end, end, newText: ',' },
    { uri, start: lineEndAt, end: lineEndAt, newText: newLine },
  ];
}

function beginsLine(text: string, offset: number): boolean {
  return text.slice(lineStartOf(text, offset), offset).trim() === '';
}
