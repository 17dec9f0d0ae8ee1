import type { CallSite } from '../request/call-site';
import { type Edit, isRefusal, type Refusal } from '../source/edit';
import type { ImportedName, Printer } from '../source/language';
import type { Call } from '../source/values';
import { readsText, type TextReading } from './text-reading';

/** A call in Java whose answer's text is parsed into a class. */
export interface JavaCode {
  readonly call: Call;
  /** The whole call, as its request may be built elsewhere. */
  readonly site: CallSite;
  readonly text: string;
  readonly printer: Printer;
  readonly reading: TextReading;
}

/** How a package whose requests are told a class gives the object where its answer's text was. */
export interface HoldingForm {
  /** The builder's method that is told the class. */
  readonly told: string;
  readonly module: string;
  /** Types of the request and of its answer, which are `Structured…<T>` from then on. */
  readonly params: string;
  readonly answer: string;
  /** The answer's method by which its text is reached, and those that stay as they are. */
  readonly reached: string;
  readonly same: RegExp;
  /** Ways to the text, as written; `now`: the way to the object, where it is another one. */
  readonly reads: readonly { readonly way: RegExp; readonly now?: string }[];
}

/** Source: openai-java, `StructuredChatCompletion`. */
export const CHAT: HoldingForm = {
  ...{
    told: 'responseFormat',
    module: 'com.openai.models.chat.completions',
    params: 'ChatCompletionCreateParams',
    answer: 'ChatCompletion',
  },
  reached: 'choices',
  same: /^(?:id|model|created|usage)$/,
  reads: [{ way: /\.\s*content\(\)\s*\.\s*(?:get|orElseThrow)\(\)$/ }],
};

const AS_STREAM =
  /(outputText\(\)\s*\.\s*stream\(\)\s*\)\s*)\.\s*map\(\s*(?:\w+\s*->\s*\w+\.text\(\)|[\w.]*ResponseOutputText::text)\s*\)\s*\.\s*(?:collect\(\s*(?:[\w.]+\.)?joining\([^()]*\)\s*\)|findFirst\(\)\s*\.\s*(?:get\(\)|orElseThrow\([^()]*\)|orElse\("[^"]*"\)))$/;

/** Source: openai-java, `StructuredResponse`, whose `outputText()` gives the object itself. */
export const RESPONSES: HoldingForm = {
  ...{ told: 'text', module: 'com.openai.models.responses', params: 'ResponseCreateParams', answer: 'Response' },
  reached: 'output',
  same: /^(?:id|model|createdAt|usage|status|error|incompleteDetails)$/,
  reads: [
    { way: AS_STREAM, now: '$1.findFirst().orElseThrow()' },
    { way: /((?:\basOutputText\(\)|\boutputText\(\)\s*\.\s*(?:get|orElseThrow)\(\))\s*)\.\s*text\(\)$/, now: '$1' },
  ],
};

/** Source: anthropic-sdk-java, `StructuredMessage`, whose blocks' `text()` gives the object. */
export const MESSAGES: HoldingForm = {
  ...{ told: 'outputConfig', module: 'com.anthropic.models.messages', params: 'MessageCreateParams', answer: 'Message' },
  reached: 'content',
  same: /^(?:id|model|usage|stopReason|stopSequence)$/,
  reads: [{ way: /\.\s*(?:asText\(\)|text\(\)\s*\.\s*(?:get|orElseThrow)\(\))\s*\.\s*text\(\)$/ }],
};

/** Tells the request the class, and takes the object where the text was; undefined: what is done with the answer isn't in sight. */
export function heldObject(form: HoldingForm, { call, text, printer, site, reading }: JavaCode): readonly Edit[] | Refusal | undefined {
  const set = printer.insertArgument(text, call, form.told, { source: reading.type });
  if (isRefusal(set)) return set;
  const read = readOf(form, reading);
  if (read === undefined) return undefined;
  const own = reading.type.replace(/\.class$/, '');
  const types: Edit[] = [];
  const imports: ImportedName[] = [];
  for (const [name, at] of [
    [form.params, call.at],
    [form.answer, site.at],
  ] as const) {
    const declared = new RegExp(`\\b(?:var|${name})\\s+(\\w+)\\s*=\\s*$`).exec(text.slice(0, at.start));
    // A field, or a variable that is set later, has a type of its own.
    if (declared === null && /[^=]=\s*$/.test(text.slice(0, at.start))) return undefined;
    if (declared === null) continue;
    const body = text.slice(reading.scope.at.start, reading.scope.at.end);
    const uses = [...body.matchAll(new RegExp(`(?<![\\w.])${declared[1]}\\b(?:\\s*\\.\\s*(\\w+))?`, 'g'))].map(([, member]) => member);
    const isRead = uses.filter(member => member === form.reached).length === 1 && uses.filter(member => member === undefined).length === 1;
    const stays = (member: string | undefined) => member === undefined || member === form.reached || form.same.test(member);
    if (!(name === form.answer ? isRead && uses.every(stays) : uses.length === 2)) return undefined;
    if (declared[0].startsWith('var')) continue;
    types.push({ uri: at.uri, start: declared.index, end: declared.index + name.length, newText: `Structured${name}<${own}>` });
    imports.push({ module: form.module, name: `Structured${name}` });
  }
  return [...printer.addToHead(text, site.at.uri, imports, ''), ...types, ...set, ...read];
}

function readOf({ reads }: HoldingForm, reading: TextReading): readonly Edit[] | undefined {
  for (const { way, now } of reads) {
    const edits = readsText(reading, undefined, way, now === undefined ? undefined : (_, written) => written.replace(way, now));
    if (edits !== undefined) return edits;
  }
  return undefined;
}
