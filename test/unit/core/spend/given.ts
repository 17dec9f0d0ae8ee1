import { createCatalogue } from '../../../../src/core/prices/catalogue';
import type { ModelFacts } from '../../../../src/core/prices/model';
import { exactly } from '../../../../src/core/quote/basis';
import type { RequestPart, Workload } from '../../../../src/core/spend/workload';

const DAY = new Date('2026-11-20T12:00:00Z');
const catalogue = createCatalogue();

export function find(id: string, at: Date = DAY): ModelFacts | undefined {
  return catalogue.find(undefined, id, at);
}

export function model(id: string): ModelFacts {
  const found = find(id);
  if (found === undefined) throw new Error(`${id} is not in the catalogue`);
  return found;
}

/** A workload of exact sizes that caches nothing, with what differs from it. */
export function workload(tokens: Partial<Record<RequestPart, number>>, rest: Partial<Workload> = {}): Workload {
  const sized = (part: RequestPart) => exactly(tokens[part] ?? 0);
  return {
    id: 'call',
    label: 'call',
    feature: 'feature',
    model: model('claude-sonnet-5-5'),
    whyUnpriced: '',
    tokens: {
      tools: sized('tools'),
      system: sized('system'),
      history: sized('history'),
      retrieved: sized('retrieved'),
      query: sized('query'),
      output: sized('output'),
      reasoning: sized('reasoning'),
    },
    hoursPerMonth: 730,
    prefixTokens: exactly((tokens.tools ?? 0) + (tokens.system ?? 0)),
    prefixValues: 1,
    steadyInConversation: true,
    caching: { readTokens: exactly(0), writtenTokens: exactly(0), longTtl: false, coversConversation: false },
    retriesPerCall: exactly(0),
    ...rest,
  };
}
