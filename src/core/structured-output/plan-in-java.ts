import type { Writers } from '../fixes/writers';
import type { CallSite } from '../request/call-site';
import { type Edit, isRefusal, type Refusal } from '../source/edit';
import type { ImportedName } from '../source/language';
import { CHAT, type HoldingForm, heldObject, type JavaCode, MESSAGES, RESPONSES } from './held-object-java';
import { type StructuredPlan, structuredPlan } from './plan';
import { promptLines } from './prompt-lines';
import { fieldsOf, isSchemaRefusal, type SchemaRefusal } from './shape';
import { readsText, textReading } from './text-reading';
import { toldByType } from './told-shape';

type Way = (code: JavaCode) => readonly Edit[] | Refusal;

const PARSED_ELSEWHERE: Refusal = {
  refused: 'The answer’s text is used in other ways, or errors of its parser are caught. Ask for the object by hand.',
};

/** Spring AI: `.content()` that is parsed becomes `.entity(Invoice.class)`. */
const entity: Way = ({ site, reading }) =>
  readsText(reading, site.at.end, /^\s*\.\s*content\(\)/, type => `.entity(${type})`) ?? PARSED_ELSEWHERE;

/** LangChain4j, whose text stays one: the package makes the schema of the class. Source: `JsonSchemas`, `ResponseFormat`. */
const format: Way = ({ call, text, printer, site, reading }) => {
  const { shape } = site.context?.parsedInto ?? {};
  // Its schema has the fields' own names, whatever annotations say.
  if (shape === undefined || isSchemaRefusal(shape) || [...fieldsOf(shape)].some(({ field }) => field.named === true))
    return {
      refused: 'LangChain4j leaves out the names that annotations give to fields, which the parser wants. Rename the fields first.',
    };
  const schema = `JsonSchemas.jsonSchemaFrom(${reading.type}).orElseThrow()`;
  const source = `ResponseFormat.builder().type(ResponseFormatType.JSON).jsonSchema(${schema}).build()`;
  const set = printer.insertArgument(text, call, 'responseFormat', { source });
  const from = (module: string, ...names: readonly string[]): readonly ImportedName[] => names.map(name => ({ module, name }));
  const imports = [
    ...from('dev.langchain4j.model.chat.request', 'ResponseFormat', 'ResponseFormatType'),
    ...from('dev.langchain4j.service.output', 'JsonSchemas'),
  ];
  return isRefusal(set) ? set : [...printer.addToHead(text, site.at.uri, imports, ''), ...set];
};

/** The makers' own packages, whose answers then hold the object where their text was. */
const holding =
  (form: HoldingForm): Way =>
  code =>
    heldObject(form, code) ?? PARSED_ELSEWHERE;

const WAYS: Readonly<Record<string, { readonly called: RegExp; readonly way: Way }>> = {
  'spring-ai spring-ai': { called: /(?:^|\.)call$/, way: entity },
  'langchain4j langchain4j': { called: /(?:^|\.)chat$/, way: format },
  'openai-java openai-chat': { called: /(?:^|\.)chat\.completions\.create$/, way: holding(CHAT) },
  'openai-java openai-responses': { called: /(?:^|\.)responses\.create$/, way: holding(RESPONSES) },
  'anthropic-java anthropic-messages': { called: /^(?!.*\bbeta\b).*\bmessages\.create$/, way: holding(MESSAGES) },
};

/** Asks for the answer of a call in Java by the class that the code parses it into. */
export function planInJava(site: CallSite, sites: readonly CallSite[], writers: Writers): StructuredPlan | SchemaRefusal {
  const { call } = site;
  const text = writers.textOf(site.at.uri);
  const summary = writers.codeOf(site.at.uri);
  const printer = writers.printerOf(site.at.uri);
  if (call === undefined || text === undefined || summary === undefined || printer === undefined)
    return { because: 'This call can’t be edited.' };
  const key = `${site.sdk} ${site.api}`;
  const found = Object.hasOwn(WAYS, key) ? WAYS[key] : undefined;
  if (found === undefined) return { because: 'How this library is given a schema isn’t known here. Its documentation says it.' };
  const inner = site.via[site.via.length - 1];
  if (inner !== undefined) return { because: `The request is sent by \`${inner}\`: give it a parameter for the format.` };
  if (site.streams) return { because: 'The answer is streamed, and parsed piece by piece. Ask for the whole answer first.' };
  const callee = text.slice(site.calleeAt.start, site.calleeAt.end).replace(/\([^()]*\)|\s+/g, '');
  if (!found.called.test(callee))
    return {
      because: 'A method of an interface is called: let it return the class instead of a text, and the package asks by its schema.',
    };
  const into = site.context?.parsedInto;
  const reading = textReading(summary, site, text);
  if (into === undefined || reading === undefined)
    return { because: 'No class tells the answer’s fields here. Declare one, parse the answer into it in this method, then ask again.' };
  const told = toldByType(into, promptLines(site.request));
  if (isSchemaRefusal(told)) return told;
  const code: JavaCode = { site, call, text, printer, reading };
  const own = { ...told, reuse: into.name };
  return structuredPlan({ site, sites, writers, told: own, wrapsLists: false, write: () => found.way(code) });
}
