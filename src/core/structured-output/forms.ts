import type { Literal } from '../source/literal';
import type { Asking, Entry, Form, ParsedPlace } from './form';

type Language = 'typescript' | 'python';

const source = (text: string): Literal => ({ source: text });
const record = (...entries: readonly Entry[]): Literal => ({ record: entries });

/** Of a class that forbids other fields, as strict modes want. */
const pydanticSchema = (schema: string): Literal => source(`${schema}.model_json_schema()`);

const MESSAGE: ParsedPlace = { of: 'sibling', text: 'content', key: 'parsed', mayBeNull: true };
const OUTPUT: ParsedPlace = { of: 'member', key: 'output_parsed', mayBeNull: true };
const ANSWER: ParsedPlace = { of: 'member', key: 'parsed_output', mayBeNull: true };

/** `parse` reads what `create` leaves as a text. */
function parsing(called: RegExp, asParsed: Asking, asText: Asking, parsed: ParsedPlace, helper?: { module: string; name: string }): Form {
  return { called, imports: helper === undefined ? [] : [helper], asParsed: { ...asParsed, method: 'parse' }, asText, parsed };
}

const CHAT = /(?:^|\.)chat\.completions\.create$/;
const RESPONSES = /(?:^|\.)responses\.create$/;
const MESSAGES = /(?:^|\.)messages\.create$/;

const chatZod: Asking = {
  parameter: 'response_format',
  value: (schema, name, quoted) => source(`zodResponseFormat(${schema}, ${quoted(name)})`),
};
const responsesZod: Asking = {
  parameter: 'text',
  entries: (schema, name, quoted) => [['format', source(`zodTextFormat(${schema}, ${quoted(name)})`)]],
};
const messagesZod: Asking = { parameter: 'output_config', entries: schema => [['format', source(`zodOutputFormat(${schema})`)]] };

const chatText: Asking = {
  parameter: 'response_format',
  asMade: true,
  value: (schema, name) =>
    record(['type', 'json_schema'], ['json_schema', record(['name', name], ['strict', true], ['schema', pydanticSchema(schema)])]),
};
const responsesText: Asking = {
  parameter: 'text',
  asMade: true,
  entries: (schema, name) => [
    ['format', record(['type', 'json_schema'], ['name', name], ['strict', true], ['schema', pydanticSchema(schema)])],
  ],
};
const messagesText: Asking = {
  parameter: 'output_config',
  asMade: true,
  entries: schema => [['format', record(['type', 'json_schema'], ['schema', pydanticSchema(schema)])]],
};
const passed = (parameter: string): Asking => ({ parameter, value: source });

const geminiZod: Asking = {
  parameter: 'config',
  entries: schema => [
    ['responseMimeType', 'application/json'],
    ['responseJsonSchema', source(`z.toJSONSchema(${schema})`)],
  ],
};
const geminiPydantic: Asking = {
  parameter: 'config',
  entries: schema => [
    ['response_mime_type', 'application/json'],
    ['response_schema', source(schema)],
  ],
};

const vercel = (parameter: string, called: RegExp): Form => {
  const asking: Asking = { parameter, value: schema => source(`Output.object({ schema: ${schema} })`) };
  const parsed: ParsedPlace = { of: 'member', key: parameter, mayBeNull: false };
  return { called, imports: [{ module: 'ai', name: 'Output' }], asParsed: asking, asText: asking, parsed };
};

const langchain = (receiver: string): Form => ({
  called: /(?:^|\.)a?invoke$/,
  imports: [],
  asParsed: { receiver },
  parsed: { of: 'answer', text: 'content' },
});

const FORMS: Readonly<Record<string, Partial<Record<Language, Form>>>> = {
  'openai openai-chat': {
    typescript: parsing(CHAT, chatZod, chatZod, MESSAGE, { module: 'openai/helpers/zod', name: 'zodResponseFormat' }),
    python: parsing(CHAT, passed('response_format'), chatText, MESSAGE),
  },
  'openai openai-responses': {
    typescript: parsing(RESPONSES, responsesZod, responsesZod, OUTPUT, { module: 'openai/helpers/zod', name: 'zodTextFormat' }),
    python: parsing(RESPONSES, passed('text_format'), responsesText, OUTPUT),
  },
  'anthropic anthropic-messages': {
    typescript: parsing(MESSAGES, messagesZod, messagesZod, ANSWER, { module: '@anthropic-ai/sdk/helpers/zod', name: 'zodOutputFormat' }),
    python: parsing(MESSAGES, passed('output_format'), messagesText, ANSWER),
  },
  'google-genai google-genai': {
    typescript: { called: /(?:^|\.)models\.generateContent$/, imports: [], asParsed: geminiZod, asText: geminiZod, parsed: { of: 'text' } },
    python: {
      called: /(?:^|\.)models\.generate_content$/,
      imports: [],
      asParsed: geminiPydantic,
      asText: geminiPydantic,
      parsed: { of: 'member', key: 'parsed', mayBeNull: true },
    },
  },
  'vercel-ai vercel-ai': { typescript: vercel('output', /^generateText$/) },
  'langchain langchain': { typescript: langchain('withStructuredOutput'), python: langchain('with_structured_output') },
  'litellm openai-chat': {
    python: {
      called: /(?:^|\.)a?completion$/,
      imports: [],
      asParsed: passed('response_format'),
      asText: passed('response_format'),
      parsed: { of: 'text' },
    },
  },
};

/** The form of an SDK's call; undefined: it isn't known. */
export function formOf(sdk: string, api: string, language: Language): Form | undefined {
  const key = `${sdk} ${api}`;
  return Object.hasOwn(FORMS, key) ? FORMS[key]?.[language] : undefined;
}

/** Versions 4 and 5 of the AI SDK have another name for it, and nothing in a file tells which version a project has. */
export const OLDER_AI_SDK = vercel('experimental_output', /^generateText$/);
