import type { Edit, Refusal } from '../../../edit';
import type { Printer } from '../../../language';
import { contains, type Span } from '../../../span';
import type { Argument, Call, Value } from '../../../values';
import { lineEndOf } from '../../../written-lines';
import { noLiteral, printLiteral } from './literals';

/**
 * Adds a setting to the options that are written in the call, or a named argument. Names of properties begin with a capital letter,
 * those of parameters don't. Where no options are passed, they are made, of the type that the parameter has.
 */
export const insertArgument: Printer['insertArgument'] = (text, call, name, value) => {
  const printed = printLiteral(value);
  if (printed === undefined) return noLiteral;
  if (name.includes('_')) return { refused: `How this package is told ${name} isn’t known. Set it by hand.` };
  const { start, end, uri } = call.argsAt;
  if (start === end || text[start] !== '(') return { refused: `This call has no argument list. Set ${name} where its options are.` };
  const args = call.args.filter(argument => contains(call.argsAt, argument.at));
  const isProperty = /^\p{Lu}/u.test(name);
  if (!isProperty) {
    if (args.some(argument => argument.name === name)) return { refused: `This call already sets ${name}. Change it there.` };
    return [append(text, uri, { uri, start, end }, args.at(-1)?.at, `${name}: ${printed}`)];
  }
  const options = args.find(argument => isOptions(text, argument.value));
  if (options !== undefined) return addSetting(text, options.value, name, printed);
  const [first, second] = args;
  if (first === undefined || second !== undefined)
    return { refused: `The options are not written in this call. Set ${name} where they are made.` };
  return [append(text, uri, call.argsAt, first.at, `new() { ${name} = ${printed} }`)];
};

/** `new ChatOptions { … }`, `new() { … }`, `new ChatOptions()`: an object that is made here, of which nothing but settings is told. */
function isOptions(text: string, { kind, at }: Value): boolean {
  const source = text.slice(at.start, at.end);
  return (
    (kind === 'call' || kind === 'record') && /^new\s*(?:[\w.]+(?:Options|Settings|Params|Parameters|Request|Config)\b|\()/.test(source)
  );
}

export const insertEntry: Printer['insertEntry'] = (text, record, name, value) => {
  const printed = printLiteral(value);
  if (printed === undefined) return noLiteral;
  if (!/^new\b|^\{/.test(text.slice(record.at.start, record.at.end)))
    return { refused: `This is not made here. Set ${name} where it is made.` };
  return addSetting(text, record, name, printed);
};

function addSetting(text: string, made: Value, name: string, printed: string): readonly Edit[] | Refusal {
  const { uri, start, end } = made.at;
  const set = settingsOf(made);
  if (set.some(entry => entry.name === name)) return { refused: `${name} is already set here. Change it there.` };
  const setting = `${name} = ${printed}`;
  if (text[end - 1] !== '}') {
    const source = text.slice(start, end);
    return [{ uri, start: end, end, newText: `${source.endsWith(')') ? '' : '()'} { ${setting} }` }];
  }
  const last = set.at(-1);
  if (last !== undefined) return [append(text, uri, made.at, last.at, setting)];
  const open = text.lastIndexOf('{', end - 1);
  if (text.slice(open + 1, end - 1).trim() !== '') return { refused: `A comment stands in these braces. Add ${setting} by hand.` };
  return [{ uri, start: open + 1, end: end - 1, newText: ` ${setting} ` }];
}

interface Setting {
  readonly name: string | undefined;
  readonly at: Span;
}

function settingsOf(made: Value): readonly Setting[] {
  if (made.kind === 'record') return made.entries.map(({ key, at }) => ({ name: key, at }));
  return made.kind === 'call' ? made.args.filter(argument => isInBraces(made, argument)).map(({ name, at }) => ({ name, at })) : [];
}

function isInBraces({ argsAt, at }: Call, argument: Argument): boolean {
  return argument.name !== undefined && contains(at, argument.at) && !contains(argsAt, argument.at);
}

/** Behind the last one, on a line of its own where that one has one. */
function append(text: string, uri: string, { start, end }: Span, last: Span | undefined, written: string): Edit {
  if (last === undefined) return { uri, start: start + 1, end: start + 1, newText: written };
  const trailing = /^\s*,/.exec(text.slice(last.end, end))?.[0].length ?? 0;
  const at = last.end + trailing;
  const line = text.lastIndexOf('\n', last.start - 1) + 1;
  const indentation = text.slice(line, last.start);
  const isOnOwnLine = line > start && indentation.trim() === '';
  const separator = isOnOwnLine ? `${trailing > 0 ? '' : ','}${lineEndOf(text)}${indentation}` : trailing > 0 ? ' ' : ', ';
  return { uri, start: at, end: at, newText: separator + written + (trailing > 0 ? ',' : '') };
}
