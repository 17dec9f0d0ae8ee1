import type { EncodingName } from '../prices/model';
import type { Estimate } from '../quote/basis';

/** Published for GPT-4o (o200k) and, for the first, GPT-3.5 and GPT-4 (cl100k). */
const FUNCTION: Readonly<Record<EncodingName, number>> = { o200k_base: 7, cl100k_base: 10 };
const PROPERTIES = 3;
const PROPERTY_KEY = 3;
const ENUM = -3;
const ENUM_ITEM = 3;
const END = 12;

/**
 * Tokens that OpenAI charges for each of the tool definitions, given as parsed JSON in either API's form; the first has those that any
 * tools take. The published recipe covers flat parameters, so nested ones are counted by the same rules, and the band runs from the bare
 * texts to the JSON as written.
 */
export function openaiTokensOfEachTool(
  tools: readonly unknown[],
  encoding: EncodingName,
  count: (text: string) => number,
): readonly Estimate[] {
  return tools.map((tool, index) => {
    const definition = definitionOf(tool);
    const framing = FUNCTION[encoding] + (index === 0 ? END : 0);
    const line = count(`${text(definition.name)}:${withoutStop(text(definition.description))}`);
    const parameters = propertiesTokens(definition.parameters, count, 0);
    const value = framing + line + parameters.framed;
    return {
      value,
      low: line + parameters.bare,
      high: Math.max(framing + count(JSON.stringify(tool) ?? ''), value),
      basis: 'estimated',
      why: 'tool definitions by the recipe published for GPT-4o; the exact figure is only known to the API',
    };
  });
}

type Json = Readonly<Record<string, unknown>>;

/** `{type: 'function', function: {…}}` (chat) or `{type: 'function', name, …}` (responses). */
function definitionOf(tool: unknown): Json {
  const outer = record(tool);
  return typeof outer.function === 'object' ? record(outer.function) : outer;
}

interface PropertyTokens {
  readonly framed: number;
  readonly bare: number;
}

/** A schema nested deeper than this is counted as if it ended here; the band's upper end still has all of it. */
const DEEPEST = 20;

function propertiesTokens(schema: unknown, count: (text: string) => number, depth: number): PropertyTokens {
  const { properties, items } = record(schema);
  if (depth > DEEPEST) return { framed: 0, bare: 0 };
  const entries = Object.entries(record(properties));
  let framed = entries.length === 0 ? 0 : PROPERTIES;
  let bare = 0;
  for (const [name, property] of entries) {
    const { type, description, enum: choices } = record(property);
    const line = count(`${name}:${text(type)}:${withoutStop(text(description))}`);
    framed += PROPERTY_KEY + line;
    bare += line;
    if (Array.isArray(choices)) {
      framed += ENUM;
      for (const choice of choices) {
        const tokens = count(text(choice));
        framed += ENUM_ITEM + tokens;
        bare += tokens;
      }
    }
    const nested = propertiesTokens(property, count, depth + 1);
    framed += nested.framed;
    bare += nested.bare;
  }
  if (items === undefined) return { framed, bare };
  const nested = propertiesTokens(items, count, depth + 1);
  return { framed: framed + nested.framed, bare: bare + nested.bare };
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}

function withoutStop(description: string): string {
  return description.endsWith('.') ? description.slice(0, -1) : description;
}
