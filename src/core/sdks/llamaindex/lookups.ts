import type { Argument } from '../../source/values';
import type { CallShape, Maker, MethodMaker } from '../sdk';
import { EMBEDDING, forms, REQUEST, shapes } from './calls';

/** What looks something up in an index of vectors, and what takes texts in for one: both embed. */
export const LOOKUP_MAKERS: Readonly<Record<string, Maker>> = {
  VectorIndexRetriever: { makes: 'retriever', positional: ['index'], objects: ['index'] },
  QueryFusionRetriever: { makes: 'fusion', positional: ['retrievers', 'llm'], when: asksInOtherWords },
  IngestionPipeline: { makes: 'pipeline' },
};

export const LOOKUP_METHODS: readonly MethodMaker[] = ['as_retriever', 'asRetriever'].map(path => ({
  on: 'index',
  path,
  makes: 'retriever',
}));

export const LOOKUP_CALLS: readonly CallShape[] = [
  ...shapes({ ...EMBEDDING, on: 'retriever', messages: ['documents'] }, forms(['retrieve'], []), ['query']),
  ...shapes({ ...EMBEDDING, on: 'pipeline', messages: ['documents'] }, forms(['run'], []), []),
  ...shapes({ ...REQUEST, on: 'fusion', api: 'llamaindex-engine' }, forms(['retrieve'], []), ['query']),
];

/** It has a model put the question in other words, unless it is told to ask it as it is. */
function asksInOtherWords(args: readonly Argument[]): boolean {
  const count = args.find(({ name }) => name === 'num_queries')?.value;
  return !(count?.kind === 'scalar' && count.value === 1);
}
