import { type Document, isMap, stringify, type YAMLMap } from 'yaml';
import { applyEdits, type Edit, type Refusal } from '../../edit';
import type { HeadEntry } from '../../format';
import type { Uri } from '../../span';
import type { FrontMatter } from './front-matter';
import { nodeAt, pairOf, parseYaml } from './yaml-head';
import { column, endOf, lineEnd } from './yaml-places';

/**
 * Adds entries to a head of YAML, each whole and on lines of its own; front matter is made where there is none. What is said already is
 * left. The result is read back: nothing but these entries may differ. `before`: the top-level key that new ones are to stand before.
 */
export function addEntries(
  uri: Uri,
  text: string,
  front: FrontMatter,
  entries: readonly HeadEntry[],
  before?: string,
): readonly Edit[] | Refusal {
  if (front.problem !== undefined) return { refused: front.problem.message };
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const written = (lf: string) => lf.replaceAll('\n', newline);
  if (front.yaml === undefined) {
    const made = entries.reduce<Plain>((all, { path, value }) => withValue(all, path, value), {});
    return [{ uri, start: front.bodyStart, end: front.bodyStart, newText: written(`---\n${yamlOf(made, 2)}---\n`) }];
  }
  const { start, end } = front.yaml;
  const yaml = text.slice(start, end);
  const { document, failure } = parseYaml(yaml);
  const root = document.contents;
  if (failure !== undefined || document.errors.length > 0) return { refused: 'This is not valid YAML. Mend it first.' };
  if (!isMap(root) || root.flow === true) return byHand(entries);
  const plain = document.toJS({ maxAliasCount: 100 }) as Plain;
  const step = /^( {1,8})[^\s#-]/m.exec(yaml)?.[1]?.length ?? 2;
  const edits: Edit[] = [];
  const keys = [...new Set(entries.map(({ path }) => path[0] ?? ''))];
  let wanted = plain;
  for (const key of keys) {
    const own = entries.filter(({ path }) => path[0] === key);
    for (const { path, value } of own) wanted = withValue(wanted, path, value);
    const placed = place(yaml, document, own, key, { step, before });
    if (placed === undefined) return byHand(entries);
    for (const { at, lf } of placed) edits.push({ uri, start: start + at, end: start + at, newText: written(lf) });
  }
  const after = parseYaml(
    applyEdits(
      yaml,
      edits.map(edit => ({ ...edit, start: edit.start - start, end: edit.end - start })),
    ),
  ).document;
  const isRight = after.errors.length === 0 && sorted(after.toJS({ maxAliasCount: 100 })) === sorted(wanted);
  return isRight ? joined(edits) : byHand(entries);
}

type Plain = Readonly<Record<string, unknown>>;

interface Style {
  readonly step: number;
  readonly before: string | undefined;
}

interface Insertion {
  readonly at: number;
  readonly lf: string;
}

/** Under the deepest map that is there. Undefined: one of the keys is set to something else. */
function place(
  yaml: string,
  document: Document.Parsed,
  entries: readonly HeadEntry[],
  key: string,
  { step, before }: Style,
): readonly Insertion[] | undefined {
  const root = document.contents as unknown as YAMLMap;
  if (pairOf(root, key) === undefined) {
    const made = entries.reduce<Plain>((all, { path, value }) => withValue(all, path, value), {});
    const next = before === undefined ? undefined : pairOf(root, before);
    const at = next === undefined ? yaml.length : (next.key.range?.[0] ?? yaml.length) - column(yaml, next.key);
    const opening = at === yaml.length && yaml !== '' && !yaml.endsWith('\n') ? '\n' : '';
    return [{ at, lf: opening + yamlOf(made, step) }];
  }
  const insertions: Insertion[] = [];
  for (const { path, value } of entries) {
    const known = path.findIndex((_, depth) => nodeAt(document, path.slice(0, depth + 1)) === undefined);
    if (known < 0) {
      const said = nodeAt(document, path)?.toJS(document);
      if (JSON.stringify(said) !== JSON.stringify(value)) return undefined;
      continue;
    }
    const map = nodeAt(document, path.slice(0, known));
    const last = isMap(map) && map.flow !== true ? map.items[map.items.length - 1] : undefined;
    if (!isMap(map) || last === undefined) return undefined;
    const lastEnd = endOf(last.value) ?? endOf(last.key) ?? 0;
    const indent = ' '.repeat(column(yaml, map.items[0]?.key));
    const block = yamlOf(withValue({}, path.slice(known), value), step).trimEnd();
    insertions.push({ at: lineEnd(yaml, yaml.slice(0, lastEnd).trimEnd().length), lf: `\n${block}`.replaceAll('\n', `\n${indent}`) });
  }
  return insertions;
}

/** Insertions at one place are one. */
function joined(edits: readonly Edit[]): readonly Edit[] {
  const result: Edit[] = [];
  for (const edit of edits) {
    const index = result.findIndex(({ start }) => start === edit.start);
    const same = result[index];
    if (same === undefined) result.push(edit);
    else result[index] = { ...same, newText: same.newText + edit.newText };
  }
  return result;
}

function yamlOf(value: unknown, step: number): string {
  return stringify(value, { indent: step, lineWidth: 0 });
}

function withValue(map: Plain, [key = '', ...rest]: readonly string[], value: unknown): Plain {
  const inner = map[key];
  const child = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as Plain) : {};
  return { ...map, [key]: rest.length === 0 ? value : withValue(child, rest, value) };
}

/** Where a key stands among others says nothing. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function byHand(entries: readonly HeadEntry[]): Refusal {
  return { refused: `\`${entries[0]?.path.join('.') ?? ''}\` can’t be written here safely. Write it by hand.` };
}
