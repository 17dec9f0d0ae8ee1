import { isJavaScript } from '../source/languages/index';
import type { Span } from '../source/span';
import type { CodeSummary } from '../source/summary';
import type { Call, Entry, Value } from '../source/values';
import { positional } from './arguments';
import { choose } from './choose';
import { entryOf } from './entries';
import { type Context, callsThat, type Evaluation, NO_CONTEXT } from './evaluation';
import { isNull, plainText } from './plain-values';

/** What JavaScript's packages for command lines go by. */
export type Package = 'yargs' | 'commander' | 'cac';

const PACKAGES: Readonly<Record<string, Package>> = {
  yargs: 'yargs',
  'yargs/yargs': 'yargs',
  commander: 'commander',
  '@commander-js/extra-typings': 'commander',
  cac: 'cac',
};

const DECLARING: ReadonlySet<string> = new Set(['option', 'options', 'positional', 'default', 'requiredOption', 'addOption']);

/** The package for command lines that a file imports. */
export function commandLineOf({ language, imports }: CodeSummary): Package | undefined {
  if (!isJavaScript(language)) return undefined;
  const found = imports.find(({ module }) => Object.hasOwn(PACKAGES, module));
  return found && PACKAGES[found.module];
}

/** `yargs(…).option(…).parse()`, `program.opts()`: the options that a file declares, with their defaults. Undefined: neither. */
export function parsedOptions(evaluation: Evaluation, object: Value, method: string, at: Span, context: Context): Value | undefined {
  const by = Object.hasOwn(PARSING, method) ? PARSING[method] : undefined;
  const summary = by === undefined || packageAt(object) !== by ? undefined : evaluation.codeOf(at.uri);
  if (by === undefined || summary === undefined) return undefined;
  if (by === 'yargs') return commandOptions(evaluation, summary, at, 'argv', () => true);
  const own = idOf(baseOf(evaluation, object, by, context));
  return commandOptions(evaluation, summary, at, 'options', ({ base }) => base() === own);
}

/** `program.opts()` of the program that commander itself exports. */
export function optionsOfProgram(evaluation: Evaluation, path: string, { callee, at }: Call, context: Context): Value | undefined {
  const program = path.endsWith('.opts') && callee.kind === 'member' ? evaluation.evaluate(callee.object, context) : undefined;
  return program && parsedOptions(evaluation, program, 'opts', at, context);
}

const PARSING: Readonly<Record<string, Package>> = {
  parse: 'yargs',
  parseSync: 'yargs',
  parseAsync: 'yargs',
  argv: 'yargs',
  opts: 'commander',
  optsWithGlobals: 'commander',
};

/** A call that declares options, and what the calls of its chain begin with. */
export interface Place {
  readonly call: Call;
  readonly base: () => string;
}

interface Declared {
  readonly keys: readonly string[];
  readonly fallback: Value | undefined;
  readonly at: Span;
}

export function commandOptions(
  evaluation: Evaluation,
  summary: CodeSummary,
  at: Span,
  name: string,
  isOwn: (place: Place) => boolean,
  more: readonly Declared[] = [],
): Value {
  const by = commandLineOf(summary) ?? 'yargs';
  const places = callsThat(evaluation, summary, 'options of command lines', ({ call: { callee } }) => {
    return callee.kind === 'member' && DECLARING.has(callee.key);
  });
  const own = places.filter(({ call }) =>
    isOwn({ call, base: () => (call.callee.kind === 'member' ? idOf(baseOf(evaluation, call.callee.object, by, NO_CONTEXT)) : '') }),
  );
  const declared = [...own.flatMap(({ call }) => (by === 'yargs' ? ofYargs(evaluation, call) : ofFlags(evaluation, call))), ...more];
  const keys = [...new Set(declared.flatMap(each => each.keys))];
  const option = (key: string): Entry => {
    const same = declared.filter(each => each.keys.includes(key));
    // Commands of one program may each have an option of this name.
    const values = same.flatMap(({ fallback }) => fallback ?? []);
    return { key, at, value: openOption(at, `${name}.${key}`, values.length === 0 ? undefined : choose(at, values)) };
  };
  const whole: Entry = { at, value: { kind: 'spread', at, value: openOption(at, name, undefined) } };
  return { kind: 'record', at, entries: [whole, ...keys.map(option)] };
}

/** Whoever starts the program may set another. */
export function openOption(at: Span, name: string, fallback: Value | undefined): Value {
  return { kind: 'param', at, scope: 0, name, outside: true, ...(fallback === undefined ? {} : { fallback }) };
}

/** `.option('model', { default: 'gpt-5.4', alias: 'm' })`, `.options({ model: { … } })`, `.default('model', 'gpt-5.4')` */
function ofYargs(evaluation: Evaluation, { callee, args, at }: Call): readonly Declared[] {
  const [first, second] = positional(args).map(({ value }) => evaluation.evaluate(value, NO_CONTEXT));
  if (first === undefined) return [];
  if (first.kind === 'record') return ofRecord(evaluation, first, at, NO_CONTEXT);
  const key = plainText(first);
  if (key === undefined) return [];
  if (callee.kind === 'member' && callee.key === 'default') return [{ keys: spellings(key), fallback: second, at }];
  return [ofYargsOption(key, second, at)];
}

