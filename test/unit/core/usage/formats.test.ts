import assert from 'node:assert/strict';
import { readUsage } from '../../../../src/core/usage/formats/index';
import type { Row, UsageRecord } from '../../../../src/core/usage/usage-record';

type Expected = Partial<{ [K in keyof UsageRecord]: UsageRecord[K] | undefined }>;

const EXAMPLES: readonly (readonly [what: string, format: string, row: Row, expected: readonly Expected[]])[] = [
  [
    'a row of OpenAI’s table',
    'openai',
    {
      start_time: '1759622400',
      start_time_iso: '2025-10-05T00:00:00+00:00',
      project_id: 'proj_1',
      num_model_requests: '12',
      model: 'gpt-5-mini-2025-08-07',
      input_tokens: '1200',
      output_tokens: '300',
      input_cached_tokens: '800',
    },
    [
      {
        requests: 12,
        model: 'gpt-5-mini-2025-08-07',
        inputTokens: 1200,
        cacheReadTokens: 800,
        outputTokens: 300,
        at: '2025-10-05T00:00:00.000Z',
        tags: ['proj_1'],
      },
    ],
  ],
  [
    'a bucket of OpenAI’s usage API',
    'openai',
    { object: 'bucket', start_time: 1759622400, results: [{ num_model_requests: 2, model: 'gpt-4o', input_tokens: 10, output_tokens: 4 }] },
    [{ requests: 2, model: 'gpt-4o', inputTokens: 10, outputTokens: 4, at: '2025-10-05T00:00:00.000Z' }],
  ],
  ['an empty bucket', 'openai', { object: 'bucket', start_time: 1, results: [] }, []],
  [
    'a row of Anthropic’s table, which tells no number of calls',
    'anthropic',
    {
      usage_date_utc: '2025-11-28 15:02',
      model_version: 'claude-haiku-4-5-20251001',
      api_key: 'support',
      workspace: 'Default',
      usage_input_tokens_no_cache: '100',
      usage_input_tokens_cache_write_5m: '20',
      usage_input_tokens_cache_write_1h: '5',
      usage_input_tokens_cache_read: '900',
      usage_output_tokens: '70',
    },
    [
      {
        requests: undefined,
        inputTokens: 1025,
        cacheReadTokens: 900,
        cacheWriteTokens: 25,
        outputTokens: 70,
        at: '2025-11-28T15:02:00.000Z',
        tags: ['Default', 'support'],
      },
    ],
  ],
  [
    'a row of LiteLLM’s spend logs',
    'litellm',
    {
      request_id: 'chatcmpl-1',
      call_type: 'acompletion',
      spend: 0.002,
      prompt_tokens: 900,
      completion_tokens: 100,
      model: 'gpt-4o',
      model_group: 'support',
      request_tags: '["feature:support"]',
      startTime: '2026-10-01 10:00:00',
      metadata: { usage_object: { prompt_tokens_details: { cached_tokens: 512 } } },
    },
    [
      {
        requests: 1,
        inputTokens: 900,
        cacheReadTokens: 512,
        outputTokens: 100,
        usd: 0.002,
        names: ['support'],
        tags: ['feature:support'],
        at: '2026-10-01T10:00:00.000Z',
      },
    ],
  ],
  [
    'an observation of Langfuse, whose input leaves out what is cached',
    'langfuse',
    {
      id: 'o1',
      traceId: 't1',
      type: 'GENERATION',
      name: 'answer',
      model: 'claude-sonnet-4-5',
      startTime: '2026-10-01T10:00:00.000Z',
      usageDetails: { input: 100, output: 50, cache_read_input_tokens: 900, cache_creation_input_tokens: 10 },
      totalCost: 0.01,
      promptName: 'support-answer',
    },
    [{ inputTokens: 1010, cacheReadTokens: 900, cacheWriteTokens: 10, outputTokens: 50, usd: 0.01, names: ['support-answer', 'answer'] }],
  ],
  ['a span of Langfuse that is no generation', 'langfuse', { traceId: 't1', type: 'SPAN', name: 'x', model: 'gpt-4o' }, []],
  [
    'a run of LangSmith',
    'langsmith',
    {
      id: 'r1',
      name: 'ChatOpenAI',
      run_type: 'llm',
      start_time: '2026-10-01T10:00:00',
      extra: { metadata: { ls_model_name: 'gpt-4o', ls_provider: 'openai' } },
      prompt_tokens: 90,
      completion_tokens: 10,
      total_cost: '0.0003',
      tags: ['triage'],
    },
    [{ provider: 'openai', model: 'gpt-4o', inputTokens: 90, outputTokens: 10, usd: 0.0003, tags: ['triage'], names: ['ChatOpenAI'] }],
  ],
  ['a chain of LangSmith', 'langsmith', { id: 'r2', run_type: 'chain', name: 'x' }, []],
  [
    'a span of Opik',
    'opik',
    {
      trace_id: 't',
      type: 'llm',
      name: 'triage',
      model: 'gpt-4o',
      provider: 'openai',
      usage: { prompt_tokens: 9, completion_tokens: 1 },
      total_estimated_cost: 0.1,
    },
    [{ provider: 'openai', model: 'gpt-4o', inputTokens: 9, outputTokens: 1, usd: 0.1, names: ['triage'] }],
  ],
  [
    'a line of an OpenTelemetry collector',
    'open-telemetry',
    {
      resourceSpans: [
        {
          scopeSpans: [
            {
              spans: [
                {
                  name: 'chat gpt-4o',
                  startTimeUnixNano: '1759622400000000000',
                  attributes: [
                    { key: 'gen_ai.request.model', value: { stringValue: 'gpt-4o' } },
                    { key: 'gen_ai.usage.input_tokens', value: { intValue: '90' } },
                    { key: 'gen_ai.usage.cache_read.input_tokens', value: { intValue: '40' } },
                    { key: 'gen_ai.usage.output_tokens', value: { intValue: 10 } },
                    { key: 'code.file.path', value: { stringValue: '/srv/app/support/assistant.py' } },
                    { key: 'code.line.number', value: { intValue: '42' } },
                  ],
                },
                { name: 'GET /', attributes: [{ key: 'http.method', value: { stringValue: 'GET' } }] },
              ],
            },
          ],
        },
      ],
    },
    [
      {
        model: 'gpt-4o',
        inputTokens: 90,
        cacheReadTokens: 40,
        outputTokens: 10,
        at: '2025-10-05T00:00:00.000Z',
        code: { file: '/srv/app/support/assistant.py', line: 42 },
      },
    ],
  ],
  [
    'a span by itself',
    'open-telemetry',
    {
      spanId: '1',
      name: 'chat',
      attributes: { 'gen_ai.response.model': 'gpt-4o-2024-08-06', 'gen_ai.usage.input_tokens': 5, 'gen_ai.usage.output_tokens': 2 },
    },
    [{ model: 'gpt-4o-2024-08-06', inputTokens: 5, outputTokens: 2 }],
  ],
];

describe('formats of usage', () => {
  for (const [what, format, row, expected] of EXAMPLES) {
    it(`read ${what}`, () => {
      const found = readUsage(row);
      assert.equal(found?.format.id, format);
      assert.equal(found.records.length, expected.length);
      for (const [index, record] of found.records.entries()) {
        const wanted = expected[index] ?? {};
        assert.deepEqual(Object.fromEntries(Object.keys(wanted).map(key => [key, record[key as keyof UsageRecord]])), wanted);
      }
    });
  }

  it('take nothing else for usage', () => {
    for (const row of [{}, { model: 'gpt-4o' }, { name: 'x', type: 'llm' }, { input_tokens: 5, model: 'x' }])
      assert.equal(readUsage(row), undefined);
  });
});
