import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { setAtDeployment } from './deployed';
import { textOf } from './formats/head/scalar-text';
import { readWholeYaml } from './formats/head/whole-yaml';
import { resolved, spanOf, type YamlHead } from './formats/head/yaml-head';
import { iniValue } from './ini-data';
import type { Uri } from './span';
import { tomlValue } from './toml-data';
import type { Entry, Value } from './values';

/** Deeper nesting than settings have; aliases of YAML may nest without end. */
const DEEPEST = 30;

/** What a YAML, JSON, TOML or INI file says, every string with its source. Undefined when it can't be parsed. */
export function dataValue(uri: Uri, text: string): Value | undefined {
  if (uri.endsWith('.toml')) return tomlValue(uri, text);
  if (/\.(?:ini|cfg)$/.test(uri)) return iniValue(uri, text);
  const { head } = readWholeYaml(uri, /\.jsonc?$/.test(uri) ? withoutComments(text) : text);
  if (head.document.errors.length > 0) return undefined;
  return lowered(head, head.document.contents, 0);
}

/** Settings in JSON may have comments (`appsettings.json`): they become blanks, so that places stay. */
function withoutComments(text: string): string {
  if (!text.includes('//') && !text.includes('/*')) return text;
  return text.replace(/"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, part =>
    part.startsWith('"') ? part : part.replace(/[^\r\n]/g, ' '),
  );
}

function lowered(head: YamlHead, written: unknown, depth: number): Value | undefined {
  const node = resolved(head.document, written);
  if (depth > DEEPEST || node === null || node === undefined) return undefined;
  const at = spanOf(head, written as Node);
  if (isMap(node)) {
    const entries = node.items.flatMap((pair): readonly Entry[] => {
      const key = isScalar(pair.key) ? String(pair.key.value) : undefined;
      const value = lowered(head, pair.value, depth + 1) ?? { kind: 'scalar', at, value: null };
      return key === undefined ? [] : [{ key, keyAt: spanOf(head, pair.key as Node), value, at: value.at }];
    });
    return { kind: 'record', at, entries: withMerged(entries) };
  }
  if (isSeq(node)) return { kind: 'list', at, items: node.items.flatMap(item => lowered(head, item, depth + 1) ?? []) };
  if (!isScalar(node)) return undefined;
  const { value } = node;
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return { kind: 'scalar', at, value };
  const text = textOf(head, written as Node)?.text;
  return text === undefined ? undefined : filledIn(text.text) ? setAtDeployment(at, text.text) : { kind: 'text', at, text };
}

/** `<<: *defaults`: what is set here counts, and of several maps the first. */
function withMerged(entries: readonly Entry[]): readonly Entry[] {
  if (!entries.some(({ key }) => key === '<<')) return entries;
  const own = entries.filter(({ key }) => key !== '<<');
  const from = entries.flatMap(({ key, value }) => (key !== '<<' ? [] : value.kind === 'list' ? value.items : [value]));
  const merged = from.flatMap(value => (value.kind === 'record' ? value.entries : []));
  const all = new Map([...own, ...merged].reverse().map(entry => [entry.key, entry]));
  return [...all.values()];
}

/** `${MODEL}`, `<model>`: whoever deploys the program writes something else here. */
function filledIn(text: string): boolean {
  return /^(?:\$\{.*\}|\$[A-Z_]+|<[^<>]*>|\{\{.*\}\}|%\w+%)$/.test(text.trim());
}
