import OpenAI from 'openai';
import { type SupportCase, transcript } from '../cases';
import { HOUSE_STYLE } from '../prompts';

const openai = new OpenAI();

const SUGGESTIONS_SCHEMA = {
  type: 'object',
  properties: { suggestions: { type: 'array', items: { type: 'string' } } },
  required: ['suggestions'],
  additionalProperties: false,
};

export async function POST(request: Request): Promise<Response> {
  const supportCase = (await request.json()) as SupportCase;

  const completion = await openai.chat.completions.create({
    model: 'gpt-6-luna',
    messages: [
      {
        role: 'system',
        content: `You suggest three one-tap replies to a colleague in Kettlewick's chat inbox: one that answers, one that asks for
the missing fact, one that hands over. Each is a complete message of at most 20 words.

${HOUSE_STYLE}`,
      },
      { role: 'user', content: transcript(supportCase) },
    ],
    response_format: { type: 'json_schema', json_schema: { name: 'suggestions', strict: true, schema: SUGGESTIONS_SCHEMA } },
    reasoning_effort: 'none',
    max_completion_tokens: 250,
  });

  const { suggestions } = JSON.parse(completion.choices[0]?.message.content ?? '{"suggestions":[]}') as { suggestions: string[] };
  return Response.json({ suggestions });
}
