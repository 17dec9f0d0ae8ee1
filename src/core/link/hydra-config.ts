import { namedArgument } from '../source/named-argument';
import type { Span } from '../source/span';
import type { Scope } from '../source/summary';
import type { Call, Entry, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { entryOf } from './entries';
import type { Evaluation } from './evaluation';
import { dataBeside } from './file-texts';
import { interpolated } from './omega-conf';
import { plainText } from './plain-values';

/** Files that choose others, which choose others. */
const DEEPEST = 5;
/** More than a configuration is made of. */
const MOST_FILES = 40;

interface Composing {
  readonly evaluation: Evaluation;
  readonly folder: string;
  readonly at: Span;
  files: number;
}

/**
 * What Hydra hands to the function that it starts (`@hydra.main(config_path="conf", config_name="config")`), unless whoever starts the
 * program sets another: the file of that name, put together with those that its list of defaults chooses. Undefined: it isn't Hydra's.
 */
export function hydraConfig(evaluation: Evaluation, scope: Scope, name: string): Value | undefined {
  if (scope.params[0]?.name !== name) return undefined;
  for (const decorator of scope.decorators) {
    if (!startsByHydra(evaluation, decorator)) continue;
    const [first, second] = positional(decorator.args).map(({ value }) => value);
    const folder = plainTextOf(evaluation, namedArgument(decorator.args, 'config_path') ?? first);
    const file = plainTextOf(evaluation, namedArgument(decorator.args, 'config_name') ?? second);
    if (folder === undefined || file === undefined) return undefined;
    const all = composed({ evaluation, folder, at: decorator.at, files: 0 }, file.replace(/\.ya?ml$/, ''), 0);
    return all && interpolated(all);
  }
  return undefined;
}

/** `@hydra.main(…)`: nobody else calls the function. */
export function startsByHydra(evaluation: Evaluation, decorator: Value): decorator is Call {
  if (decorator.kind !== 'call') return false;
  const callee = evaluation.evaluate(decorator.callee, []);
  return callee.kind === 'external' && callee.module === 'hydra' && callee.path.join('.') === 'main';
}

function composed(composing: Composing, name: string, depth: number): ValueOf<'record'> | undefined {
  const { evaluation, folder, at } = composing;
  composing.files += 1;
  if (depth > DEEPEST || composing.files > MOST_FILES) return undefined;
  const read = dataBeside(evaluation, at.uri, `${folder}/${name}.yaml`, at);
  if (read?.kind !== 'record') return undefined;
  const { value: chosen } = entryOf(read, 'defaults');
  const own = { ...read, entries: read.entries.filter(({ key }) => key !== 'defaults') };
  if (chosen?.kind !== 'list') return own;
  const beside = name.includes('/') ? `${name.slice(0, name.lastIndexOf('/'))}/` : '';
  const parts = chosen.items.map(item => {
    if (plainText(item) === '_self_') return own;
    const part = chosenBy(item);
    const data = part && composed(composing, `${beside}${part.file}`, depth + 1);
    return data && part.under.reduceRight<ValueOf<'record'>>((value, key) => ({ kind: 'record', at, entries: [{ key, value, at }] }), data);
  });
  // Without a word on it the file itself comes last.
  const ordered = parts.includes(own) ? parts : [...parts, own];
  return ordered.reduce<ValueOf<'record'>>((all, part) => (part === undefined ? all : merged(all, part)), { ...own, entries: [] });
}

/** `- base`, `- model: large`, `- override /db: lite`: the file, and under which keys what it says is put. */
function chosenBy(item: Value): { readonly file: string; readonly under: readonly string[] } | undefined {
  const whole = plainText(item);
  if (whole !== undefined) return { file: whole, under: whole.split('/').slice(0, -1) };
  const [entry] = item.kind === 'record' ? item.entries : [];
  const option = entry && plainText(entry.value);
  const group = entry?.key?.replace(/^(?:(?:override|optional)\s+)+/, '').replace(/^\//, '');
  // `model@small`: under a name of its own.
  const [folder, under = folder] = group?.split('@') ?? [];
  if (option === undefined || folder === undefined || under === undefined) return undefined;
  return { file: `${folder}/${option}`, under: under === '_global_' ? [] : under.split(/[./]/) };
}

function merged(all: ValueOf<'record'>, part: ValueOf<'record'>): ValueOf<'record'> {
  const entries = new Map<string | undefined, Entry>(all.entries.map(entry => [entry.key, entry]));
  for (const entry of part.entries) {
    const before = entries.get(entry.key)?.value;
    const both = before?.kind === 'record' && entry.value.kind === 'record' ? merged(before, entry.value) : entry.value;
    entries.set(entry.key, { ...entry, value: both });
  }
  return { ...all, entries: [...entries.values()] };
}

function plainTextOf(evaluation: Evaluation, value: Value | undefined): string | undefined {
  return value && plainText(evaluation.evaluate(value, []));
}
