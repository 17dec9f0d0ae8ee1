import assert from 'node:assert/strict';
import type { Wire } from '../../../../src/core/verify/trial-request';
import { askEndpoint } from '../../../../src/node/endpoint/ask-endpoint';
import type { EndpointAnswer, EndpointQuestion } from '../../../../src/node/endpoint/endpoint';
import { type Scripted, type WireServer, wireServer } from '../../../wire-server';

const WIRES: readonly Wire[] = ['openai-chat', 'openai-responses', 'anthropic-messages'];
const KEY = 'sk-very-secret-key';

describe('the wires of an endpoint', () => {
  let server: WireServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  async function ask(scripted: Scripted, others: Partial<EndpointQuestion> = {}): Promise<EndpointAnswer> {
    server = await wireServer(() => scripted);
    const wire = others.wire ?? 'openai-chat';
    return askEndpoint({
      wire,
      baseUrl: wire === 'anthropic-messages' ? `http://${server.host}` : `http://${server.host}/v1`,
      model: 'small',
      key: KEY,
      messages: [
        { role: 'system', text: 'Sort.', cached: true },
        { role: 'user', text: 'A ticket.' },
      ],
      parameters: { temperature: 0, reasoning_effort: 'low' },
      maxOutputTokens: 200,
      capsCompletion: true,
      streams: false,
      timeoutMs: 3000,
      signal: new AbortController().signal,
      ...others,
    });
  }

  for (const wire of WIRES)
    for (const streams of [false, true]) {
      const how = `${wire}${streams ? ', streamed' : ''}`;
      it(`brings text, usage with cached tokens and times by ${how}`, async () => {
        const said = { text: 'billing', input: 1200, cached: 1000, written: 50, output: 12 };
        const answer = await ask(said, { wire, streams });
        assert.ok('answer' in answer, JSON.stringify(answer));
        assert.equal(answer.answer, 'billing');
        assert.deepEqual(answer.usage, {
          inputTokens: 1200,
          cacheReadTokens: 1000,
          cacheWriteTokens: 50,
          cacheWriteLongTokens: 0,
          outputTokens: 12,
        });
        assert.ok(answer.milliseconds > 0);
        assert.equal(answer.firstTokenMs !== undefined, streams || wire === 'anthropic-messages');
      });

      it(`says what the model didn't answer by ${how}, and still what was billed`, async () => {
        for (const [ended, text] of [
          ['cut', 'bil'],
          ['refused', 'no'],
          ['complete', '  '],
        ] as const) {
          const answer = await ask({ text, ended, output: 7 }, { wire, streams });
          assert.ok('failed' in answer, `${ended}: ${JSON.stringify(answer)}`);
          assert.equal(answer.kind, ended === 'complete' ? 'empty' : ended);
          assert.equal(answer.usage?.outputTokens, 7);
          await server?.close();
        }
      });

      it(`says in one sentence what went wrong by ${how}, without the key`, async () => {
        const failures: readonly (readonly [Scripted, string])[] = [
          [{ status: 400, message: 'temperature is not supported' }, 'request'],
          [{ status: 400, message: 'Your credit balance is too low' }, 'quota'],
          [{ status: 401, message: `Incorrect API key provided: ${KEY}` }, 'key'],
          [{ status: 404, message: 'model not found' }, 'model'],
          [{ status: 429, message: 'Rate limit', headers: { 'retry-after': '7' } }, 'rate'],
          [{ status: 429, message: 'You exceeded your quota', code: 'insufficient_quota' }, 'quota'],
          [{ status: 500, message: `oops ${KEY}` }, 'server'],
          [{ status: 529, message: 'overloaded' }, 'rate'],
          ['hangs up', 'connection'],
        ];
        for (const [scripted, kind] of failures) {
          const answer = await ask(scripted, { wire, streams });
          assert.ok('failed' in answer, JSON.stringify(answer));
          assert.equal(answer.kind, kind, answer.failed);
          assert.ok(!answer.failed.includes(KEY), answer.failed);
          assert.ok(server !== undefined && answer.failed.includes(server.host), answer.failed);
          assert.match(answer.failed, /^\S.*\.$/);
          assert.equal(answer.retryAfterMs, kind === 'rate' && scripted !== 'hangs up' && 'headers' in Object(scripted) ? 7000 : undefined);
          assert.equal(server?.asked.length, 1);
          await server?.close();
        }
      });

      it(`never takes half an answer for one, nor nonsense, by ${how}`, async () => {
        for (const scripted of ['broken off', 'nonsense'] as const) {
          const answer = await ask(scripted, { wire, streams });
          assert.ok('failed' in answer && /connection|unreadable/.test(answer.kind), JSON.stringify(answer));
          await server?.close();
        }
      });

      it(`waits no longer than told, and can be cancelled, by ${how}`, async () => {
        const late = await ask('slow', { wire, streams, timeoutMs: 200 });
        assert.ok('failed' in late && late.kind === 'late', JSON.stringify(late));
        await server?.close();
        const cancelling = new AbortController();
        setTimeout(() => cancelling.abort(), 50);
        assert.deepEqual(await ask('slow', { wire, streams, signal: cancelling.signal }), { cancelled: true });
      });
    }

  it('asks each wire in its own terms', async () => {
    const answerForm = { schema: '{"type":"object","properties":{"class":{"type":"string"}}}' };
    const schema = JSON.parse(answerForm.schema);
    await ask({ text: '{}' }, { answerForm });
    assert.deepEqual(server?.asked[0]?.body, {
      temperature: 0,
      reasoning_effort: 'low',
      model: 'small',
      messages: [
        { role: 'system', content: 'Sort.' },
        { role: 'user', content: 'A ticket.' },
      ],
      max_completion_tokens: 200,
      response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema } },
    });
    await server?.close();
    await ask({ text: '{}' }, { wire: 'openai-responses', answerForm });
    assert.deepEqual(server?.asked[0]?.body, {
      temperature: 0,
      model: 'small',
      input: [
        { role: 'system', content: 'Sort.' },
        { role: 'user', content: 'A ticket.' },
      ],
      store: false,
      reasoning: { effort: 'low' },
      text: { format: { type: 'json_schema', name: 'answer', strict: true, schema } },
      max_output_tokens: 200,
    });
    await server?.close();
    await ask({ text: '{}' }, { wire: 'anthropic-messages', answerForm });
    assert.deepEqual(server?.asked[0]?.body, {
      temperature: 0,
      model: 'small',
      max_tokens: 200,
      system: [{ type: 'text', text: 'Sort.', cache_control: { type: 'ephemeral' } }],
      messages: [{ role: 'user', content: [{ type: 'text', text: 'A ticket.' }] }],
      output_config: { effort: 'low', format: { type: 'json_schema', schema } },
      stream: true,
    });
  });

  it('sends the key in its header, and none where there is none', async () => {
    for (const wire of WIRES) {
      await ask({ text: 'x' }, { wire });
      assert.equal(server?.asked[0]?.headers.authorization, `Bearer ${KEY}`);
      await server?.close();
    }
    for (const wire of WIRES) {
      await server?.close();
      await ask({ text: 'x' }, { wire, key: undefined });
      const headers = server?.asked[0]?.headers;
      assert.ok(headers !== undefined);
      assert.deepEqual([headers.authorization, headers['x-api-key']], [undefined, undefined], wire);
    }
  });

  it('takes what a compatible endpoint leaves out of the completion for output: thinking', async () => {
    server = await wireServer(() => ({ text: 'x', withoutUsage: true }));
    const { openAiUsage } = await import('../../../../src/node/endpoint/read-usage');
    assert.equal(openAiUsage({ prompt_tokens: 10, completion_tokens: 5, total_tokens: 40 })?.outputTokens, 30);
    assert.equal(
      openAiUsage({ prompt_tokens: 10, completion_tokens: 5, total_tokens: 15, prompt_cache_hit_tokens: 8 })?.cacheReadTokens,
      8,
    );
    assert.equal(openAiUsage({ prompt_tokens: 'many' }), undefined);
    assert.equal(openAiUsage(undefined), undefined);
  });
});
