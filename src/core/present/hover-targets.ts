import type { Quote } from '../quote/analysis';
import type { Span } from '../source/span';

export interface HoverTarget {
  readonly at: Span;
  readonly shows: 'request' | 'model';
}

/**
 * Where a hover answers: the callee, the model id, the cap, and the keys and roles that hold prompt text.
 * Never a prompt's text itself: hovers of several extensions stack.
 */
export function hoverTargets(quote: Quote): readonly HoverTarget[] {
  const { site } = quote;
  const targets: HoverTarget[] = [];
  if (site.model.at !== undefined) targets.push({ at: site.model.at, shows: quote.model === undefined ? 'request' : 'model' });
  targets.push({ at: site.calleeAt, shows: 'request' });
  if (site.outputCap.at !== undefined) targets.push({ at: site.outputCap.at, shows: 'request' });
  for (const at of site.promptKeysAt) targets.push({ at, shows: 'request' });
  return targets;
}
