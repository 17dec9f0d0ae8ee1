import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('reading cache markers', () => {
  it('on a tool, which is sent without it (Python)', async () => {
    const files = {
      'app/use.py': `
import anthropic
client = anthropic.Anthropic()
def a(q):
    return client.messages.create(model="claude-sonnet-5-5", max_tokens=500, messages=[{"role": "user", "content": q}],
        tools=[{"name": "stop", "input_schema": {"type": "object"}, "cache_control": {"type": "ephemeral"}}])
`,
    };
    assert.deepEqual((await sketchesOf(files, 'app/use.py')).slice(1), [
      '  tools system |cache: {"name":"stop","input_schema":{"type":"object"}}',
      '  user: {q ~unknown}',
    ]);
  });

  it('in the options of the Vercel AI SDK, on a system message, a message, a part and a tool (TypeScript)', async () => {
    const files = {
      'app/use.ts': `
import { anthropic } from '@ai-sdk/anthropic';
import { generateText, tool } from 'ai';
export const a = (q: string) => generateText({
  model: anthropic('claude-sonnet-5-5'),
  system: { role: 'system', content: 'Be kind.', providerOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } } },
  tools: { stop: tool({ description: 'Stops.', providerOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } } }) },
  messages: [
    { role: 'user', content: 'Rules.', providerOptions: { bedrock: { cachePoint: { type: 'default' } } } },
    { role: 'user', content: [
      { type: 'text', text: 'More.', providerOptions: { openai: { promptCacheBreakpoint: { mode: 'explicit' } } } },
      { type: 'text', text: q },
    ] },
  ],
});
`,
    };
    assert.deepEqual((await sketchesOf(files, 'app/use.ts')).slice(1), [
      '  tools system |cache: {"name":"stop","description":"Stops."}',
      '  system system |cache: Be kind.',
      '  user |cache: Rules.',
      '  user |cache: More.',
      '  user: {q ~unknown}',
    ]);
  });

  it('as an item of its own behind what it covers, as Bedrock has it (Python)', async () => {
    const files = {
      'app/use.py': `
import anthropic
client = anthropic.Anthropic()
def a(q):
    return client.messages.create(model="claude-sonnet-5-5", max_tokens=500, system=[{"text": "Be kind."}, {"cachePoint": {"type": "default"}}],
        messages=[{"role": "user", "content": [{"text": "Rules."}, {"cachePoint": {"type": "default"}}, {"text": q}]}])
`,
    };
    assert.deepEqual((await sketchesOf(files, 'app/use.py')).slice(1), [
      '  system system |cache: Be kind.',
      '  user |cache: Rules.',
      '  user: {q ~unknown}',
    ]);
  });

  it('by role and by index, as LiteLLM injects them (Python)', async () => {
    const files = {
      'app/use.py': `
from openai import OpenAI
client = OpenAI()
def a(q, points):
    return client.chat.completions.create(model="gpt-6-sol",
        messages=[{"role": "system", "content": "Be kind."}, {"role": "user", "content": "Rules."}, {"role": "user", "content": q}],
        cache_control_injection_points=[{"location": "message", "role": "system"}, {"location": "message", "index": -2}])
`,
    };
    assert.deepEqual((await sketchesOf(files, 'app/use.py')).slice(1), [
      '  system system |cache: Be kind.',
      '  user |cache: Rules.',
      '  user: {q ~unknown}',
    ]);
  });
});