export function ofRecord(evaluation: Evaluation, written: Value, at: Span, context: Context): readonly Declared[] {
  const record = evaluation.evaluate(written, context);
  if (record.kind !== 'record') return [];
  return record.entries.flatMap(({ key, value }) => (key === undefined ? [] : [ofYargsOption(key, value, at)]));
}

function ofYargsOption(key: string, said: Value | undefined, at: Span): Declared {
  const part = (name: string) => (said?.kind === 'record' ? entryOf(said, name).value : undefined);
  const alias = part('alias');
  const others = (alias?.kind === 'list' ? alias.items : alias === undefined ? [] : [alias]).flatMap(each => plainText(each) ?? []);
  const fallback = part('default');
  return { keys: [key, ...others].flatMap(spellings), fallback: fallback && isNull(fallback) ? undefined : fallback, at };
}

function spellings(key: string): readonly string[] {
  return key.includes('-') ? [key, camelCase(key)] : [key];
}

/** `max-tokens` as the parser's result names it: `maxTokens`. */
export function camelCase(key: string): string {
  return key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** `.option('-m, --model <name>', 'which model', 'gpt-5.4')`, with a function that reads it before its default; `new Option(…).default(…)` */
function ofFlags(evaluation: Evaluation, { callee, args, at }: Call): readonly Declared[] {
  if (callee.kind !== 'member') return [];
  if (callee.key === 'addOption') return ofOption(evaluation, args[0]?.value, at);
  if (callee.key !== 'option' && callee.key !== 'requiredOption') return [];
  const [flags, , third, fourth] = positional(args).map(({ value }) => evaluation.evaluate(value, NO_CONTEXT));
  const key = keyOf(flags);
  if (key === undefined) return [];
  const stated = fourth ?? (third === undefined || isReader(third) ? undefined : third);
  return [{ keys: [key], fallback: stated?.kind === 'record' ? entryOf(stated, 'default').value : stated, at }];
}

export function isReader({ kind }: Value): boolean {
  return kind === 'function' || kind === 'external' || kind === 'class' || kind === 'call';
}

function ofOption(evaluation: Evaluation, written: Value | undefined, at: Span): readonly Declared[] {
  let option = written;
  let fallback: Value | undefined;
  for (; option?.kind === 'call' && option.callee.kind === 'member'; option = option.callee.object)
    if (option.callee.key === 'default') fallback ??= option.args[0]?.value;
  const [flags] = option?.kind === 'call' ? option.args : [];
  const key = flags && keyOf(evaluation.evaluate(flags.value, NO_CONTEXT));
  return key === undefined ? [] : [{ keys: [key], fallback: fallback && evaluation.evaluate(fallback, NO_CONTEXT), at }];
}

/** `-m, --max-tokens <n>`: the name that an option is stored under. */
function keyOf(flags: Value | undefined): string | undefined {
  const names = flags && plainText(flags)?.split(/[ ,|]+/);
  const name = names?.find(each => each.startsWith('--')) ?? names?.find(each => each.startsWith('-'));
  return name && camelCase(name.replace(/^-+(?:no-)?/, ''));
}

/** What the calls of a chain begin with: the program, or the command that was made of it. */
export function baseOf(evaluation: Evaluation, written: Value, by: Package, context: Context): Value {
  let value = written;
  while (value.kind === 'call' ? value.callee.kind === 'member' : value.kind === 'name' || value.kind === 'member') {
    if (value.kind === 'call') {
      if (value.callee.kind !== 'member' || makesCommand(value, by)) return value;
      value = value.callee.object;
      continue;
    }
    const known = evaluation.evaluate(value, context);
    if (known.kind !== 'call') return known;
    value = known;
  }
  return value;
}

function makesCommand({ callee, args: [first, second, ...others] }: Call, by: Package): boolean {
  if (callee.kind !== 'member' || callee.key !== 'command' || by === 'yargs' || first?.value.kind === 'record') return false;
  return by === 'cac' || second === undefined || (second.value.kind === 'record' && others.length === 0);
}

export function idOf(base: Value): string {
  return base.kind === 'external' ? [base.module, ...base.path].join('.') : `${base.at.uri}:${base.at.start}-${base.at.end}`;
}

/** The package whose object a chain of calls begins with. */
export function packageAt(object: Value): Package | undefined {
  let root = object;
  while (root.kind === 'call' || root.kind === 'member') root = root.kind === 'call' ? root.callee : root.object;
  const of = root.kind === 'param' ? root.type : root;
  return of?.kind === 'external' ? PACKAGES[of.module] : undefined;
}
