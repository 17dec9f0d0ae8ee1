import type { Writers } from '../fixes/writers';
import { labelOf } from '../link/labels';
import type { CallSite } from '../request/call-site';
import { applyEdits, type Edit, isRefusal, type Refusal } from '../source/edit';
import type { ImportedName, Printer } from '../source/language';
import type { CodeSummary } from '../source/summary';
import type { Call } from '../source/values';
import { type AnswerUse, answerUse } from './answer-use';
import { type Chain, chainOf, isModel } from './chain';
import type { Form, ParsedPlace } from './form';
import { formOf, OLDER_AI_SDK } from './forms';
import { answerName, schemaName } from './names';
import { LIST_FIELD, type StructuredPlan, structuredPlan } from './plan';
import { promptLines } from './prompt-lines';
import { pydanticSource } from './pydantic-source';
import type { FixAnswers, FixQuestion } from './questions';
import { rewriteCall } from './rewrite-call';
import { rewriteParsing } from './rewrite-parsing';
import { isSchemaRefusal, type ObjectShape, type SchemaRefusal } from './shape';
import { type ToldShape, toldShape } from './told-shape';
import { zodSource } from './zod-source';

/** A call in code, with all that its rewriting needs. */
interface Code {
  readonly site: CallSite & { readonly call: Call };
  readonly text: string;
  readonly summary: CodeSummary;
  readonly printer: Printer;
  readonly form: Form;
  readonly use: AnswerUse | undefined;
  readonly told: ToldShape;
  readonly chain: Chain | undefined;
}

/** Asks for the answer of a call by a schema: zod in TypeScript and JavaScript, pydantic in Python. */
export function planInCode(site: CallSite, sites: readonly CallSite[], writers: Writers): StructuredPlan | SchemaRefusal {
  const { call } = site;
  const text = writers.textOf(site.at.uri);
  const summary = writers.codeOf(site.at.uri);
  const printer = writers.printerOf(site.at.uri);
  if (call === undefined || text === undefined || summary === undefined || printer === undefined)
    return { because: 'This call can’t be edited.' };
  const form = formOf(site.sdk, site.api, summary.language === 'python' ? 'python' : 'typescript');
  if (form === undefined) return { because: 'How this library is given a schema isn’t known here. Its documentation says it.' };
  const chain = 'receiver' in form.asParsed ? chainOf(call, summary, text) : undefined;
  const refusal = unfit(site, call, form, chain !== undefined || ranOn(call, summary));
  if (refusal !== undefined) return refusal;
  const use = answerUse(summary, call, text);
  const told = toldShape({ texts: promptLines(site.request), code: { summary, text, use } });
  if (isSchemaRefusal(told)) return told;
  const code: Code = { site: { ...site, call }, text, summary, printer, form, use, told, chain };
  const wrapsLists = parsedReading(code, '', true) !== undefined;
  const questions = site.sdk === 'vercel-ai' ? [AI_SDK_VERSION] : [];
  return structuredPlan({
    site,
    sites,
    writers,
    told,
    wrapsLists,
    questions,
    write: (shape, wrapped, answers) => write(isOlder(answers) ? { ...code, form: OLDER_AI_SDK } : code, shape, wrapped),
  });
}

const AI_SDK_VERSION: FixQuestion = {
  id: 'ai version',
  title: 'Which version of the package `ai` does this project have?',
  many: false,
  options: [
    { id: 'current', label: '6 or later' },
    { id: 'older', label: '4 or 5' },
  ],
};

function isOlder(answers: FixAnswers): boolean {
  return answers[AI_SDK_VERSION.id]?.[0] === 'older';
}

