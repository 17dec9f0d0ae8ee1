import { setAtDeployment } from '../source/deployed';
import type { Span } from '../source/span';
import { textBuilder } from '../source/text-map';
import type { Argument, Call, Entry, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { choose } from './choose';
import { entryOf } from './entries';
import type { Evaluation } from './evaluation';
import { dataOfFile } from './file-texts';
import { hole } from './hole';
import { isNull } from './plain-values';

/** References that lead to others, and all of a configuration. */
const DEEPEST = 8;
const MOST_REFERENCES = 2000;
const UNRESOLVED = 'put together by OmegaConf while the program runs';

type Path = readonly string[];

interface Resolving {
  readonly root: Value;
  left: number;
}

/** What OmegaConf makes of a file or a table, with what its references stand for. Undefined: not one of its functions. */
export function omegaConf(evaluation: Evaluation, path: string, { at }: Call, args: readonly Argument[]): Value | undefined {
  const given = positional(args).map(({ value }) => value);
  const [first] = given;
  const name = path.startsWith('omegaconf.OmegaConf.') ? path.slice('omegaconf.OmegaConf.'.length) : undefined;
  // Whoever starts the program may set others, as with Hydra.
  if (name === 'from_cli' && first === undefined) return { kind: 'record', at, entries: [] };
  if (first === undefined) return undefined;
  switch (name) {
    case 'load': {
      const data = dataOfFile(evaluation, first, at);
      return data && interpolated(data);
    }
    case 'create':
      return first.kind === 'record' ? interpolated(first) : undefined;
    case 'merge':
    case 'unsafe_merge':
      return merged(given);
    case 'to_container':
    case 'to_object':
      return first;
    default:
      return undefined;
  }
}

/**
 * A configuration merged with nothing is the same, and one over what a class says is the class's, too. Of two that are known either's
 * references may mean what the other one says.
 */
function merged([below, ...others]: readonly Value[]): Value | undefined {
  const [above, ...more] = others.filter(each => each.kind !== 'record' || each.entries.length > 0);
  if (above === undefined) return below;
  return above.kind === 'record' && below?.kind !== 'record' && more.length === 0 ? opened(above) : undefined;
}

/** Defaults of a class stand below it. */
function opened(table: ValueOf<'record'>): Value {
  const { at } = table;
  const entries = table.entries.map((entry): Entry => (entry.value.kind === 'record' ? { ...entry, value: opened(entry.value) } : entry));
  return { ...table, entries: [{ value: { kind: 'spread', at, value: hole(at, 'defaults', UNRESOLVED) }, at }, ...entries] };
}

/** A configuration with what its references stand for: `${llm.model}`, `${.model}` beside it, `${oc.env:MODEL,gpt-5.4}`. */
export function interpolated(root: Value): Value {
  return within({ root, left: MOST_REFERENCES }, root, [], 0);
}

function within(resolving: Resolving, value: Value, path: Path, depth: number): Value {
  switch (value.kind) {
    case 'record':
      return {
        ...value,
        entries: value.entries.map(entry =>
          entry.key === undefined ? entry : { ...entry, value: within(resolving, entry.value, [...path, entry.key], depth) },
        ),
      };
    case 'list':
      return { ...value, items: value.items.map((item, index) => within(resolving, item, [...path, `${index}`], depth)) };
    case 'text':
      return value.text.text.includes('${') ? filled(resolving, value, value.text.text, path, depth) : value;
    case 'hole':
      return value.label.startsWith('${') ? filled(resolving, value, value.label, path, depth) : value;
    default:
      return value;
  }
}

/** A text in which every reference is replaced; one that is nothing but a reference is what that stands for. */
function filled(resolving: Resolving, { at }: Value, written: string, path: Path, depth: number): Value {
  const parts: Value[] = [];
  let from = 0;
  for (let start = written.indexOf('${'); start >= 0; start = written.indexOf('${', from)) {
    const end = closing(written, start);
    if (end < 0) return hole(at, written, UNRESOLVED);
    if (start > from) parts.push(textOf(written.slice(from, start), at));
    parts.push(referred(resolving, written.slice(start + 2, end), path, at, depth));
    from = end + 1;
  }
  if (from < written.length) parts.push(textOf(written.slice(from), at));
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return only;
  const texts = parts.flatMap(part => (part.kind === 'text' ? [part.text] : []));
  if (texts.length < parts.length) return { kind: 'template', at, parts, literal: false };
  return textOf(texts.map(({ text }) => text).join(''), at);
}

function referred(resolving: Resolving, reference: string, path: Path, at: Span, depth: number): Value {
  resolving.left -= 1;
  const unresolved = hole(at, `\${${reference}}`, UNRESOLVED);
  if (depth >= DEEPEST || resolving.left < 0) return unresolved;
  const [, resolver, given = ''] = /^\s*(\w+(?:\.\w+)*)\s*:([\s\S]*)$/.exec(reference) ?? [];
  if (resolver === undefined) return standingAt(resolving, reference.trim(), path, depth) ?? unresolved;
  if (resolver !== 'oc.env') return unresolved;
  const comma = given.indexOf(',');
  const name = (comma < 0 ? given : given.slice(0, comma)).trim();
  const deployed = setAtDeployment(at, name);
  const otherwise = comma < 0 ? undefined : byDefault(resolving, given.slice(comma + 1).trim(), path, at, depth);
  return otherwise === undefined || isNull(otherwise) ? deployed : choose(at, [deployed, otherwise]);
}

function byDefault(resolving: Resolving, written: string, path: Path, at: Span, depth: number): Value {
  if (written === 'null') return { kind: 'scalar', at, value: null };
  if (/^-?\d+(?:\.\d+)?$/.test(written)) return { kind: 'scalar', at, value: Number(written) };
  const [, , quoted = written] = /^(["'])([\s\S]*)\1$/.exec(written) ?? [];
  return filled(resolving, textOf(quoted, at), quoted, path, depth + 1);
}

/** What stands at a path from the top, or with dots before it from the table that the reference stands in. */
function standingAt(resolving: Resolving, reference: string, path: Path, depth: number): Value | undefined {
  const dots = /^\.*/.exec(reference)?.[0].length ?? 0;
  const keys = reference.split(/[.[\]]/).filter(key => key !== '');
  const start = dots === 0 ? [] : path.slice(0, Math.max(0, path.length - dots));
  const target = [...start, ...keys];
  const found = target.reduce<Value | undefined>((value, key) => value && partOf(value, key), resolving.root);
  return found && within(resolving, found, target, depth + 1);
}

function partOf(value: Value, key: string): Value | undefined {
  if (value.kind === 'list') return value.items[Number(key)];
  return value.kind === 'record' ? entryOf(value, key).value : undefined;
}

/** The place of the brace that closes the one behind `$`, others inside of it left out. */
function closing(written: string, start: number): number {
  let open = 0;
  for (let index = start; index < written.length; index++) {
    if (written[index] === '{') open += 1;
    if (written[index] === '}') open -= 1;
    if (written[index] === '}' && open === 0) return index;
  }
  return -1;
}

/** A piece of a text that is put together: it stands where all of the text does. */
function textOf(text: string, at: Span): ValueOf<'text'> {
  const built = textBuilder(at.uri);
  built.add(text, at.start, at.end - at.start);
  return { kind: 'text', at, text: built.build() };
}
