import { setAtDeployment } from '../source/deployed';
import { isJavaScript } from '../source/languages/index';
import type { Span } from '../source/span';
import { sliceText } from '../source/text-map';
import type { Argument, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { isDeployed } from './deployed-values';
import type { Evaluation } from './evaluation';
import { hole } from './hole';
import { labelOf } from './labels';
import { plainText } from './plain-values';

/** Texts that are split hold ids and paths; longer ones are data. */
const LONGEST = 1000;

/** `"openai/gpt-5.4".split("/", maxsplit=1)`, `path.rsplit(".", 1)`, `name.partition(":")`. Undefined: none of these, or not known. */
export function splitMethod(
  evaluation: Evaluation,
  text: ValueOf<'text'>,
  method: string,
  args: readonly Argument[],
  at: Span,
): Value | undefined {
  const [first, second] = positional(args).map(argument => argument.value);
  const separator = first && plainText(first);
  if (first === undefined || separator === undefined || separator === '' || text.text.text.length > LONGEST) return undefined;
  const language = evaluation.codeOf(at.uri)?.language;
  const most = second ?? args.find(({ name }) => name === 'maxsplit')?.value;
  const limit = most?.kind === 'scalar' && typeof most.value === 'number' ? most.value : most === undefined ? -1 : undefined;
  if (limit === undefined) return undefined;
  const list = (cuts: readonly number[]): Value => ({ kind: 'list', at, items: between(text, cuts, separator.length) });
  const cuts = placesOf(text.text.text, separator);
  if (method === 'split' && language !== undefined && isJavaScript(language)) {
    const all = between(text, cuts, separator.length);
    return { kind: 'list', at, items: limit < 0 ? all : all.slice(0, limit) };
  }
  if (language !== 'python') return undefined;
  if (method === 'split') return list(limit < 0 ? cuts : cuts.slice(0, limit));
  if (method === 'rsplit') return list(limit < 0 ? cuts : cuts.slice(Math.max(0, cuts.length - limit)));
  if (method === 'partition' || method === 'rpartition')
    return parted(text, method === 'partition' ? cuts[0] : cuts.at(-1), first, method, at);
  return undefined;
}

/** What each of several texts is split into; of a table's paths some may be registered where nobody sees it. */
export function orUnreadSplits(
  options: readonly Value[],
  results: readonly (Value | undefined)[],
  method: string,
  at: Span,
): readonly (Value | undefined)[] {
  if (!SPLITTING.has(method) || !results.some(result => result?.kind === 'list')) return results;
  const unread = (option: Value | undefined) =>
    option !== undefined && isDeployed(option)
      ? setAtDeployment(at, labelOf(option))
      : hole(at, `${method}()`, 'comes from a value that could not be read');
  return results.map((result, index) => result ?? unread(options[index]));
}

const SPLITTING: ReadonlySet<string> = new Set(['split', 'rsplit', 'partition', 'rpartition']);

/** What stands before a separator, the separator, and what stands behind it; without one the text itself stands at one end. */
function parted(text: ValueOf<'text'>, cut: number | undefined, separator: Value, method: string, at: Span): Value {
  const nothing = { ...text, text: sliceText(text.text, 0, 0) };
  if (cut === undefined) return { kind: 'list', at, items: method === 'partition' ? [text, nothing, nothing] : [nothing, nothing, text] };
  const [before = nothing, after = nothing] = between(text, [cut], plainText(separator)?.length ?? 0);
  return { kind: 'list', at, items: [before, separator, after] };
}

function placesOf(text: string, separator: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + separator.length)) found.push(at);
  return found;
}

/** What stands between the separators, each where it stands in the source. */
function between(text: ValueOf<'text'>, cuts: readonly number[], width: number): readonly Value[] {
  const ends = [...cuts, text.text.text.length];
  return ends.map((end, index) => {
    const before = cuts[index - 1];
    return { ...text, text: sliceText(text.text, before === undefined ? 0 : before + width, end) };
  });
}
