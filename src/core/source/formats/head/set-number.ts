import { type Document, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { applyEdits, type Edit, type Refusal } from '../../edit';
import type { Uri } from '../../span';
import { sameButFor } from './same-but-for';
import { isJson, parsesAsJson } from './strict-json';
import { nodeAt, pairOf, parseYaml } from './yaml-head';
import { column, endOf, lineEnd, separator } from './yaml-places';

export interface NumberToSet {
  readonly uri: Uri;
  /** The whole file, and its YAML's range in it. */
  readonly text: string;
  readonly yaml: { readonly start: number; readonly end: number };
  /** Keys from the root; maps that are missing are made. */
  readonly path: readonly string[];
  readonly value: number;
  /** A key whose plain value may be a short form of a map with this key: `model: x` is `model: {id: x}`. */
  readonly shorthand: Readonly<Record<string, string>>;
}

/** One insertion or replacement in the YAML, offsets relative to it. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/**
 * Writes a number into YAML text and leaves every other byte as it is. YAML has many ways to write a map, so each way of
 * editing is tried and read back: only an edit after which nothing but that number differs is returned.
 */
export function setNumber(wanted: NumberToSet): readonly Edit[] | Refusal {
  const yaml = wanted.text.slice(wanted.yaml.start, wanted.yaml.end);
  const { document, failure } = parseYaml(yaml);
  if (failure !== undefined || document.errors.length > 0) return { refused: 'This is not valid YAML. Mend it first.' };
  const fitting = candidates(yaml, document, wanted).find(changes => fits(yaml, document, changes, wanted));
  if (fitting === undefined) return { refused: `\`${wanted.path.join('.')}\` can't be written here safely. Write it by hand.` };
  return fitting.map(change => ({
    uri: wanted.uri,
    start: wanted.yaml.start + change.start,
    end: wanted.yaml.start + change.end,
    newText: change.newText,
  }));
}

function fits(yaml: string, before: Document.Parsed, changes: readonly Change[], wanted: NumberToSet): boolean {
  const edited = applyEdits(
    yaml,
    changes.map(change => ({ uri: wanted.uri, ...change })),
  );
  const after = parseYaml(edited).document;
  if (after.errors.length > 0 || (isJson(wanted.uri) && !parsesAsJson(edited))) return false;
  const written = nodeAt(after, wanted.path);
  return isScalar(written) && written.value === wanted.value && sameButFor(before, after, wanted.path, wanted.shorthand);
}

function candidates(yaml: string, document: Document.Parsed, wanted: NumberToSet): readonly (readonly Change[])[] {
  const style = { newline: wanted.text.includes('\r\n') ? '\r\n' : '\n', step: indentStep(yaml), quote: isJson(wanted.uri) ? '"' : '' };
  if (document.contents === null)
    return [[{ start: yaml.length, end: yaml.length, newText: nested(wanted.path, wanted.value, 0, style) + style.newline }]];
  let map: unknown = document.contents;
  for (const [depth, key] of wanted.path.entries()) {
    if (isSeq(map)) {
      const item: unknown = map.items[Number(key)];
      if (isScalar(item)) return writtenOut(yaml, item, wanted.path.slice(depth + 1), wanted, style);
      map = item;
      continue;
    }
    if (!isMap(map)) return [];
    const rest = wanted.path.slice(depth + 1);
    const pair = pairOf(map as YAMLMap, key);
    if (pair === undefined) return added(yaml, map as YAMLMap, wanted.path.slice(depth), wanted.value, style);
    const value: Node | null = pair.value;
    if ((isMap(value) || isSeq(value)) && rest.length > 0) map = value;
    else if (isScalar(value)) return inPlaceOf(yaml, value, column(yaml, pair.key), key, rest, wanted, style);
    else return [];
  }
  return [];
}

interface Style {
  readonly newline: string;
  readonly step: number;
  /** Around keys of flow maps. */
  readonly quote: string;
}

/** `a.b` under 2 spaces is `a:` newline, 4 spaces, `b: 1`. */
function nested(path: readonly string[], value: number, indent: number, style: Style): string {
  const keys = path.map((key, depth) => `${depth === 0 ? '' : style.newline + ' '.repeat(indent + depth * style.step)}${key}:`);
  return `${keys.join('')} ${value}`;
}

function added(yaml: string, map: YAMLMap, path: readonly string[], value: number, style: Style): readonly (readonly Change[])[] {
  const flow = path.map(key => `${style.quote}${key}${style.quote}: `).join('{') + value + '}'.repeat(path.length - 1);
  const [start, end] = map.range ?? [0, 0, 0];
  const last = map.items[map.items.length - 1];
  if (last === undefined) return [[{ start, end, newText: `{${flow}}` }]];
  const lastEnd = endOf(last.value) ?? endOf(last.key) ?? end;
  if (map.flow === true) return [[insert(lastEnd, `,${separator(yaml, last.key, style.newline)}${flow}`)]];
  const at = column(yaml, map.items[0]?.key);
  const block = nested(path, value, at, style);
  const behind = lineEnd(yaml, yaml.slice(0, lastEnd).trimEnd().length);
  return [
    [insert(behind, style.newline + ' '.repeat(at) + block)],
    // When the last value's own line ends matter (a block scalar that keeps them), the first place is the safe one.
    [insert(start, block + style.newline + ' '.repeat(at))],
  ];
}

function inPlaceOf(
  yaml: string,
  scalar: Node,
  indent: number,
  key: string,
  rest: readonly string[],
  wanted: NumberToSet,
  style: Style,
): readonly (readonly Change[])[] {
  const [start, end] = scalar.range ?? [0, 0, 0];
  const empty = start === end;
  const deeper = indent + style.step;
  const under = style.newline + ' '.repeat(deeper) + nested(rest, wanted.value, deeper, style);
  if (rest.length === 0) {
    if (!empty) return [[{ start, end, newText: String(wanted.value) }]];
    const colon = yaml.slice(0, start).trimEnd().length;
    return [[insert(colon, ` ${wanted.value}`)], [insert(start, ` ${wanted.value}`)]];
  }
  const behind = lineEnd(yaml, yaml.slice(0, end).trimEnd().length);
  if (empty || isNull(scalar))
    return [[{ start, end, newText: '' }, insert(behind, under)].filter(change => change.start !== change.end || change.newText !== '')];
  const shorthand = wanted.shorthand[key];
  if (shorthand === undefined) return [];
  const colon = yaml.slice(0, start).trimEnd().length;
  return [[{ start: colon, end: start, newText: `${style.newline}${' '.repeat(deeper)}${shorthand}: ` }, insert(behind, under)]];
}

/** `- x` becomes `- id: x` with more keys under it, where `x` is a list item's short form. */
function writtenOut(yaml: string, item: Node, rest: readonly string[], wanted: NumberToSet, style: Style): readonly (readonly Change[])[] {
  const [start, end] = item.range ?? [0, 0, 0];
  const key = wanted.shorthand['-'];
  if (key === undefined || rest.length === 0 || start === end || yaml.slice(start, end).includes('\n')) return [];
  const at = start - (yaml.lastIndexOf('\n', start - 1) + 1);
  const under = style.newline + ' '.repeat(at) + nested(rest, wanted.value, at, style);
  return [[insert(start, `${key}: `), insert(lineEnd(yaml, end), under)]];
}

function isNull(node: Node): boolean {
  return isScalar(node) && node.value === null;
}

function insert(at: number, newText: string): Change {
  return { start: at, end: at, newText };
}

/** The least that a line is indented by: what is nested deeper, or text of a block, is indented by more. */
function indentStep(yaml: string): number {
  const indents = [...yaml.matchAll(/^( {1,8})[^\s#]/gm)].map(found => found[1]?.length ?? 2);
  return indents.length === 0 ? 2 : indents.reduce((least, indent) => Math.min(least, indent));
}
