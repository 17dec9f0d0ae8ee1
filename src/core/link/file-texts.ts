import { dataValue } from '../source/data-file';
import { setAtDeployment } from '../source/deployed';
import { EMBEDDED_FILES, EMBEDDED_TEXT } from '../source/languages/go/predeclared';
import { relativeUri } from '../source/relative-uri';
import type { Span, Uri } from '../source/span';
import { verbatim } from '../source/text-map';
import type { Argument, Call, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { choose } from './choose';
import { isDeployed } from './deployed-values';
import { dotnetName } from './dotnet/functions';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { labelOf } from './labels';
import { filesAt, locationsOf } from './locations';
import { plainText } from './plain-values';

/** Endings of files that hold a prompt or settings; tables and logs are data that nobody wants to read here. */
const READ =
  /\.(?:txt|mdx?|markdown|rst|prompt|prompty|jinja2?|j2|tmpl|tpl|template|mustache|hbs|handlebars|njk|liquid|xml|html|json|ya?ml|toml|ini|cfg|sql|cypher)$|\/[^./]+$/i;
/** Functions that read a text, told its path. */
const READS_TEXT = /^(?:fs|fs\/promises|fs\.promises|fs-extra)\.(?:promises\.)?readFile(?:Sync)?$|^global\.Deno\.readTextFile(?:Sync)?$/;
/** Functions that parse a text, or a file that was opened. */
const PARSES =
  /^(?:json\.loads?|yaml\.(?:safe_|full_)?load|yaml\.parse|js-yaml\.load|ruamel\.yaml\.safe_load|global\.JSON\.parse|(?:tomllib|tomli|toml|rtoml)\.loads?|(?:smol-toml|@iarna\/toml|toml|@ltd\/j-toml)\.parse)$/;
/** Functions of Node.js that are told a path, and parse the JSON there. */
const READS_JSON = /^(?:fs-extra|jsonfile)\.read(?:Json|JSON|File)(?:Sync)?$/;
/** Functions that are told a path, and parse the file there. */
const READS_PATH = /^(?:toml|rtoml)\.load$/;
/** A larger file is data, and parsing it takes long. */
const MOST_CHARACTERS_OF_DATA = 200_000;

/** `open(path).read()`, `Path(path).read_text()`: what a method reads from a file of the workspace. */
export function readByMethod(evaluation: Evaluation, object: Value, method: string, call: Call): Value | undefined {
  if (method === 'read_text' || method === 'read_bytes') return textOfFile(evaluation, object, call.at);
  if (method === 'ReadFile') return readEmbedded(evaluation, object, call);
  if (method !== 'read' && method !== 'text') return undefined;
  const opened = pathOfOpened(object);
  return opened === undefined ? undefined : textOfFile(evaluation, opened, call.at);
}

/** `files.ReadFile("prompts/a.md")` of files that are embedded: their paths are relative to the file that embeds them. */
function readEmbedded(evaluation: Evaluation, object: Value, call: Call): Value | undefined {
  const { callee } = object.kind === 'call' ? object : { callee: undefined };
  const isEmbedded = callee?.kind === 'external' && callee.module === 'global' && callee.path[0] === EMBEDDED_FILES;
  const path = positional(call.args)[0];
  if (!isEmbedded || path === undefined) return undefined;
  return embedded(evaluation, evaluation.evaluate(path.value, NO_CONTEXT), object.at);
}

function embedded(evaluation: Evaluation, path: Value, at: Span): Value | undefined {
  const name = plainText(path);
  const file = name === undefined ? undefined : relativeUri(at.uri, name);
  return file === undefined ? undefined : read(evaluation, [file], at);
}

/** The data in a file whose path is relative to another file. */
export function dataBeside(evaluation: Evaluation, uri: Uri, path: string, at: Span): Value | undefined {
  const file = relativeUri(uri, path);
  return file === undefined ? undefined : dataIn(read(evaluation, [file], at));
}

/** Functions that give a file's text, or the data in it. Undefined: not one of them, or the file is not known. */
export function readByFunction(evaluation: Evaluation, path: string, call: Call, args: readonly Argument[]): Value | undefined {
  const [first, second] = positional(args).map(argument => argument.value);
  if (first === undefined) return undefined;
  const name = functionName(path);
  if (READS_TEXT.test(name)) return textOfFile(evaluation, first, call.at);
  if (/^(?:os|io\/ioutil)\.ReadFile$/.test(name)) return textOfFile(evaluation, first, call.at);
  if (name === `global.${EMBEDDED_TEXT}`) return embedded(evaluation, first, call.at);
  if (READS_JSON.test(name)) return dataIn(textOfFile(evaluation, first, call.at));
  if (/^File\.(?:ReadAllText|ReadAllTextAsync|ReadAllBytes|OpenText)$/.test(dotnetName(path)))
    return textOfFile(evaluation, first, call.at);
  if (second !== undefined && /^(?:importlib\.resources\.read_text|importlib_resources\.read_text|pkgutil\.get_data)$/.test(name)) {
    const file: Value = { kind: 'operation', at: call.at, operator: '/', left: folderOf(first), right: second };
    return textOfFile(evaluation, file, call.at);
  }
  if (READS_PATH.test(name)) return dataOfFile(evaluation, first, call.at);
  if (PARSES.test(name)) {
    const read = pathOfOpened(first) ?? pathOfRead(first);
    return read === undefined ? dataIn(first) : dataAt(evaluation, read, call.at);
  }
  return undefined;
}

/**
 * The data in the file at a path. What is in one that the environment may name is said where the program is deployed; one that it must name
 * (`os.environ["SETTINGS"]`) says all.
 */
function dataAt(evaluation: Evaluation, path: Value, at: Span): Value | undefined {
  const known = dataIn(textOfFile(evaluation, path, at));
  if (known !== undefined || path.kind !== 'choice') return known ?? (path.kind === 'hole' ? namedAtDeployment(path, at) : undefined);
  const each = path.options.flatMap(option => dataIn(textOfFile(evaluation, option, at)) ?? namedAtDeployment(option, at) ?? []);
  return each.length === path.options.length ? choose(at, each) : undefined;
}

function namedAtDeployment(path: Value, at: Span): Value | undefined {
  return isDeployed(path) ? setAtDeployment(at, labelOf(path)) : undefined;
}

/** The data in a file that is told by its path, or opened. */
export function dataOfFile(evaluation: Evaluation, pathOrFile: Value, at: Span): Value | undefined {
  return dataAt(evaluation, pathOfOpened(pathOrFile) ?? pathOrFile, at);
}

/** An imported file that is no code: `import prompt from './prompt.md'`, `import config from './config.json'`. */
export function importedText(evaluation: Evaluation, file: Uri, at: Span): Value | undefined {
  const text = read(evaluation, [file], at);
  return text !== undefined && file.endsWith('.json') ? (dataIn(text) ?? text) : text;
}

/** The path in `open(path)`, `path.open()`, `Bun.file(path)`. */
export function pathOfOpened(value: Value): Value | undefined {
  if (value.kind !== 'call') return undefined;
  const { callee } = value;
  if (callee.kind === 'member' && callee.key === 'open') return callee.object;
  const name = callee.kind === 'external' ? [callee.module, ...callee.path].join('.') : '';
  return /^(?:global\.open|io\.open|codecs\.open|aiofiles\.open|global\.Bun\.file)$/.test(name)
    ? positional(value.args)[0]?.value
    : undefined;
}

/** The path in `readFileSync(path, 'utf8')`. */
function pathOfRead(value: Value): Value | undefined {
  if (value.kind !== 'call' || value.callee.kind !== 'external') return undefined;
  const { module, path } = value.callee;
  return READS_TEXT.test(functionName([module, ...path].join('.'))) ? positional(value.args)[0]?.value : undefined;
}

/** Whether a call gives the data in a file whose place the machine says: one that the code names says all that is set, in sight or not. */
export function readsData({ callee, args }: ValueOf<'call'>): boolean {
  const name = callee.kind === 'external' ? functionName([callee.module, ...callee.path].join('.')) : '';
  const [first] = positional(args).map(argument => argument.value);
  if (first === undefined) return false;
  const isTold = READS_JSON.test(name) || READS_PATH.test(name);
  const path = isTold || PARSES.test(name) ? (pathOfOpened(first) ?? pathOfRead(first) ?? (isTold ? first : undefined)) : undefined;
  return path !== undefined && plainText(path) === undefined;
}

function functionName(path: string): string {
  return path.replace(/^node:/, '').replace(/\.default\b/, '');
}

function folderOf(anchor: Value): Value {
  const callee: Value = { kind: 'external', at: anchor.at, module: 'importlib.resources', path: ['files'] };
  return { kind: 'call', at: anchor.at, callee, args: [{ value: anchor, at: anchor.at }], argsAt: anchor.at };
}

/** The text of the file that a path leads to; of a set of paths, each. Undefined: not all are known, or in the workspace. */
export function textOfFile(evaluation: Evaluation, path: Value, at: Span): Value | undefined {
  const locations = locationsOf(evaluation, path);
  if (locations === undefined || locations.length === 0) return undefined;
  const texts = locations.map(location => read(evaluation, filesAt(location, at.uri), at));
  const known = texts.flatMap(text => text ?? []);
  return known.length === texts.length ? choose(at, known) : undefined;
}

function read(evaluation: Evaluation, files: readonly Uri[], at: Span): ValueOf<'text'> | undefined {
  const file = files.every(candidate => READ.test(candidate)) ? evaluation.fileOf(files) : undefined;
  if (file === undefined || file.kind === 'code' || file.kind === 'folder' || file.text === undefined || file.uri === at.uri)
    return undefined;
  const text = verbatim(file.uri, 0, file.text);
  return { kind: 'text', at: { uri: file.uri, start: 0, end: file.text.length }, text };
}

/** What a file's whole text holds as data, with places in that file; of one of several texts, one of several. Undefined: it is none. */
export function dataIn(value: Value | undefined): Value | undefined {
  if (value?.kind === 'choice') {
    const all = value.options.map(dataIn);
    const known = all.flatMap(each => each ?? []);
    return known.length === all.length ? choose(value.at, known) : undefined;
  }
  if (value?.kind !== 'text' || value.text.text.length > MOST_CHARACTERS_OF_DATA) return undefined;
  const [run, ...others] = value.text.runs;
  return run?.source === 0 && others.length === 0 && run.length === run.sourceLength
    ? dataValue(value.text.uri, value.text.text)
    : undefined;
}
