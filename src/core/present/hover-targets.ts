import type { Quote } from '../quote/analysis';
import { contains, type Span } from '../source/span';
import type { Value } from '../source/values';

export interface HoverTarget {
  readonly at: Span;
  readonly shows: 'request' | 'model';
}

/**
 * Where a hover answers: the callee or the head of a prompt file, the model id, the cap and the keys that hold prompt text.
 * Never a prompt's text itself: hovers of several extensions stack.
 */
export function hoverTargets(quote: Quote): readonly HoverTarget[] {
  const { site } = quote;
  const targets: HoverTarget[] = [];
  if (site.model.at !== undefined && quote.model !== undefined) targets.push({ at: site.model.at, shows: 'model' });
  targets.push({ at: site.calleeAt, shows: 'request' });
  if (site.outputCap.at !== undefined) targets.push({ at: site.outputCap.at, shows: 'request' });
  const prompts = site.request.segments.map(segment => segment.at);
  for (const argument of site.call?.args ?? []) {
    if (argument.name !== undefined && prompts.some(prompt => contains(argument.at, prompt))) {
      targets.push({ at: { ...argument.at, end: argument.value.at.start }, shows: 'request' });
    }
    for (const at of promptKeys(argument.value, prompts)) targets.push({ at, shows: 'request' });
  }
  return targets;
}

/** Keys of the records that hold a prompt (`role`, `content`, `messages`), down to the prompt. */
function promptKeys(value: Value, prompts: readonly Span[]): readonly Span[] {
  if (value.kind === 'list') return value.items.flatMap(item => promptKeys(item, prompts));
  if (value.kind === 'repeat' || value.kind === 'optional') return promptKeys(value.item, prompts);
  if (value.kind !== 'record') return [];
  const isMessage = prompts.some(prompt => contains(prompt, value.at) || contains(value.at, prompt));
  return value.entries.flatMap(entry => {
    const inner = promptKeys(entry.value, prompts);
    const own = prompts.some(prompt => contains(entry.at, prompt) || (isMessage && contains(prompt, entry.at)));
    return own && entry.keyAt !== undefined ? [entry.keyAt, ...inner] : inner;
  });
}
