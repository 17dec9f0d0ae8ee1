import type { Span } from '../source/span';
import type { Value, ValueOf } from '../source/values';
import { plainText } from './plain-values';

const TESTS: Readonly<Record<string, (text: string, part: string) => boolean>> = {
  ...named((text, part) => text.startsWith(part), 'startswith', 'startsWith', 'StartsWith', 'HasPrefix'),
  ...named((text, part) => text.endsWith(part), 'endswith', 'endsWith', 'EndsWith', 'HasSuffix'),
  ...named((text, part) => text.includes(part), 'includes', 'contains', 'Contains'),
};

/** Of a text as a whole (Python). */
const WHOLE_TESTS: Readonly<Record<string, (text: string) => boolean>> = {
  isupper: text => text !== text.toLowerCase() && text === text.toUpperCase(),
  islower: text => text !== text.toUpperCase() && text === text.toLowerCase(),
  isdigit: text => /^\d+$/.test(text),
};

/** `model.startswith("claude-")`, `model.includes("gpt")`, of a text that is all known. Undefined: not such a test, or nobody knows. */
export function textTest(
  text: ValueOf<'text'> | ValueOf<'template'>,
  method: string,
  args: readonly Value[],
  at: Span,
): ValueOf<'scalar'> | undefined {
  const ofAll = args.length === 0 && Object.hasOwn(WHOLE_TESTS, method) ? WHOLE_TESTS[method] : undefined;
  const all = ofAll && plainText(text);
  if (ofAll !== undefined && all !== undefined) return { kind: 'scalar', at, value: ofAll(all) };
  const test = Object.hasOwn(TESTS, method) ? TESTS[method] : undefined;
  const whole = test && plainText(text);
  const [first, ...others] = args;
  if (test === undefined || whole === undefined || first === undefined || others.length > 0) return undefined;
  // Python takes several at once.
  const parts = (first.kind === 'list' ? first.items : [first]).map(part => (part.kind === 'text' ? part.text.text : undefined));
  if (parts.some(part => part === undefined)) return undefined;
  return { kind: 'scalar', at, value: parts.some(part => part !== undefined && test(whole, part)) };
}

/** Whether a method asks for a part of a text. */
export function isTextTest(method: string): boolean {
  return Object.hasOwn(TESTS, method);
}

function named<T>(test: T, ...names: readonly string[]): Record<string, T> {
  return Object.fromEntries(names.map(name => [name, test]));
}
