import { isJavaScript } from '../source/languages/index';
import type { Span } from '../source/span';
import { sliceText } from '../source/text-map';
import type { Argument, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import type { Evaluation } from './evaluation';
import { splitMethod } from './splitting';
import { stringMethod } from './strings';
import { isReforming, toHole } from './volatility';
import { wholeNumber } from './whole-number';

/** What a method gives of a text that is known; undefined: nobody can say. */
export function textMethod(
  evaluation: Evaluation,
  text: ValueOf<'text'> | ValueOf<'template'>,
  method: string,
  args: readonly Argument[],
  at: Span,
): Value | undefined {
  const made = stringMethod(text, method, args, at);
  if (made !== undefined || text.kind === 'template') return made;
  const inOrder = positional(args).map(argument => argument.value);
  return partOfText(text, method, inOrder, at) ?? splitMethod(evaluation, text, method, args, at);
}

/** `spec.slice(spec.indexOf('/') + 1)`, `path.substring(0, 3)`: where a part stands in a text that is known, and what stands there. */
function partOfText(text: ValueOf<'text'>, method: string, [first, second]: readonly Value[], at: Span): Value | undefined {
  const whole = text.text.text;
  switch (method) {
    case 'indexOf':
    case 'lastIndexOf':
      if (first?.kind !== 'text' || second !== undefined) return undefined;
      return { kind: 'scalar', at, value: method === 'indexOf' ? whole.indexOf(first.text.text) : whole.lastIndexOf(first.text.text) };
    case 'slice':
    case 'substring': {
      const from = first === undefined ? 0 : wholeNumber(first);
      const to = second === undefined ? whole.length : wholeNumber(second);
      if (from === undefined || to === undefined) return undefined;
      const [start, end] =
        method === 'slice' ? [fromEnd(from, whole), fromEnd(to, whole)] : inOrder(within(from, whole), within(to, whole));
      return { ...text, text: sliceText(text.text, start, Math.max(start, end)) };
    }
    default:
      return undefined;
  }
}

/** A negative place counts from the end. */
function fromEnd(place: number, { length }: string): number {
  return place < 0 ? Math.max(0, length + place) : Math.min(place, length);
}

function within(place: number, { length }: string): number {
  return Math.min(Math.max(0, place), length);
}

function inOrder(one: number, other: number): readonly [number, number] {
  return one <= other ? [one, other] : [other, one];
}

/** What becomes of a text that is set where the program is deployed is set there as well, and what becomes of one that is passed is passed. */
export function stillSet(option: Value, method: string, args: readonly Argument[]): Value | undefined {
  if (!isReforming(method, args)) return undefined;
  if (option.kind === 'param') return option.leftOut && { ...option, name: `${option.name}.${method}()` };
  if (option.kind !== 'hole' && option.kind !== 'external') return undefined;
  const set = toHole(option);
  return set.volatility === 'deploy' && set.proven ? set : undefined;
}

/** `'openai/'.length` (JavaScript) */
export function lengthOf(evaluation: Evaluation, { text: { text } }: ValueOf<'text'>, key: string, at: Span): Value | undefined {
  const language = key === 'length' ? evaluation.codeOf(at.uri)?.language : undefined;
  return language !== undefined && isJavaScript(language) ? { kind: 'scalar', at, value: text.length } : undefined;
}