function unfit(site: CallSite, call: Call, { called, asParsed }: Form, hasModel: boolean): SchemaRefusal | undefined {
  const inner = site.via[site.via.length - 1];
  if (inner !== undefined) return { because: `The request is sent by \`${inner}\`: give it a parameter for the format.` };
  if (site.streams)
    return {
      because:
        'The answer is streamed, and parsed piece by piece. Ask for the whole answer, or use the package’s own streaming of schemas.',
    };
  if (!called.test(labelOf(call.callee).replace(/\(\)/g, '')))
    return { because: 'By this method the API takes no schema. Use the one of today’s package first.' };
  if ('receiver' in asParsed && !hasModel)
    return {
      because: `What is called isn’t a model by itself, or a chain of this function’s own. Put \`.${asParsed.receiver}(…)\` behind the model in it.`,
    };
  const { segments } = site.request;
  if (site.api === 'anthropic-messages' && segments[segments.length - 1]?.role === 'assistant')
    return {
      because:
        'The request begins the answer itself (the last message is the assistant’s), which no schema goes with. Take that message out first.',
    };
  return undefined;
}

/** The model itself is called. */
function ranOn({ callee }: Call, summary: CodeSummary): boolean {
  return callee.kind === 'member' && isModel(callee.object, summary);
}

function write(code: Code, shape: ObjectShape, wrapped: boolean): readonly Edit[] | Refusal {
  const { site, text, printer, form, told } = code;
  const variable = code.use?.target?.target.root;
  const isPython = code.summary.language === 'python';
  const isTaken = (name: string) => new RegExp(`\\b${name}\\b`).test(text);
  const base = answerName(variable === undefined || variable === 'self' ? undefined : variable.name, site.symbol, name =>
    isTaken(isPython ? name : `${name}Schema`),
  );
  const schema = told.reuse ?? (isPython ? base : `${base}Schema`);
  const reading = parsedReading(code, schema, wrapped);
  const asking = reading === undefined ? form.asText : form.asParsed;
  if (asking === undefined)
    return { refused: 'What comes back would be an object, and the code here uses it as a text in other ways, too.' };
  if (reading === undefined && told.reuse !== undefined && isPython)
    return {
      refused: `Errors of the parsing are caught apart from the call, or the answer is changed before it is parsed. Give \`${schema}\` to the call by hand.`,
    };
  const called = rewriteCall(code, asking, schema, schemaName(schema));
  if (isRefusal(called)) return called;
  const forbidOthers = 'asMade' in asking && asking.asMade === true;
  const declared = told.reuse === undefined ? declare(code, schema, shape, forbidOthers) : { imports: [], source: '' };
  if (isSchemaRefusal(declared)) return { refused: declared.because };
  const head = printer.addToHead(text, site.at.uri, [...form.imports, ...declared.imports], declared.source);
  const edits = [...head, ...called, ...(reading ?? [])];
  return [...edits, ...withoutJson(text, site.at.uri, edits, isPython)];
}

/** The edits that read the parsed answer; undefined: the code goes on to parse a text. */
function parsedReading(
  { site, text, summary, form, use, told, chain }: Code,
  schema: string,
  wrapped: boolean,
): readonly Edit[] | undefined {
  const isPython = summary.language === 'python';
  if (chain?.gives === 'object' && use === undefined) return isPython ? asDict(site.call, text, wrapped) : wrapped ? undefined : [];
  if (use === undefined || use.caughtApart || told.typeUnread || hasOtherFormat(site, form)) return undefined;
  const isOwn = told.reuse !== undefined;
  const part = !wrapped ? '' : isPython ? `["${LIST_FIELD}"]` : `.${LIST_FIELD}`;
  const replaced = isOwn ? (use.made?.call ?? use.parse) : use.parse;
  const dumped = `${isOwn ? '' : '.model_dump()'}${part}`;
  const place: ParsedPlace = chain?.gives === 'text' ? { of: 'answer' } : form.parsed;
  if (place.of === 'text') return checked(text, use, replaced, schema, isPython ? dumped : part, isPython);
  if (isPython) return rewriteParsing(text, use, { place, before: '', after: dumped, replaced });
  // Null where the model refused, which is an error here as it was for the parser.
  const around = place.of !== 'answer' && place.mayBeNull ? { before: `${schema}.parse(`, after: `)${part}` } : { before: '', after: part };
  return rewriteParsing(text, use, { place, ...around, replaced });
}

