import OpenAI from 'openai';
import { type SupportCase, transcript } from '../cases';
import { HOUSE_STYLE, STORE_POLICY } from '../prompts';

const openai = new OpenAI();

interface DraftRequest {
  case: SupportCase;
  colleague: string;
  note?: string;
}

export async function POST(request: Request): Promise<Response> {
  const { case: supportCase, colleague, note } = (await request.json()) as DraftRequest;

  const response = await openai.responses.create({
    model: 'gpt-5.4',
    instructions: `It is now ${new Date().toISOString()}.

You draft replies for the support team of Kettlewick, a shop for home espresso machines, grinders and a coffee subscription.
A colleague reads your draft, changes what they like and sends it under their own name. Save them typing, not thinking.

${HOUSE_STYLE}

${STORE_POLICY}

# Drafting

1. Find what the customer is really asking. If there are several questions, answer them in the order they were asked.
2. Work out which policy applies, counting days from the delivery date in the case. Two policies may apply: the law first,
   then the home trial, then the 30 days, then the warranty.
3. If a colleague has already promised something in writing, keep the promise, even where the policy would not have made it.
4. If the colleague left a note, it decides what the reply says. The policy decides how far it may go.
5. Where a fact is missing, leave a gap in square brackets that says what belongs there: [new delivery date].
   Never fill a gap with something likely.
6. For a fault, ask for at most two pieces of information, and say what each is for. For low pressure ask for dose, yield and
   time; for a leak ask where the water first appears; for noise ask for ten seconds of video.
7. For an angry customer, name what went wrong in one sentence, without adjectives, and move on to what happens now.
8. If the case must go to the workshop or the support lead, draft only the sentence that tells the customer so.

Return the reply alone: no subject line, no commentary, no alternatives. Sign with the colleague's first name and, on a new
line, "Kettlewick support". In a chat there is no signature.`,
    input: [
      `Channel: ${supportCase.channel}`,
      `Colleague: ${colleague}`,
      note ? `Note from the colleague: ${note}` : '',
      transcript(supportCase),
    ]
      .filter(Boolean)
      .join('\n\n'),
    max_output_tokens: 900,
    reasoning: { effort: 'none' },
  });

  return Response.json({ draft: response.output_text });
}
