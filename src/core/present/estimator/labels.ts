import type { LeverName } from '../../spend/lever-order';
import type { SpendPart } from '../../spend/workload';

export const PART_LABELS: Readonly<Record<SpendPart, string>> = {
  tools: 'Tools',
  system: 'System prompt',
  history: 'History',
  retrieved: 'Retrieved',
  query: 'Query',
  output: 'Output',
  reasoning: 'Reasoning',
  retries: 'Retries',
  summaries: 'Summaries',
  lookups: 'Look-ups',
  classifier: 'Classifier',
  scorer: 'Scorer',
  compression: 'Compression',
};

export const LEVER_LABELS: Readonly<Record<LeverName, string>> = {
  semanticCache: 'Semantic cache',
  retries: 'Fewer retries',
  routing: 'Static routing',
  dynamicRouting: 'Dynamic routing',
  cascade: 'Cascade',
  batch: 'Batch',
  flex: 'Flex',
  compression: 'Compression',
  retrieval: 'Leaner retrieval',
  history: 'History control',
  output: 'Shorter output',
  caching: 'Prompt caching',
};
