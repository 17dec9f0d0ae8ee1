import { numberIn, objectIn, textIn, textsIn, timeIn } from '../fields';
import type { CodePlace, Row, UsageFormat, UsageRecord } from '../usage-record';

/** Spans with the conventions for generative AI: as the collector writes them (many in a line), or each by itself with its attributes. */
export const format: UsageFormat = {
  id: 'open-telemetry',
  title: 'OpenTelemetry spans',
  read(row) {
    if (Array.isArray(row.resourceSpans)) {
      const spans = row.resourceSpans.flatMap(resource => listIn(resource, 'scopeSpans').flatMap(scope => listIn(scope, 'spans')));
      return spans.flatMap(span => recordsOf(span));
    }
    return 'attributes' in row && ('spanId' in row || 'span_id' in row || 'context' in row) ? recordsOf(row) : undefined;
  },
};

function recordsOf(span: Row): readonly UsageRecord[] {
  const attributes = attributesOf(span);
  const model = textIn(attributes, 'gen_ai.response.model', 'gen_ai.request.model');
  const inputTokens = numberIn(attributes, 'gen_ai.usage.input_tokens', 'gen_ai.usage.prompt_tokens');
  if (model === undefined || inputTokens === undefined) return [];
  // An agent's own span sums what its calls say themselves.
  if (/^(?:invoke_agent|create_agent|execute_tool)$/.test(textIn(attributes, 'gen_ai.operation.name') ?? '')) return [];
  const provider = textIn(attributes, 'gen_ai.provider.name', 'gen_ai.system');
  const usd = numberIn(attributes, 'gen_ai.usage.cost');
  const at = timeIn(span, 'startTimeUnixNano', 'start_time_unix_nano', 'startTime', 'start_time');
  const code = codeOf(attributes);
  return [
    {
      requests: 1,
      ...(provider === undefined ? {} : { provider }),
      model,
      inputTokens,
      cacheReadTokens: numberIn(attributes, 'gen_ai.usage.cache_read.input_tokens', 'gen_ai.usage.cache_read_input_tokens') ?? 0,
      cacheWriteTokens: numberIn(attributes, 'gen_ai.usage.cache_creation.input_tokens', 'gen_ai.usage.cache_creation_input_tokens') ?? 0,
      outputTokens: numberIn(attributes, 'gen_ai.usage.output_tokens', 'gen_ai.usage.completion_tokens') ?? 0,
      ...(usd === undefined ? {} : { usd }),
      ...(at === undefined ? {} : { at }),
      names: [...textsIn(attributes, 'gen_ai.prompt.name'), ...textsIn(attributes, 'gen_ai.agent.name'), ...textsIn(span, 'name')],
      tags: textsIn(attributes, 'tags', 'tag.tags'),
      ...(code === undefined ? {} : { code }),
    },
  ];
}

function codeOf(attributes: Row): CodePlace | undefined {
  const file = textIn(attributes, 'code.file.path', 'code.filepath');
  const line = numberIn(attributes, 'code.line.number', 'code.lineno');
  const name = textIn(attributes, 'code.function.name', 'code.function');
  if (file === undefined && name === undefined) return undefined;
  return {
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(name === undefined ? {} : { function: name }),
  };
}

/** A list of keys and typed values, or an object. */
function attributesOf({ attributes }: Row): Row {
  if (!Array.isArray(attributes)) return objectIn(attributes) ?? {};
  const pairs = attributes.flatMap(attribute => {
    const object = objectIn(attribute);
    const value = objectIn(object?.value);
    const key = object?.key;
    if (typeof key !== 'string' || value === undefined) return [];
    const list = objectIn(value.arrayValue)?.values;
    const items = Array.isArray(list) ? list.map(item => objectIn(item)?.stringValue) : undefined;
    return [[key, items ?? value.stringValue ?? value.intValue ?? value.doubleValue ?? value.boolValue] as const];
  });
  return Object.fromEntries(pairs);
}

function listIn(value: unknown, key: string): readonly Row[] {
  const list = objectIn(value)?.[key];
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown): readonly Row[] => {
    const object = objectIn(item);
    return object === undefined ? [] : [object];
  });
}
