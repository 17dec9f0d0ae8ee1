import type { Writers } from '../fixes/writers';
import { labelOf } from '../link/labels';
import type { CallSite } from '../request/request';
import { applyEdits, type Edit, isRefusal, type Refusal } from '../source/edit';
import type { ImportedName, Printer } from '../source/language';
import type { CodeSummary } from '../source/summary';
import type { Call } from '../source/values';
import { type AnswerUse, answerUse } from './answer-use';
import { type Form, formOf } from './forms';
import { answerName, schemaName } from './names';
import { LIST_FIELD, type StructuredPlan, structuredPlan } from './plan';
import { promptLines } from './prompt-lines';
import { pydanticSource } from './pydantic-source';
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
  const refusal = unfit(site, call);
  if (refusal !== undefined) return refusal;
  const use = answerUse(summary, call, text);
  const told = toldShape({ texts: promptLines(site.request), code: { summary, text, use } });
  if (isSchemaRefusal(told)) return told;
  const code: Code = { site: { ...site, call }, text, summary, printer, form, use, told };
  const wrapsLists = parsedReading(code, '', true) !== undefined;
  return structuredPlan({ site, sites, writers, told, wrapsLists, write: (shape, wrapped) => write(code, shape, wrapped) });
}

/** Paths by which today's packages are called; earlier ones had others. */
const CALLED = /(?:^|\.)(?:chat\.completions\.create|responses\.create|messages\.create)$/;

function unfit(site: CallSite, call: Call): SchemaRefusal | undefined {
  const inner = site.via[site.via.length - 1];
  if (inner !== undefined) return { because: `The request is sent by \`${inner}\`: give it a parameter for the format.` };
  if (site.streams)
    return {
      because:
        'The answer is streamed, and parsed piece by piece. Ask for the whole answer, or use the package’s own streaming of schemas.',
    };
  if (!CALLED.test(labelOf(call.callee).replace(/\(\)/g, '')))
    return { because: 'This way of calling the API takes no schema here. Call its `create` first.' };
  const { segments } = site.request;
  if (site.api === 'anthropic-messages' && segments[segments.length - 1]?.role === 'assistant')
    return {
      because:
        'The request begins the answer itself (the last message is the assistant’s), which no schema goes with. Take that message out first.',
    };
  return undefined;
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
  if (reading === undefined && told.reuse !== undefined && isPython)
    return {
      refused: `Errors of the parsing are caught apart from the call, or the answer is changed before it is parsed. Give \`${schema}\` to the call by hand.`,
    };
  const asking = reading === undefined ? form.asText : form.asParsed;
  const called = rewriteCall(text, site, printer, asking, schema, schemaName(schema));
  if (isRefusal(called)) return called;
  const declared = told.reuse === undefined ? declare(code, schema, shape, reading === undefined) : { imports: [], source: '' };
  if (isSchemaRefusal(declared)) return { refused: declared.because };
  const head = printer.addToHead(text, site.at.uri, [...form.imports, ...declared.imports], declared.source);
  const edits = [...head, ...called, ...(reading ?? [])];
  return [...edits, ...withoutJson(text, site.at.uri, edits, isPython)];
}

/** The edits that read the parsed answer; undefined: the code goes on to parse a text. */
function parsedReading({ site, text, summary, form, use, told }: Code, schema: string, wrapped: boolean): readonly Edit[] | undefined {
  if (use === undefined || use.caughtApart || told.typeUnread || hasOtherFormat(site, form)) return undefined;
  const isPython = summary.language === 'python';
  const isOwn = told.reuse !== undefined;
  const part = !wrapped ? '' : isPython ? `["${LIST_FIELD}"]` : `.${LIST_FIELD}`;
  const around = isPython
    ? { before: '', after: isOwn ? '' : `.model_dump()${part}` }
    : // Null where the model refused, which is an error here as it was for the parser.
      { before: `${schema}.parse(`, after: `)${part}` };
  const replaced = isOwn ? (use.made?.call ?? use.parse) : use.parse;
  return rewriteParsing(text, use, { place: form.parsed, ...around, replaced });
}

/** Two parameters must not both hold a format. */
function hasOtherFormat(site: CallSite, { asParsed, asText }: Form): boolean {
  const other = asParsed.parameter === asText.parameter ? undefined : site.parameters[asText.parameter]?.value;
  return other !== undefined && (other.kind !== 'record' || other.entries.some(({ key }) => key === undefined || key === asText.entry));
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

/** Python's `import json` goes where nothing is left that uses it. */
function withoutJson(text: string, uri: string, edits: readonly Edit[], isPython: boolean): readonly Edit[] {
  const line = isPython ? /^import[ \t]+json[ \t]*\r?\n/m.exec(text) : null;
  if (line === null) return [];
  const after = applyEdits(text, edits);
  if (/\bjson\.\w/.test(after)) return [];
  return [{ uri, start: line.index, end: line.index + line[0].length, newText: '' }];
}
