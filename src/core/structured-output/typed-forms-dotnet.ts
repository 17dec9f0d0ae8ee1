import { schemaText } from './json-schema';
import type { SchemaToWrite, TypedForm } from './typed-form';

/** A schema as a literal: on lines of its own where the file has raw literals, else as one that any version of the language takes. */
function literal({ schema, text, indentation }: SchemaToWrite): string {
  if (!text.includes('"""')) return `@"${JSON.stringify(schema).replaceAll('"', '""')}"`;
  const inner = `${indentation}    `;
  const lines = schemaText(schema, '  ').split('\n');
  return ['"""', ...lines.map(line => inner + line), `${inner}"""`].join(text.includes('\r\n') ? '\r\n' : '\n');
}

const data = (schema: SchemaToWrite) => `System.BinaryData.FromString(${literal(schema)})`;
const element = 'System.Text.Json.JsonElement';
const parsed = (type: string, schema: SchemaToWrite) => `System.Text.Json.JsonSerializer.Deserialize<${type}>(${literal(schema)})`;

/** Source: openai-dotnet, `ChatResponseFormat`. By full names, as other packages have types of the same ones. */
const format = (schema: SchemaToWrite) =>
  `OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat("${schema.name}", ${data(schema)}, jsonSchemaIsStrict: true)`;

const chat: TypedForm = {
  called: /(?:^|\.)CompleteChat(?:Async)?$/,
  holder: /^ChatCompletionOptions$/,
  entries: schema => [['ResponseFormat', format(schema)]],
};

const responses: TypedForm = {
  called: /(?:^|\.)CreateResponse(?:Async)?$/,
  holder: /^(?:CreateResponseOptions|ResponseCreationOptions)$/,
  entries(schema) {
    const made = `OpenAI.Responses.ResponseTextFormat.CreateJsonSchemaFormat("${schema.name}", ${data(schema)}, jsonSchemaIsStrict: true)`;
    return [['TextOptions', `new() { TextFormat = ${made} }`]];
  },
};

/** Source: dotnet/extensions, `ChatResponseFormat.ForJsonSchema`. */
const extensions: TypedForm = {
  called: /(?:^|\.)GetResponseAsync$/,
  holder: /^ChatOptions$/,
  entries(schema) {
    const made = `Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema(${parsed(element, schema)}, "${schema.name}")`;
    return [['ResponseFormat', made]];
  },
};

/** Source: semantic-kernel, `OpenAIPromptExecutionSettings.ResponseFormat`, which takes the package's own format. */
const kernel: TypedForm = {
  called: /(?:^|\.)(?:InvokePromptAsync|GetChatMessageContentAsync)$/,
  holder: /^(?:Azure)?OpenAIPromptExecutionSettings$/,
  entries: schema => [['ResponseFormat', format(schema)]],
};

/** Source: anthropic-sdk-csharp, `OutputConfig` and `JsonOutputFormat`. */
const messages: TypedForm = {
  called: /(?:^|\.)Messages\.Create$/,
  holder: /^MessageCreateParams$/,
  entries(schema) {
    const made = `${parsed(`System.Collections.Generic.Dictionary<string, ${element}>`, schema)}!`;
    return [['OutputConfig', `new() { Format = new() { Schema = ${made} } }`]];
  },
};

export const DOTNET_FORMS: Readonly<Record<string, TypedForm>> = {
  'openai-dotnet openai-chat': chat,
  'openai-dotnet openai-responses': responses,
  'extensions-ai extensions-ai': extensions,
  'semantic-kernel-dotnet semantic-kernel': kernel,
  'anthropic-dotnet anthropic-messages': messages,
};
