import type { Writers } from '../fixes/writers';
import { labelOf } from '../link/labels';
import type { CallSite } from '../request/call-site';
import type { Edit, Refusal } from '../source/edit';
import { isRefusal } from '../source/edit';
import type { Printer } from '../source/language';
import type { CodeSummary } from '../source/summary';
import type { Call, Value } from '../source/values';
import { jsonSchema } from './json-schema';
import { answerName, schemaName } from './names';
import { isList, type OptionsHolder, optionsHolder } from './options-holder';
import { type StructuredPlan, structuredPlan } from './plan';
import { promptLines } from './prompt-lines';
import { isSchemaRefusal, type ObjectShape, type SchemaRefusal } from './shape';
import { toldByType, toldShape } from './told-shape';
import type { SchemaToWrite, TypedForm } from './typed-form';
import { DOTNET_FORMS } from './typed-forms-dotnet';
import { GO_FORMS } from './typed-forms-go';

interface Code {
  readonly site: CallSite;
  readonly call: Call;
  readonly text: string;
  readonly summary: CodeSummary;
  readonly printer: Printer;
  readonly form: TypedForm;
}

/** Asks for the answer of a call by a JSON schema, in languages whose code parses it into a struct, record or class. */
export function planInTypedCode(site: CallSite, sites: readonly CallSite[], writers: Writers): StructuredPlan | SchemaRefusal {
  const { call } = site;
  const text = writers.textOf(site.at.uri);
  const summary = writers.codeOf(site.at.uri);
  const printer = writers.printerOf(site.at.uri);
  if (call === undefined || text === undefined || summary === undefined || printer === undefined)
    return { because: 'This call can’t be edited.' };
  const key = `${site.sdk} ${site.api}`;
  const form = GO_FORMS[key] ?? DOTNET_FORMS[key];
  if (form === undefined) return { because: 'How this library is given a schema isn’t known here. Its documentation says it.' };
  const refusal = unfit(site, call, form);
  if (refusal !== undefined) return refusal;
  const texts = promptLines(site.request);
  const into = site.context?.parsedInto;
  const told = into === undefined ? toldShape({ texts }) : toldByType(into, texts);
  if (isSchemaRefusal(told)) return told;
  const code: Code = { site, call, text, summary, printer, form };
  return structuredPlan({ site, sites, writers, told, wrapsLists: false, write: shape => write(code, shape, into?.name) });
}

function unfit(site: CallSite, call: Call, { called }: TypedForm): SchemaRefusal | undefined {
  const inner = site.via[site.via.length - 1];
  if (inner !== undefined) return { because: `The request is sent by \`${inner}\`: give it a parameter for the format.` };
  if (site.streams)
    return { because: 'The answer is streamed, and parsed piece by piece. Ask for the whole answer, or give the stream a schema by hand.' };
  if (!called.test(labelOf(call.callee).replace(/\(\)/g, ''))) return { because: 'How this method is given a schema isn’t known here.' };
  const { segments } = site.request;
  if (site.api === 'anthropic-messages' && segments[segments.length - 1]?.role === 'assistant')
    return {
      because:
        'The request begins the answer itself (the last message is the assistant’s), which no schema goes with. Take that message out first.',
    };
  return undefined;
}

function write(code: Code, shape: ObjectShape, type: string | undefined): readonly Edit[] | Refusal {
  const { site, text, printer, form, call, summary } = code;
  const isTaken = (name: string) => new RegExp(`\\b${variableOf(name)}\\b`).test(text);
  const own = type === undefined ? undefined : type.replace(/^.*\./, '');
  const base = answerName(own, site.symbol, isTaken);
  const holder = optionsHolder(summary, call, text, form.holder);
  const at = holder?.value.at.start ?? call.at.start;
  const schema: SchemaToWrite = {
    schema: jsonSchema(shape),
    name: schemaName(base),
    variable: variableOf(base),
    prefix: holder?.prefix ?? '',
    text,
    indentation: indentationAt(text, at),
  };
  const entries = form.entries(schema);
  if ('refused' in entries) return entries;
  const told = holder === undefined ? withoutHolder(code, entries, schema) : tell(code, holder, entries);
  if (isRefusal(told)) return told;
  const declared = form.declared?.(schema);
  return declared === undefined ? told : [...printer.addToHead(text, site.at.uri, declared.imports, declared.source), ...told];
}

function variableOf(base: string): string {
  return `${base.slice(0, 1).toLowerCase()}${base.slice(1)}Schema`;
}

type Entries = readonly (readonly [key: string, source: string])[];

function tell({ text, printer }: Code, { value: holder }: OptionsHolder, entries: Entries): readonly Edit[] | Refusal {
  const edits: Edit[] = [];
  for (const [key, source] of entries) {
    const set = partOf(holder, key);
    const made =
      set === undefined ? printer.insertEntry(text, holder, key, { source }) : printer.replaceValue(text, set, () => ({ source }));
    if (isRefusal(made)) return made;
    for (const edit of made) {
      const same = edits.findIndex(({ start, end }) => start === edit.start && end === edit.end && start === end);
      const before = edits[same];
      if (before === undefined) edits.push(edit);
      else edits[same] = { ...before, newText: before.newText + edit.newText };
    }
  }
  return edits;
}

function partOf(holder: Value, key: string) {
  if (holder.kind === 'call') {
    const found = holder.args.find(argument => argument.name === key);
    return found && { name: key, value: found.value, at: found.at };
  }
  const found = holder.kind === 'record' ? holder.entries.find(entry => entry.key === key) : undefined;
  return found && { name: key, value: found.value, at: found.at };
}

/** No options are handed over: they are made where that is sure to be right. */
function withoutHolder(
  { text, summary, printer, call, form, site }: Code,
  entries: Entries,
  schema: SchemaToWrite,
): readonly Edit[] | Refusal {
  const [first, ...others] = entries;
  const none = call.args.find(({ value }) => text.slice(value.at.start, value.at.end) === 'nil');
  if (none !== undefined && form.made !== undefined) {
    const { uri, start, end } = none.value.at;
    return [{ uri, start, end, newText: form.made(entries.map(([key, source]) => `${key}: ${source}`).join(', '), schema) }];
  }
  const [messages, more] = call.args;
  // Messages that are passed one by one leave no place for options.
  const takesOptions = messages !== undefined && (site.sdk === 'extensions-ai' || isList(summary, call, messages.value));
  if (first === undefined || others.length > 0 || more !== undefined || !takesOptions || form.declared !== undefined)
    return { refused: 'The options of this call are made elsewhere. Give them the schema there.' };
  return printer.insertArgument(text, call, first[0], { source: first[1] });
}

function indentationAt(text: string, offset: number): string {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(line, offset))?.[0] ?? '';
}
