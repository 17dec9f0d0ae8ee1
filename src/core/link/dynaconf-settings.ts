import { setAtDeployment } from '../source/deployed';
import { namedArgument } from '../source/named-argument';
import type { Span } from '../source/span';
import type { Argument, Entry, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { choose } from './choose';
import type { Evaluation } from './evaluation';
import { dataIn, textOfFile } from './file-texts';
import { isFixed } from './fixed-lists';
import { locationsOf } from './locations';
import { plainText } from './plain-values';

const MAKES = /^dynaconf\.(?:base\.)?(?:Dynaconf|LazySettings)$/;
/** Sections within sections that are asked for by one name (`settings.get("llm.model")`). */
const DEEPEST = 3;
/** More than files of settings hold. */
const MOST_SETTINGS = 2000;

type Table = ValueOf<'record'>;

/**
 * What Dynaconf's settings hold (Python): what the files say that it is told of, the last winning, unless the environment says
 * otherwise; under their names in any case, and under those of their sections with a dot. Undefined: it isn't Dynaconf, or not all of its files are known.
 */
export function dynaconfSettings(evaluation: Evaluation, path: string, args: readonly Argument[], at: Span): Value | undefined {
  if (!MAKES.test(path)) return undefined;
  const named = namedArgument(args, 'settings_files') ?? namedArgument(args, 'settings_file');
  const files = named && filesIn(named);
  // A module of settings may set anything.
  const isOpen = (file: Value) => locationsOf(evaluation, file) === undefined || plainText(file)?.endsWith('.py') === true;
  if (files === undefined || files.some(isOpen)) return undefined;
  const isMerged = isTrue(namedArgument(args, 'merge_enabled'));
  // A file that isn't there says nothing: secrets are where the program runs.
  const tables = tablesIn(files.flatMap(file => dataIn(textOfFile(evaluation, file, at)) ?? []));
  const defaults = defaultsIn(namedArgument(args, 'validators'), at);
  const whole = tables.reduce((all, table) => joined(all, table, isMerged), defaults);
  const environments = namedArgument(args, 'environments');
  const chosen =
    environments === undefined || (environments.kind === 'scalar' && environments.value === false)
      ? whole
      : anyOf(tablesIn(whole.entries.map(({ value }) => value)), at);
  return chosen.entries.length === 0 ? undefined : settings(chosen, at, '', { left: MOST_SETTINGS });
}

function filesIn(named: Value): readonly Value[] | undefined {
  const text = plainText(named);
  if (text !== undefined) return text.split(/[,;]/).length === 1 ? [named] : undefined;
  if (named.kind !== 'list') return [named];
  return isFixed(named) ? named.items : undefined;
}

function tablesIn(values: readonly Value[]): readonly Table[] {
  return values.flatMap(value => (value.kind === 'record' ? [value] : []));
}

function isTrue(value: Value | undefined): boolean {
  return value?.kind === 'scalar' && value.value === true;
}

/** `validators=[Validator("llm.model", default="gpt-5.4")]` */
function defaultsIn(validators: Value | undefined, at: Span): Table {
  const items = validators?.kind === 'list' ? validators.items : [];
  return items.reduce<Table>(
    (all, item) => {
      const isValidator = item.kind === 'call' && item.callee.kind === 'external' && item.callee.module === 'dynaconf';
      const value = isValidator ? namedArgument(item.args, 'default') : undefined;
      if (!isValidator || value === undefined) return all;
      const names = positional(item.args).flatMap(({ value: name }) => plainText(name) ?? []);
      const under = (name: string) =>
        name.split('.').reduceRight((inner, key): Value => ({ kind: 'record', at, entries: [{ key, value: inner, at }] }), value);
      return names.map(under).reduce<Table>((sofar, one) => (one.kind === 'record' ? joined(sofar, one, true) : sofar), all);
    },
    { kind: 'record', at, entries: [] },
  );
}

/** Names of settings are the same in any case. */
function isNamed(entry: Entry, name: string | undefined): boolean {
  return entry.key?.toLowerCase() === name?.toLowerCase();
}

function joined(all: Table, more: Table, isMerged: boolean): Table {
  const entries = more.entries.reduce<readonly Entry[]>((sofar, entry) => {
    const before = sofar.find(each => isNamed(each, entry.key));
    const isBoth = isMerged && before?.value.kind === 'record' && entry.value.kind === 'record';
    const value =
      isBoth && before.value.kind === 'record' && entry.value.kind === 'record' ? joined(before.value, entry.value, true) : entry.value;
    return [...sofar.filter(each => each !== before), { ...entry, value }];
  }, all.entries);
  return { ...all, entries };
}

/** `[default]`, `[development]`, `[production]`: which of them counts is told where the program is deployed. */
function anyOf(tables: readonly Table[], at: Span): Table {
  const names = new Set(tables.flatMap(({ entries }) => entries.flatMap(({ key }) => key?.toLowerCase() ?? [])));
  const entries = [...names].map((key): Entry => {
    const said = tables.flatMap(table => table.entries.filter(entry => isNamed(entry, key)).map(({ value }) => value));
    const sections = tablesIn(said);
    return { key, value: sections.length === said.length ? anyOf(sections, at) : choose(at, said), at };
  });
  return { kind: 'record', at, entries };
}

/** A section as it is asked for, or all of it. `within`: its own name. */
function settings(table: Table, at: Span, within: string, count: { left: number }, depth = 0): Table {
  const open: Entry = { value: { kind: 'spread', at, value: setOutside(at, within) }, at };
  const entries = table.entries.flatMap((entry): readonly Entry[] => {
    const { key, value } = entry;
    count.left -= 1;
    if (key === undefined || count.left < 0) return [];
    const name = within === '' ? key : `${within}.${key}`;
    const held = value.kind === 'record' && depth < DEEPEST ? settings(value, at, name, count, depth + 1) : asSet(value, name);
    const parts = held.kind === 'record' ? held.entries.filter(part => part.key !== undefined) : [];
    return [key, key.toLowerCase(), key.toUpperCase()]
      .filter((each, index, all) => all.indexOf(each) === index)
      .flatMap(each => [{ ...entry, key: each, value: held }, ...parts.map(part => ({ ...part, key: `${each}.${part.key}` }))]);
  });
  return { kind: 'record', at: table.at, entries: [open, ...entries] };
}

/** A name or a number may be set in the environment; nobody writes a prompt there. */
function asSet(value: Value, name: string): Value {
  const isLine = value.kind === 'scalar' || value.kind === 'choice' || (value.kind === 'text' && !value.text.text.includes('\n'));
  return isLine ? choose(value.at, [setOutside(value.at, name), value]) : value;
}

function setOutside(at: Span, name: string): Value {
  return setAtDeployment(at, name === '' ? 'settings' : name);
}
