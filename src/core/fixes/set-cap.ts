import type { CallSite } from '../request/call-site';
import type { Edit, Refusal } from '../source/edit';
import { contains } from '../source/span';
import type { Writers } from './writers';

/** Writes another number over an output cap that is written out in the call itself, or in the prompt's own head. */
export function setCap(writers: Writers, site: CallSite, tokens: number): readonly Edit[] | Refusal {
  const { outputCap, parameters, call, via, kind } = site;
  const { at, value, parameter } = outputCap;
  const elsewhere = { refused: `The cap is set where other calls may use it, too. Change ${parameter} there.` };
  const inner = via[via.length - 1];
  if (inner !== undefined) return { refused: `The request is sent by \`${inner}\`: change ${parameter} there.` };
  if (kind === 'prompt-file') {
    const text = at === undefined ? undefined : writers.textOf(at.uri);
    if (at === undefined || text?.slice(at.start, at.end) !== String(value) || at.uri !== site.at.uri) return elsewhere;
    return [{ ...at, newText: String(tokens) }];
  }
  const argument = Object.hasOwn(parameters, parameter) ? parameters[parameter] : undefined;
  if (call === undefined || argument?.value.kind !== 'scalar' || !contains(call.at, argument.value.at)) return elsewhere;
  const text = writers.textOf(argument.value.at.uri);
  const printer = writers.printerOf(argument.value.at.uri);
  if (text === undefined || printer === undefined) return { refused: 'This file can’t be edited.' };
  return printer.replaceLiteral(text, argument.value, tokens);
}
