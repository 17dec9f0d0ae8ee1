import type { CallSite } from '../request/request';
import { type Edit, isRefusal, type Refusal } from '../source/edit';
import type { NamedPart, Printer } from '../source/language';
import type { Literal } from '../source/literal';
import { contains } from '../source/span';
import type { Call, Value } from '../source/values';
import type { Asking } from './forms';

/** Hands the schema to the call, by the method that takes it. */
export function rewriteCall(
  text: string,
  site: CallSite & { readonly call: Call },
  printer: Printer,
  { parameter, entry, method, value }: Asking,
  schema: string,
  name: string,
): readonly Edit[] | Refusal {
  const { call } = site;
  const format = value(schema, name);
  const given = writtenPart(call, parameter);
  if (given === undefined && Object.hasOwn(site.parameters, parameter))
    return { refused: `\`${parameter}\` is set elsewhere. Give it the schema there.` };
  const asked = askedBy(text, printer, call, given, { parameter, entry, format });
  if (isRefusal(asked)) return asked;
  const renamed = method === undefined ? [] : renameMethod(text, call, method);
  return isRefusal(renamed) ? renamed : [...renamed, ...asked];
}

interface Wanted {
  readonly parameter: string;
  readonly entry: string | undefined;
  readonly format: Literal;
}

function askedBy(
  text: string,
  printer: Printer,
  call: Call,
  given: NamedPart | undefined,
  { parameter, entry, format }: Wanted,
): readonly Edit[] | Refusal {
  if (given === undefined)
    return printer.insertArgument(text, call, parameter, entry === undefined ? format : { record: [[entry, format]] });
  if (entry === undefined) return printer.replaceValue(text, given, () => format);
  const { value: record } = given;
  if (record.kind !== 'record') return { refused: `\`${parameter}\` is made elsewhere. Give it the schema there.` };
  const old = record.entries.find(({ key }) => key === entry);
  return old === undefined
    ? printer.insertEntry(text, record, entry, format)
    : printer.replaceValue(text, { name: entry, value: old.value, at: old.at }, () => format);
}

/** A keyword argument, or an entry of the options that the call writes itself. */
function writtenPart({ args, argsAt }: Call, name: string): NamedPart | undefined {
  for (const { name: own, value, at } of args) {
    if (own === name) return { name, value, at };
    const entry = own === undefined && value.kind === 'record' ? value.entries.find(({ key }) => key === name) : undefined;
    if (entry !== undefined && contains(argsAt, entry.at)) return { name, value: entry.value, at: entry.at };
  }
  return undefined;
}

function renameMethod(text: string, { callee }: Call, method: string): readonly Edit[] | Refusal {
  const at = callee.at.end - keyOf(callee).length;
  if (keyOf(callee) === '' || text.slice(at, callee.at.end) !== keyOf(callee))
    return { refused: 'The method is called by another name here.' };
  return [{ uri: callee.at.uri, start: at, end: callee.at.end, newText: method }];
}

function keyOf(callee: Value): string {
  return callee.kind === 'member' ? callee.key : '';
}
