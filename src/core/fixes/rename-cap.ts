import type { CallSite } from '../request/call-site';
import { applyEdits, type Edit, type Refusal } from '../source/edit';
import { contains } from '../source/span';
import type { Writers } from './writers';

/** Gives the output cap another name, where it stands in the call itself or in the prompt's own settings. */
export function renameCap(writers: Writers, site: CallSite, from: string, to: string): readonly Edit[] | Refusal {
  return site.kind === 'prompt-file' ? inPrompt(writers, site, from, to) : inCall(writers, site, from, to);
}

function inCall(writers: Writers, { parameters, call }: CallSite, from: string, to: string): readonly Edit[] | Refusal {
  const argument = Object.hasOwn(parameters, from) ? parameters[from] : undefined;
  if (call === undefined || argument === undefined || !contains(call.at, argument.at))
    return { refused: `${from} stands in options that other calls may use, too. Rename it to ${to} there if they all are OpenAI’s.` };
  const text = writers.textOf(argument.at.uri);
  const printer = writers.printerOf(argument.at.uri);
  if (text === undefined || printer === undefined) return { refused: 'This file can’t be edited.' };
  return printer.renameArgument(text, { name: from, at: argument.at, value: argument.value }, to);
}

/** A key of the head: the nearest such name before the number. The format has to read it back. */
function inPrompt(writers: Writers, site: CallSite, from: string, to: string): readonly Edit[] | Refusal {
  const { at, value } = site.outputCap;
  const prompt = writers.settingsOf(site);
  const text = at === undefined ? undefined : writers.textOf(at.uri);
  const byHand = { refused: `This format may not know ${to}. Rename it by hand if it does.` };
  if (at === undefined || text === undefined || prompt === undefined || prompt.summary.uri !== at.uri) return byHand;
  const start = text.lastIndexOf(from, at.start);
  if (start < 0 || !/^["']?\s*:\s*$/.test(text.slice(start + from.length, at.start))) return byHand;
  const edits = [{ uri: at.uri, start, end: start + from.length, newText: to }];
  const { document } = prompt.format.read(at.uri, applyEdits(text, edits));
  const read = [document, ...(document.others ?? [])].some(
    ({ outputCap }) => outputCap?.value === value && outputCap?.parameter.endsWith(to),
  );
  return read ? edits : byHand;
}
