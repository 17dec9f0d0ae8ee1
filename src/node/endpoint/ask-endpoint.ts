import { askAnthropic } from './ask-anthropic';
import { askOpenAi } from './ask-openai';
import type { Clock, EndpointAnswer, EndpointQuestion, Received } from './endpoint';
import { whatHappened } from './what-happened';

/** Asks once: no retries, no redirects to hosts that nobody named, nothing of the environment's own accounts. */
export async function askEndpoint(question: EndpointQuestion): Promise<EndpointAnswer> {
  const { baseUrl, timeoutMs, signal } = question;
  const { host } = new URL(baseUrl);
  const begun = performance.now();
  const clock = () => performance.now() - begun;
  try {
    // The clients' own timeouts end with the answer's head.
    const either = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    const ask = question.wire === 'anthropic-messages' ? askAnthropic : askOpenAi;
    return answerOf(await ask(question, either, clock), host, clock);
  } catch (error) {
    if (signal.aborted) return { cancelled: true };
    return { ...withoutKey(whatHappened(error, host, timeoutMs), question.key), milliseconds: clock() };
  }
}

/** An endpoint may repeat in its error what it was sent. */
function withoutKey<T extends { readonly failed: string }>(failure: T, key: string | undefined): T {
  return key === undefined || key === '' ? failure : { ...failure, failed: failure.failed.replaceAll(key, '…') };
}

function answerOf({ text, ended, usage, firstTokenMs, isForeign }: Received, host: string, clock: Clock): EndpointAnswer {
  const rest = { milliseconds: clock(), ...(usage === undefined ? {} : { usage }) };
  if (isForeign === true) return { failed: `${host} answered with nothing that is a text.`, kind: 'unreadable', ...rest };
  if (ended === 'refused') return { failed: `The model at ${host} refused to answer.`, kind: 'refused', ...rest };
  if (ended === 'cut') return { failed: `The answer of ${host} was cut off at its longest output.`, kind: 'cut', ...rest };
  if (text.trim() === '') return { failed: `${host} answered with nothing that is a text.`, kind: 'empty', ...rest };
  return { answer: text, ...rest, ...(firstTokenMs === undefined ? {} : { firstTokenMs }) };
}
