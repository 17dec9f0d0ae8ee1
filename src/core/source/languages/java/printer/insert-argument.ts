import type { Printer } from '../../../language';
import { lineEndOf } from '../../../written-lines';
import { methodName, printLiteral } from './literals';

/** Adds a method to a builder's chain, behind the last one and laid out like it. */
export const insertArgument: Printer['insertArgument'] = (text, call, parameter, value) => {
  const name = methodName(parameter);
  const { uri, end } = call.argsAt;
  if (!call.chained) return { refused: `The options are not written in this call: add ${name} where they are built.` };
  if (call.args.some(argument => argument.name === name)) return { refused: `This call already sets ${name}: change it there.` };
  const printed = printLiteral(value);
  if (printed === undefined) return { refused: `Java has no literal for this. Add ${name} with the SDK’s own builder.` };
  const last = call.args.filter(argument => argument.name !== undefined).at(-1);
  const before = /(?:\r\n|\n)([ \t]*)\.\s*$/.exec(text.slice(Math.max(0, (last?.at.start ?? end) - 200), last?.at.start ?? end));
  const separator = before === null ? '' : lineEndOf(text) + (before[1] ?? '');
  return [{ uri, start: end, end, newText: `${separator}.${name}(${printed})` }];
};
