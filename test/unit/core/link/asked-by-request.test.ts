import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function heads(files: Readonly<Record<string, string>>, main: string): Promise<readonly string[]> {
  return (await sketchesOf(files, main)).filter(line => !line.startsWith(' '));
}

const models = `
import { anthropic } from '@ai-sdk/anthropic';
import { createOpenAI, openai } from '@ai-sdk/openai';
const xai = createOpenAI({ baseURL: 'https://api.x.ai/v1' });
export function modelFor(id: string) {
  if (id.startsWith('claude-')) return anthropic(id);
  if (id.startsWith('grok-')) return xai(id);
  return openai(id);
}
`;

describe('what a request may leave out (TypeScript)', () => {
  it('has what stands in its place for a default', async () => {
    const source = `
import OpenAI from 'openai';
const client = new OpenAI();
export async function POST(req: Request) {
  const { text, model = 'gpt-5.4', limit = 50 } = await req.json();
  return client.responses.create({ model, max_output_tokens: limit, input: text });
}
export async function PUT(request: Request) {
  const body = await request.json().catch(() => ({}));
  const asked = body.options?.model;
  return client.responses.create({ model: asked || 'gpt-5.4-mini', input: body.text });
}
app.post('/ask', async c => {
  const body = await c.req.json();
  return client.responses.create({ model: body.model ?? 'gpt-5.4-nano', input: body.text });
});
export async function PATCH(req: Request) {
  const { model } = await req.json();
  return client.responses.create({ model, input: 'Hello.' });
}
export async function relay(response: Response) {
  const data = await response.json();
  return client.responses.create({ model: data.model ?? 'gpt-5.4', input: 'Hello.' });
}
`;
    assert.deepEqual(await heads({ 'a.ts': source }, 'a.ts'), [
      'call openai-responses openai gpt-5.4 (default) cap 50',
      'call openai-responses openai gpt-5.4-mini (default) cap absent',
      'call openai-responses openai gpt-5.4-nano (default) cap absent',
      'call openai-responses openai ? depends on model (computed while the program runs) (unknown) cap absent',
      'call openai-responses openai ? depends on data.model (computed while the program runs) (unknown) cap absent',
    ]);
  });

  it('says by its default which of several clients is asked', async () => {
    const source = `
import { anthropic } from '@ai-sdk/anthropic';
import { openai } from '@ai-sdk/openai';
import { generateText } from 'ai';
import { modelFor } from './models';
export async function POST(req: Request) {
  const { prompt, model: asked } = await req.json();
  return generateText({ model: modelFor(asked || 'grok-4'), prompt });
}
export async function PUT(req: Request) {
  const { prompt, model = 'claude-sonnet-5', provider = 'anthropic' } = await req.json();
  return generateText({ model: provider === 'anthropic' ? anthropic(model) : openai(model), prompt });
}
export async function PATCH(req: Request) {
  const { prompt, large, model = 'gpt-5.4' } = await req.json();
  return generateText({ model: large ? anthropic('claude-opus-5') : openai(model), prompt });
}
export async function DELETE(req: Request) {
  const { prompt, large, model = 'gpt-5.4' } = await req.json();
  return generateText({ model: large ? anthropic(large) : openai(model), prompt });
}
`;
    assert.deepEqual(await heads({ 'a.ts': source, 'models.ts': models }, 'a.ts'), [
      'call vercel-ai x-ai grok-4 (default) cap absent',
      'call vercel-ai anthropic claude-sonnet-5 (default) cap absent',
      'call vercel-ai ? ? one of claude-opus-5, gpt-5.4, unless another is passed (default) cap absent',
      'call vercel-ai ? ? depends on large (computed while the program runs) (unknown) cap absent',
    ]);
  });
});
