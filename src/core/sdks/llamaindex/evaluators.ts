import type { CallShape, Maker } from '../sdk';
import { forms, REQUEST, shapes } from './calls';

/** What has a model judge answers or sort what was found, with a prompt of the package's own. */
const CLASSES = [
  'FaithfulnessEvaluator',
  'RelevancyEvaluator',
  'CorrectnessEvaluator',
  'ContextRelevancyEvaluator',
  'AnswerRelevancyEvaluator',
  'GuidelineEvaluator',
  'PairwiseComparisonEvaluator',
  'LLMRerank',
];

const MAKER: Maker = { makes: 'evaluator', positional: ['llm'] };

export const EVALUATOR_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(CLASSES.map(name => [name, MAKER]));

export const EVALUATOR_CALLS: readonly CallShape[] = [
  ...shapes(
    { ...REQUEST, on: 'evaluator', api: 'llamaindex-engine' },
    [...forms(['evaluate', 'evaluate_response'], []), ['evaluateResponse', false]],
    ['query', 'response'],
  ),
  ...shapes({ ...REQUEST, on: 'evaluator', api: 'llamaindex-engine' }, forms(['postprocess_nodes'], []), ['nodes', 'query_bundle']),
];
