import type { ImportedName } from '../source/language';
import type { Literal } from '../source/literal';

/** How one API is asked for an answer that keeps to a schema, in one language. */
export interface Form {
  /** Besides zod or pydantic. */
  readonly imports: readonly ImportedName[];
  /** The answer comes parsed. */
  readonly asParsed: Asking;
  /** The answer stays a text, which the code goes on to parse. */
  readonly asText: Asking;
  /** What then holds the parsed answer. */
  readonly parsed: ParsedPlace;
}

export interface Asking {
  readonly parameter: string;
  /** What of the parameter, where that is a record that may hold more. */
  readonly entry?: string;
  /** The method that is called instead. */
  readonly method?: string;
  /** `schema`: the name of the zod schema or the pydantic class. `name`: what the API is to call it. */
  value(schema: string, name: string): Literal;
}

/** `sibling`: beside the text (`….message.parsed` for `….message.content`). `root`: of the answer itself. */
export type ParsedPlace =
  | { readonly of: 'sibling'; readonly text: string; readonly key: string }
  | { readonly of: 'root'; readonly key: string };

type Language = 'typescript' | 'python';

const source = (text: string): Literal => ({ source: text });

/** Of a class that forbids other fields, as strict modes want. */
const pydanticSchema = (schema: string): Literal => source(`${schema}.model_json_schema()`);

function zodForm(module: string, helper: string, asked: Omit<Asking, 'value'>, named: boolean, parsed: ParsedPlace): Form {
  const value = (schema: string, name: string) => source(named ? `${helper}(${schema}, '${name}')` : `${helper}(${schema})`);
  return { imports: [{ module, name: helper }], asParsed: { ...asked, method: 'parse', value }, asText: { ...asked, value }, parsed };
}

function pydanticForm(parameter: string, asText: Asking, parsed: ParsedPlace): Form {
  return { imports: [], asParsed: { parameter, method: 'parse', value: source }, asText, parsed };
}

const MESSAGE: ParsedPlace = { of: 'sibling', text: 'content', key: 'parsed' };
const OUTPUT: ParsedPlace = { of: 'root', key: 'output_parsed' };
const ANSWER: ParsedPlace = { of: 'root', key: 'parsed_output' };

const FORMS: Readonly<Record<string, Readonly<Record<Language, Form>>>> = {
  'openai openai-chat': {
    typescript: zodForm('openai/helpers/zod', 'zodResponseFormat', { parameter: 'response_format' }, true, MESSAGE),
    python: pydanticForm(
      'response_format',
      {
        parameter: 'response_format',
        value: (schema, name) => ({
          record: [
            ['type', 'json_schema'],
            [
              'json_schema',
              {
                record: [
                  ['name', name],
                  ['strict', true],
                  ['schema', pydanticSchema(schema)],
                ],
              },
            ],
          ],
        }),
      },
      MESSAGE,
    ),
  },
  'openai openai-responses': {
    typescript: zodForm('openai/helpers/zod', 'zodTextFormat', { parameter: 'text', entry: 'format' }, true, OUTPUT),
    python: pydanticForm(
      'text_format',
      {
        parameter: 'text',
        entry: 'format',
        value: (schema, name) => ({
          record: [
            ['type', 'json_schema'],
            ['name', name],
            ['strict', true],
            ['schema', pydanticSchema(schema)],
          ],
        }),
      },
      OUTPUT,
    ),
  },
  'anthropic anthropic-messages': {
    typescript: zodForm('@anthropic-ai/sdk/helpers/zod', 'zodOutputFormat', { parameter: 'output_config', entry: 'format' }, false, ANSWER),
    python: pydanticForm(
      'output_format',
      {
        parameter: 'output_config',
        entry: 'format',
        value: schema => ({
          record: [
            ['type', 'json_schema'],
            ['schema', pydanticSchema(schema)],
          ],
        }),
      },
      ANSWER,
    ),
  },
};

/** The form of an SDK's call; undefined: it isn't known. */
export function formOf(sdk: string, api: string, language: Language): Form | undefined {
  const key = `${sdk} ${api}`;
  return Object.hasOwn(FORMS, key) ? FORMS[key]?.[language] : undefined;
}
