import type { Uri } from '../source/span';
import type { Value, ValueOf } from '../source/values';
import { type Evaluation, scopeOf } from './evaluation';

/** A test's fixture that is handed over in place of an object (`mock_embedder`), whatever type it is handed over as. */
const HANDED_OVER = /^(?:mock|fake|stub|dummy)(?:ed)?(?:_|[A-Z]|$)/;

/** Elsewhere such names may mean what they say: an application for mock interviews has a `MockInterviewer`. */
const OF_TESTS = /(?:^|[/_.-])(?:tests?|conftest|spec|mocks?|fakes?|stubs?|doubles|fixtures|testing)(?:[/_.-]|$)/i;

function isOfTests(uri: Uri): boolean {
  return OF_TESTS.test(uri);
}

/** Whether an object is one that a test hands over; where it is one of several (`embedder or OpenAIEmbedder()`), it is the one that is used. */
export function isDouble(object: Value): boolean {
  if (object.kind === 'choice') return object.options.some(isDouble);
  return object.kind === 'param' && HANDED_OVER.test(object.name);
}

/** A fixture by its name that a test hands to what takes an object: `build(model=mock_model)`. */
export function isHandedByTest(value: Value): boolean {
  if (value.kind === 'choice') return value.options.some(isHandedByTest);
  return isDouble(value) && isOfTests(value.at.uri);
}

/** What stands in for a type in tests, by its name. */
export function isNamedLikeDouble(type: string): boolean {
  return /^(?:mock|fake|stub|dummy|noop|test)/i.test(type);
}

/** A class that stands for a model in tests, by its name: `class FakeChatModel(BaseChatModel)`. */
const NAMED = /^_?(?:Mock|Fake|Stub|Dummy)(?:ed)?(?:[A-Z_]|$)/;

/** Whether an object's class stands in a file of tests and is called a double. */
export function isOfDoublesClass(evaluation: Evaluation, { at, scope }: ValueOf<'instance'> | ValueOf<'self'>): boolean {
  return isOfTests(at.uri) && NAMED.test(scopeOf(evaluation, at.uri, scope)?.name ?? '');
}
