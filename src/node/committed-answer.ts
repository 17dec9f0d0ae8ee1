import { comparedOf } from '../core/present/since-commit';
import type { FromWorkerOf, ToWorkerOf } from '../protocol/worker';
import type { CommittedTexts } from './committed-texts';
import type { Environments } from './environments';

/** How a request was quoted in the last commit; asks for the text where it isn't kept. */
export async function answerCommitted(
  { request, uri, commit, identity, text }: ToWorkerOf<'committed'>,
  texts: CommittedTexts,
  environments: Environments | undefined,
): Promise<FromWorkerOf<'committed'>> {
  if (text !== undefined) texts.keep(uri, commit, text);
  if (environments === undefined || !texts.has(uri, commit)) return { type: 'committed', request, wantsText: true };
  const quote = await texts.quoteOf(uri, identity, environments.of(uri));
  return { type: 'committed', request, wantsText: false, ...(quote === undefined ? {} : { quote: comparedOf(quote) }) };
}