/** What a parser made of the text was a dictionary, and stays one. */
function asDict({ at: { uri, start, end } }: Call, text: string, wrapped: boolean): readonly Edit[] {
  const after = `.model_dump()${wrapped ? `["${LIST_FIELD}"]` : ''}`;
  const awaited = /\bawait\s+$/.exec(text.slice(0, start));
  if (awaited === null) return [{ uri, start: end, end, newText: after }];
  const from = start - awaited[0].length;
  return [
    { uri, start: from, end: from, newText: '(' },
    { uri, start: end, end, newText: `)${after}` },
  ];
}

/** The text is parsed and checked where it was parsed: `Invoice.model_validate_json(…)`, `InvoiceSchema.parse(JSON.parse(…))`. */
function checked(
  text: string,
  { parse, path }: AnswerUse,
  replaced: Call,
  schema: string,
  after: string,
  isPython: boolean,
): readonly Edit[] | undefined {
  const given = parse.args[0]?.at;
  if (given === undefined || path === undefined) return undefined;
  const { uri, start, end } = replaced.at;
  const [from, to] = isPython ? [given.start, given.end] : [parse.at.start, parse.at.end];
  const call = isPython ? `${schema}.model_validate_json(` : `${schema}.parse(`;
  const edits: readonly Edit[] = [
    { uri, start, end: from, newText: call },
    { uri, start: to, end, newText: `)${after}` },
  ];
  // Where it is written so already, the call alone changes.
  return edits.filter(edit => text.slice(edit.start, edit.end) !== edit.newText);
}

/** Two parameters must not both hold a format. */
function hasOtherFormat(site: CallSite, { asParsed, asText }: Form): boolean {
  if ('receiver' in asParsed || asText === undefined || 'receiver' in asText || asParsed.parameter === asText.parameter) return false;
  const other = site.parameters[asText.parameter]?.value;
  const keys = 'entries' in asText ? asText.entries('', '', text => text).map(([key]) => key) : [];
  return other !== undefined && (other.kind !== 'record' || other.entries.some(({ key }) => key === undefined || keys.includes(key)));
}

interface Declaration {
  readonly imports: readonly ImportedName[];
  readonly source: string;
}

function declare({ summary, printer, text }: Code, name: string, shape: ObjectShape, forbidOthers: boolean): Declaration | SchemaRefusal {
  const style = printer.styleOf(text);
  if (summary.language !== 'python') return { imports: [{ module: 'zod', name: 'z' }], source: `${zodSource(name, shape, style)}\n` };
  const isTaken = (each: string) => new RegExp(`\\b${each}\\b`).test(text);
  const made = pydanticSource(name, shape, { unit: style.unit, forbidOthers, isTaken });
  if (made === undefined) return { because: 'A field’s name can’t be one in Python. Write the model by hand, with an alias for it.' };
  const from = (module: string, names: readonly string[]) => names.map(each => ({ module, name: each }));
  return { imports: [...from('typing', made.typing), ...from('pydantic', made.pydantic)], source: `${made.text}\n` };
}

/** Python's `import json` goes where nothing is left that uses it, with the blank line that it would leave at the head of the file. */
function withoutJson(text: string, uri: string, edits: readonly Edit[], isPython: boolean): readonly Edit[] {
  const line = isPython ? /^import[ \t]+json[ \t]*\r?\n/m.exec(text) : null;
  if (line === null) return [];
  const after = applyEdits(text, edits);
  if (/\bjson\.\w/.test(after)) return [];
  const start = line.index;
  const end = start + line[0].length;
  const opens = start === 0 || /\n[ \t]*\r?\n$/.test(text.slice(0, start));
  const blank = opens && !edits.some(edit => edit.start === end) ? (/^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0) : 0;
  return [{ uri, start, end: end + blank, newText: '' }];
}
