import type { CallSite } from '../request/call-site';
import { type Edit, isRefusal, type Refusal } from '../source/edit';
import type { NamedPart, Printer } from '../source/language';
import { contains } from '../source/span';
import type { Call, Value, ValueOf } from '../source/values';
import type { Chain } from './chain';
import type { Asking, Entry } from './form';

export interface CallToRewrite {
  readonly text: string;
  readonly site: CallSite & { readonly call: Call };
  readonly printer: Printer;
  /** The chain that the call runs, where it isn't made on the model itself. */
  readonly chain?: Chain | undefined;
}

/** Hands the schema to the call, by the method that takes it. `name`: what the API is to call the schema. */
export function rewriteCall(code: CallToRewrite, asking: Asking, schema: string, name: string): readonly Edit[] | Refusal {
  const { text, site, printer } = code;
  const { call } = site;
  if ('receiver' in asking) {
    const asked = `.${asking.receiver}(${schema})`;
    return code.chain === undefined ? behindReceiver(text, call, asked) : code.chain.withModel(asked);
  }
  const { parameter } = asking;
  const given = writtenPart(call, parameter);
  if (given === undefined && Object.hasOwn(site.parameters, parameter))
    return { refused: `\`${parameter}\` is set elsewhere. Give it the schema there.` };
  const { quote } = printer.styleOf(text);
  const quoted = (words: string) => quote + words + quote;
  const asked =
    'value' in asking
      ? given === undefined
        ? printer.insertArgument(text, call, parameter, asking.value(schema, name, quoted))
        : printer.replaceValue(text, given, () => asking.value(schema, name, quoted))
      : withEntries(code, given, parameter, asking.entries(schema, name, quoted));
  const renamed = isRefusal(asked) || asking.method === undefined ? [] : renameMethod(text, call, asking.method);
  if (isRefusal(asked)) return asked;
  return isRefusal(renamed) ? renamed : [...renamed, ...asked];
}

function withEntries(
  { text, site, printer }: CallToRewrite,
  given: NamedPart | undefined,
  parameter: string,
  entries: readonly Entry[],
): readonly Edit[] | Refusal {
  if (given === undefined) return printer.insertArgument(text, site.call, parameter, { record: entries });
  const { value: holder } = given;
  const old = holder.kind === 'record' || holder.kind === 'call' ? partsOf(holder) : undefined;
  if (old === undefined) return { refused: `\`${parameter}\` is made elsewhere. Give it the schema there.` };
  if (holder.kind === 'record' && old.length === 0) return printer.replaceValue(text, given, () => ({ record: entries }));
  const edits: Edit[] = [];
  for (const [key, value] of entries) {
    const own = old.find(entry => entry.name === key);
    const made =
      own !== undefined
        ? printer.replaceValue(text, own, () => value)
        : holder.kind === 'call'
          ? printer.insertArgument(text, holder, key, value)
          : printer.insertEntry(text, holder, key, value);
    if (isRefusal(made)) return made;
    for (const edit of made) {
      const last = edits.findIndex(({ start, end }) => start === edit.start && end === edit.end && start === end);
      const same = edits[last];
      // A comma of its own, before a comment, would be written twice.
      if (same !== undefined && made.length > 1)
        return { refused: `A comment stands behind the last part of \`${parameter}\`. Give it the schema by hand.` };
      if (same === undefined) edits.push(edit);
      else edits[last] = { ...same, newText: same.newText + edit.newText };
    }
  }
  return edits;
}

function partsOf(holder: Call | ValueOf<'record'>): readonly NamedPart[] {
  const parts =
    holder.kind === 'call'
      ? holder.args
      : holder.entries.map(({ key, value, at }) => ({ ...(key === undefined ? {} : { name: key }), value, at }));
  return parts.flatMap(({ name, value, at }) => (name === undefined ? [] : [{ name, value, at }]));
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

function behindReceiver(text: string, { callee }: Call, newText: string): readonly Edit[] | Refusal {
  const found =
    callee.kind === 'member' ? /(?<!\s)\s*\??\.\s*$/.exec(text.slice(callee.at.start, callee.at.end - callee.key.length)) : null;
  if (found === null) return { refused: 'What the call is made on isn’t written here.' };
  const start = callee.at.start + found.index;
  return [{ uri: callee.at.uri, start, end: start, newText }];
}

function keyOf(callee: Value): string {
  return callee.kind === 'member' ? callee.key : '';
}
