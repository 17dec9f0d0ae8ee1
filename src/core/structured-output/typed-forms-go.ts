import { type JsonSchema, schemaText } from './json-schema';
import type { TypedForm } from './typed-form';

/** The schema as a variable that keeps the order of its fields: a map's are sent by their names. */
const raw: TypedForm['declared'] = ({ schema, variable }) => ({
  imports: [{ module: 'encoding/json', name: 'json' }],
  source: `var ${variable} = json.RawMessage(\`${schemaText(schema, '\t').replaceAll('`', '\\u0060')}\`)\n`,
});
/** For packages that take nothing but a map. */
const map: TypedForm['declared'] = ({ schema, variable }) => ({ imports: [], source: `var ${variable} = ${mapSource(schema)}\n` });

function mapSource(value: unknown): string {
  if (Array.isArray(value)) return `[]any{${value.map(mapSource).join(', ')}}`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value as JsonSchema).map(([key, inner]) => `${JSON.stringify(key)}: ${mapSource(inner)}`);
  return `map[string]any{${entries.join(', ')}}`;
}

/** Source: openai-go v3, `ResponseFormatJSONSchemaParam` (its names are the same since v1). */
const chat: TypedForm = {
  called: /(?:^|\.)Chat\.Completions\.New$/,
  holder: /^ChatCompletionNewParams$/,
  declared: raw,
  entries({ name, variable, prefix: p, text }) {
    if (new RegExp(`\\b${p}\\.F\\(`).test(text)) return { refused: 'This is an older version of the package. Update it first.' };
    const inner = `${p}.ResponseFormatJSONSchemaJSONSchemaParam{Name: "${name}", Schema: ${variable}, Strict: ${p}.Bool(true)}`;
    const param = `&${p}.ResponseFormatJSONSchemaParam{JSONSchema: ${inner}}`;
    return [['ResponseFormat', `${p}.ChatCompletionNewParamsResponseFormatUnion{OfJSONSchema: ${param}}`]];
  },
};

/** Source: openai-go v3, `ResponseFormatTextJSONSchemaConfigParam`. */
const responses: TypedForm = {
  called: /(?:^|\.)Responses\.New$/,
  holder: /^ResponseNewParams$/,
  declared: map,
  entries({ name, variable, prefix: p, text }) {
    const openai = packageName(text, /^github\.com\/openai\/openai-go(?:\/v\d+)?$/, 'openai');
    if (openai === undefined) return { refused: 'The package openai is not imported here. Set `Text` by hand.' };
    const inner = `&${p}.ResponseFormatTextJSONSchemaConfigParam{Name: "${name}", Schema: ${variable}, Strict: ${openai}.Bool(true)}`;
    return [['Text', `${p}.ResponseTextConfigParam{Format: ${p}.ResponseFormatTextConfigUnionParam{OfJSONSchema: ${inner}}}`]];
  },
};

/** Source: chat.go of sashabaranov/go-openai, whose `Schema` is anything that marshals itself. */
const community: TypedForm = {
  called: /(?:^|\.)CreateChatCompletion$/,
  holder: /^ChatCompletionRequest$/,
  declared: raw,
  entries({ name, variable, prefix: p }) {
    const inner = `&${p}.ChatCompletionResponseFormatJSONSchema{Name: "${name}", Schema: ${variable}, Strict: true}`;
    const type = `${p}.ChatCompletionResponseFormatTypeJSONSchema`;
    return [['ResponseFormat', `&${p}.ChatCompletionResponseFormat{Type: ${type}, JSONSchema: ${inner}}`]];
  },
};

/** Source: anthropic-sdk-go, `JSONOutputFormatParam`. */
const messages: TypedForm = {
  called: /(?:^|\.)Messages\.New$/,
  holder: /^MessageNewParams$/,
  declared: map,
  entries: ({ variable, prefix: p }) => [
    ['OutputConfig', `${p}.OutputConfigParam{Format: ${p}.JSONOutputFormatParam{Schema: ${variable}}}`],
  ],
};

/** Source: googleapis/go-genai, `GenerateContentConfig`. */
const gemini: TypedForm = {
  called: /(?:^|\.)Models\.GenerateContent$/,
  holder: /^GenerateContentConfig$/,
  declared: raw,
  entries: ({ variable }) => [
    ['ResponseMIMEType', '"application/json"'],
    ['ResponseJsonSchema', variable],
  ],
  made: (entries, { text }) =>
    `&${packageName(text, /^google\.golang\.org\/genai$/, 'genai') ?? 'genai'}.GenerateContentConfig{${entries}}`,
};

function packageName(text: string, module: RegExp, own: string): string | undefined {
  for (const [, alias, path = ''] of text.matchAll(/^[ \t]*(?:import[ \t]+)?(?:([\w.]+)[ \t]+)?"([^"\n]+)"/gm))
    if (module.test(path)) return alias ?? own;
  return undefined;
}

export const GO_FORMS: Readonly<Record<string, TypedForm>> = {
  'openai-go openai-chat': chat,
  'openai-go openai-responses': responses,
  'go-openai openai-chat': community,
  'anthropic-go anthropic-messages': messages,
  'google-genai-go google-genai': gemini,
};
