import type { Value } from '../source/values';

/** A test's fixture that is handed over in place of an object (`mock_embedder`), whatever type it is handed over as. */
const HANDED_OVER = /^(?:mock|fake|stub|dummy)(?:ed)?(?:_|[A-Z]|$)/;

/** Whether an object is one that a test hands over; where it is one of several (`embedder or OpenAIEmbedder()`), it is the one that is used. */
export function isDouble(object: Value): boolean {
  if (object.kind === 'choice') return object.options.some(isDouble);
  return object.kind === 'param' && HANDED_OVER.test(object.name);
}
