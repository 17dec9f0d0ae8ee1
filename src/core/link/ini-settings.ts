import { namedArgument } from '../source/named-argument';
import type { Span } from '../source/span';
import type { Argument, Call, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { entryOf } from './entries';
import { callsThat, type Evaluation, NO_CONTEXT } from './evaluation';
import { dataIn, pathOfOpened, textOfFile } from './file-texts';
import { plainText } from './plain-values';

const PARSER = /^(?:configparser|ConfigParser)\.(?:Raw|Safe)?ConfigParser$/;
const READS: ReadonlySet<string> = new Set(['read', 'read_file', 'readfp']);
/** What every section has besides. */
const DEFAULTS = 'DEFAULT';

/** `config["llm"]` of Python's configparser: a section of the files that the file which makes it has it read. */
export function iniSection(evaluation: Evaluation, object: Value, name: string, at: Span): ValueOf<'record'> | undefined {
  const parser = parserOf(object);
  const files = parser && filesRead(evaluation, parser);
  const sections = files?.flatMap(file => [entryOf(file, DEFAULTS).value, entryOf(file, name).value]) ?? [];
  const entries = sections.flatMap(section => (section?.kind === 'record' ? section.entries : []));
  return entries.length === 0 ? undefined : { kind: 'record', at, entries };
}

/** `config.get("llm", "model", fallback="…")` */
export function iniOption(evaluation: Evaluation, object: Value, method: string, args: readonly Argument[], call: Call): Value | undefined {
  const [section, ...rest] = positional(args);
  const name = section && plainText(section.value);
  const options =
    name === undefined || !/^get(?:int|float|boolean)?$/.test(method) ? undefined : iniSection(evaluation, object, name, call.at);
  const named = args.filter(argument => argument.name !== undefined);
  return options && optionIn(options, method, [...rest, ...named]);
}

/** `config["llm"].getint("cap", 200)` */
export function optionIn(section: ValueOf<'record'>, method: string, args: readonly Argument[]): Value | undefined {
  const [key, fallback = namedArgument(args, 'fallback')] = positional(args).map(({ value }) => value);
  const name = key && plainText(key);
  const value = name === undefined ? undefined : (entryOf(section, name.toLowerCase()).value ?? fallback);
  if (value?.kind !== 'text' || method === 'get') return value;
  const { text } = value.text;
  if (method === 'getboolean') return { kind: 'scalar', at: value.at, value: /^(?:1|yes|true|on)$/i.test(text) };
  return (method === 'getint' || method === 'getfloat') && text !== '' && !Number.isNaN(Number(text))
    ? { kind: 'scalar', at: value.at, value: Number(text) }
    : undefined;
}

/** The call that makes a parser, whatever the object is told by statements after it. */
function parserOf(object: Value): Call | undefined {
  if (object.kind !== 'call') return undefined;
  const { callee } = object;
  if (object.told && callee.kind === 'member') return parserOf(callee.object);
  return callee.kind === 'external' && PARSER.test([callee.module, ...callee.path].join('.')) ? object : undefined;
}

/** The data in the files that a parser reads, in their order; undefined where one of them isn't known. */
function filesRead(evaluation: Evaluation, { at }: Call): readonly ValueOf<'record'>[] | undefined {
  const summary = evaluation.codeOf(at.uri);
  if (summary === undefined) return undefined;
  const reading = callsThat(evaluation, summary, 'settings that are read', ({ call: { callee } }) => {
    return callee.kind === 'member' && READS.has(callee.key);
  });
  return evaluation.once(`${at.uri}:${at.start} reads`, () => {
    const all = reading.flatMap(({ call: { callee, args } }) => {
      const object = callee.kind === 'member' ? parserOf(evaluation.evaluate(callee.object, NO_CONTEXT)) : undefined;
      if (object?.at.start !== at.start || object.at.uri !== at.uri || args[0] === undefined) return [];
      const paths = evaluation.evaluate(args[0].value, NO_CONTEXT);
      return (paths.kind === 'list' ? paths.items : [paths]).map(path => dataIn(textOfFile(evaluation, pathOfOpened(path) ?? path, at)));
    });
    const known = all.flatMap(file => (file?.kind === 'record' ? [file] : []));
    return known.length === all.length && known.length > 0 ? known : undefined;
  });
}
