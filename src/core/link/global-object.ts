import { isJavaScript } from '../source/languages/index';
import type { Value, ValueOf } from '../source/values';
import type { Evaluation } from './evaluation';

/** JavaScript's names for what holds all that is global: in each of its hosts, in a page, in a worker, in Node.js. */
const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(['globalThis', 'window', 'self', 'global']);

/** `window.fetch` is `fetch`. Undefined for members of anything else. */
export function ofGlobalObject(evaluation: Evaluation, object: ValueOf<'external'>, key: string, at: Value['at']): Value | undefined {
  const [name = '', ...further] = object.path;
  if (object.module !== 'global' || further.length > 0 || !GLOBAL_OBJECTS.has(name)) return undefined;
  const language = evaluation.codeOf(object.at.uri)?.language;
  return language !== undefined && isJavaScript(language) ? { ...object, at, path: [key] } : undefined;
}
