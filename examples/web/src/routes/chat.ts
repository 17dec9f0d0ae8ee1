import Anthropic from '@anthropic-ai/sdk';
import type { SupportCase } from '../cases';
import { HOUSE_STYLE, STORE_POLICY } from '../prompts';

const anthropic = new Anthropic();

const RECENT_TURNS = 12;

const CHAT_SYSTEM = `You are Counter, the support assistant in the chat window of Kettlewick's shop.
Answer what you can from the policy. For anything about a particular order, ask the customer to sign in; after that a
colleague with access to orders takes over. When the customer asks for a person, say that one is coming and stop.

${HOUSE_STYLE}

${STORE_POLICY}`;

export async function POST(request: Request): Promise<Response> {
  const supportCase = (await request.json()) as SupportCase;
  const recent = supportCase.turns.slice(-RECENT_TURNS);
  const firstFromCustomer = Math.max(0, recent.findIndex(turn => turn.author === 'customer'));

  const stream = anthropic.messages.stream({
    model: 'claude-sonnet-5-5',
    max_tokens: 800,
    system: [{ type: 'text', text: CHAT_SYSTEM, cache_control: { type: 'ephemeral' } }],
    messages: recent.slice(firstFromCustomer).map(turn => ({
      role: turn.author === 'customer' ? 'user' : 'assistant',
      content: turn.text,
    })),
  });

  request.signal.addEventListener('abort', () => stream.abort());
  return new Response(stream.toReadableStream(), { headers: { 'content-type': 'application/x-ndjson' } });
}
