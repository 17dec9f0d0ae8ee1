import type { Compressed, Compression } from '../core/compression/compression';
import { costOf } from '../core/prices/cost';
import { UNKNOWN_TOKENIZER } from '../core/prices/family-counting';
import type { QuoteEnvironment } from '../core/quote/environment';
import { type Edit, isRefusal, type Refusal } from '../core/source/edit';
import type { CompressionAnswer, CompressionQuestion, RunPrice } from '../protocol/compression';

/** How edits of the analysed text become edits of the documents that the editor has. */
type ToDocuments = (edits: readonly Edit[]) => readonly Edit[] | Refusal;

/** Answers what the host asks about the compression of one request. */
export function answerCompression(
  compression: Compression,
  ask: CompressionQuestion,
  environment: QuoteEnvironment,
  toDocuments: ToDocuments,
): CompressionAnswer {
  switch (ask.about) {
    case 'offers':
      return { offers: compression.offers() };
    case 'passes':
      return placed(compression.compress(ask.passes), toDocuments);
    case 'proposal':
      return placed(compression.propose(ask.answer), toDocuments);
    case 'prompt': {
      const prompt = compression.prompt();
      return { prompt, price: priceOf(`${prompt.system}\n${prompt.user}`, prompt.user, ask.model, environment) };
    }
  }
}

function placed(result: Compressed | Refusal, toDocuments: ToDocuments): CompressionAnswer {
  if ('refused' in result) return result;
  const changes = result.changes.flatMap(({ label, edits }) => {
    const inDocuments = toDocuments(edits);
    return isRefusal(inDocuments) ? [] : [{ label, edits: inDocuments }];
  });
  if (changes.length < result.changes.length) return { refused: 'This would change several cells at once, which has to be done by hand.' };
  return { compressed: { ...result, changes } };
}

/** At most as much comes back as goes in; what the model thinks before it answers is not in it. */
function priceOf(input: string, mostOutput: string, model: string | undefined, environment: QuoteEnvironment): RunPrice {
  const facts = model === undefined ? undefined : environment.catalogue.find(undefined, model, environment.today);
  const counting = facts?.counting ?? UNKNOWN_TOKENIZER;
  const inputTokens = environment.countTokens(input, counting);
  const outputTokens = environment.countTokens(mostOutput, counting);
  return { inputTokens, outputTokens, usd: costOf(facts, { inputTokens, outputTokens }).totalUsd };
}
