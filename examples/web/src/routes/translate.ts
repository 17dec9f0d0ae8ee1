import OpenAI from 'openai';
import { LANGUAGE_NAMES, type LanguageCode } from '../prompts';

const openai = new OpenAI();

interface TranslateRequest {
  text: string;
  to: LanguageCode;
}

export async function POST(request: Request): Promise<Response> {
  const { text, to } = (await request.json()) as TranslateRequest;
  if (!Object.hasOwn(LANGUAGE_NAMES, to)) return Response.json({ error: `unsupported language: ${to}` }, { status: 400 });

  const response = await openai.responses.create({
    model: 'gpt-6.1-terra',
    instructions: `Translate a support message of Kettlewick, a shop for espresso machines, for the customer who will read it.
Keep product names, part names in quotation marks, amounts, dates, links and line breaks as they are. Use the polite form where
the language has one. Translate what is there: no notes, no softening, no additions. The target language is ${LANGUAGE_NAMES[to]}.`,
    input: text,
    reasoning: { effort: 'low' },
  });

  return Response.json({ text: response.output_text });
}
