import { filled } from '../sdks/placeholders';
import { madeText } from '../source/made-values';
import type { Span } from '../source/span';
import { sliceText } from '../source/text-map';
import type { Argument, Value, ValueOf } from '../source/values';
import { entryOf } from './entries';
import { choose, type Evaluation, plainText, positional } from './evaluation';
import { textOfFile } from './file-texts';

type Dialect = 'jinja2' | 'liquid' | 'handlebars' | 'mustache';

/** A template as an engine has it, before anything is put in. */
interface Template {
  readonly text: Value;
  readonly dialect: Dialect;
}

/** Objects that make templates, or render them by themselves: how their templates are written, and in which argument their folder stands. */
const ENGINES: Readonly<Record<string, Dialect>> = {
  'jinja2.Environment': 'jinja2',
  'jinja2.sandbox.SandboxedEnvironment': 'jinja2',
  'jinja2.sandbox.ImmutableSandboxedEnvironment': 'jinja2',
  'jinja2.nativetypes.NativeEnvironment': 'jinja2',
  'nunjucks.Environment': 'jinja2',
  'nunjucks.configure': 'jinja2',
  'liquidjs.Liquid': 'liquid',
};
const LOADERS = /^(?:jinja2|nunjucks)\.(?:loaders\.)?(\w+Loader)$/;
/** Functions and classes that make a template of a text. */
const TEMPLATES: Readonly<Record<string, Dialect>> = {
  'jinja2.Template': 'jinja2',
  'nunjucks.Template': 'jinja2',
  'nunjucks.compile': 'jinja2',
  'handlebars.compile': 'handlebars',
};
/** Functions that render a text at once: `(text, values)`. */
const RENDERS: Readonly<Record<string, Dialect>> = {
  'nunjucks.renderString': 'jinja2',
  'mustache.render': 'mustache',
  'chevron.render': 'mustache',
  'pystache.render': 'mustache',
};
const LOADS = /^(?:get_template|getTemplate)$/;
const OF_TEXT = /^from_string$/;
const FILLS = /^(?:render|render_async)$/;
const RENDERS_FILE = /^(?:render|renderFile|renderFileSync)$/;
const RENDERS_TEXT = /^(?:renderString|parseAndRender|parseAndRenderSync)$/;

/** `template.render(name=…)`, `environment.render("a.njk", values)`. Undefined: no engine that is known, or its template is not in sight. */
export function renderedByMethod(
  evaluation: Evaluation,
  object: ValueOf<'call'>,
  method: string,
  args: readonly Argument[],
  at: Span,
): Value | undefined {
  const dialect = ENGINES[nameOf(object)];
  if (dialect === undefined) {
    const template = FILLS.test(method) ? templateOf(evaluation, object) : undefined;
    return template && put(template, args, at);
  }
  const [first, ...values] = args;
  if (first === undefined) return undefined;
  if (RENDERS_TEXT.test(method)) return put({ text: first.value, dialect }, values, at);
  if (!RENDERS_FILE.test(method)) return undefined;
  const text = loaded(evaluation, object, first.value, at);
  return text && put({ text, dialect }, values, at);
}

/** `Mustache.render(text, values)` */
export function renderedByFunction(path: string, args: readonly Argument[], at: Span): Value | undefined {
  const dialect = RENDERS[canonical(path)];
  const [first, ...values] = args;
  return dialect === undefined || first === undefined ? undefined : put({ text: first.value, dialect }, values, at);
}

/** `Handlebars.compile(text)(values)` */
export function renderedByCall(evaluation: Evaluation, target: ValueOf<'call'>, args: readonly Argument[], at: Span): Value | undefined {
  const template = TEMPLATES[nameOf(target)] === 'handlebars' ? templateOf(evaluation, target) : undefined;
  return template && put(template, args, at);
}

/** Whether a call gives a template of an engine that is known, of whatever text. */
export function isTemplate(made: ValueOf<'call'>): boolean {
  return TEMPLATES[nameOf(made)] !== undefined || engineOf(made) !== undefined;
}

/** The engine that is asked for a template. */
function engineOf({ callee }: ValueOf<'call'>): ValueOf<'call'> | undefined {
  if (callee.kind !== 'member' || !(LOADS.test(callee.key) || OF_TEXT.test(callee.key))) return undefined;
  const [engine, ...others] = enginesIn(callee.object);
  return engine !== undefined && others.length === 0 && ENGINES[nameOf(engine)] !== undefined ? engine : undefined;
}

function templateOf(evaluation: Evaluation, made: ValueOf<'call'>): Template | undefined {
  const { callee, args, at } = made;
  const [first] = positional(args);
  const dialect = TEMPLATES[nameOf(made)];
  const source = first?.value ?? args.find(({ name }) => name === 'source')?.value;
  if (source === undefined) return undefined;
  if (dialect !== undefined) return { text: source, dialect };
  const engine = engineOf(made);
  const written = engine && ENGINES[nameOf(engine)];
  if (engine === undefined || written === undefined || callee.kind !== 'member') return undefined;
  const text = OF_TEXT.test(callee.key) ? source : loaded(evaluation, engine, source, at);
  return text && { text, dialect: written };
}

/** One that is made when it is first needed may be nothing until then, and nothing has no templates. */
function enginesIn(value: Value): readonly ValueOf<'call'>[] {
  if (value.kind === 'choice') return value.options.flatMap(enginesIn);
  return value.kind === 'call' ? [value] : [];
}

/** The text of a template by its name. */
function loaded(evaluation: Evaluation, engine: ValueOf<'call'>, name: Value, at: Span): Value | undefined {
  const [first] = positional(engine.args);
  const isJinja = nameOf(engine).startsWith('jinja2.');
  const options = engine.args.map(({ value }) => value).find(value => value.kind === 'record');
  const option = (key: string) => (options?.kind === 'record' ? entryOf(options, key).value : undefined);
  const loader = isJinja
    ? engine.args.find(argument => argument.name === 'loader')?.value
    : nameOf(engine) === 'liquidjs.Liquid'
      ? option('root')
      : first?.value;
  const ending = option('extname');
  const file: Value = ending === undefined ? name : { kind: 'template', at, parts: [name, ending], literal: false };
  return loader && (byLoader(evaluation, loader, file, at) ?? (file === name ? undefined : byLoader(evaluation, loader, name, at)));
}

function byLoader(evaluation: Evaluation, loader: Value, name: Value, at: Span): Value | undefined {
  if (loader.kind === 'list') return firstOf(loader.items, each => byLoader(evaluation, each, name, at));
  const [, kind] = loader.kind === 'call' ? (LOADERS.exec(nameOf(loader)) ?? []) : [];
  if (loader.kind !== 'call' || kind === undefined) return inFolder(evaluation, loader, name, at);
  const [first, second] = positional(loader.args).map(({ value }) => value);
  const given = (key: string) => loader.args.find(argument => argument.name === key)?.value;
  switch (kind) {
    case 'FileSystemLoader': {
      const folder = first ?? given('searchpath');
      return folder && byLoader(evaluation, folder, name, at);
    }
    case 'PackageLoader': {
      const module = first ?? given('package_name');
      if (module === undefined) return undefined;
      const callee: Value = { kind: 'external', at: module.at, module: 'importlib.resources', path: ['files'] };
      const folder: Value = { kind: 'call', at: module.at, callee, args: [{ value: module, at: module.at }], argsAt: module.at };
      const below = second ?? given('package_path') ?? madeText('templates', at);
      return inFolder(evaluation, { kind: 'operation', at, operator: '/', left: folder, right: below }, name, at);
    }
    case 'DictLoader': {
      const key = plainText(name);
      return first?.kind === 'record' && key !== undefined ? entryOf(first, key).value : undefined;
    }
    case 'ChoiceLoader':
      return first && byLoader(evaluation, first, name, at);
    default:
      return undefined;
  }
}

function inFolder(evaluation: Evaluation, folder: Value, name: Value, at: Span): Value | undefined {
  return textOfFile(evaluation, { kind: 'operation', at, operator: '/', left: folder, right: name }, at);
}

function firstOf<T, U>(all: readonly T[], of: (each: T) => U | undefined): U | undefined {
  for (const each of all) {
    const found = of(each);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What is passed by name, or in an object. */
function put({ text, dialect }: Template, args: readonly Argument[], at: Span): Value | undefined {
  const known = written(text, dialect);
  if (known === undefined) return undefined;
  const isGiven = (name: string): Value | undefined =>
    firstOf([...args].reverse(), ({ name: own, value }) => {
      if (own !== undefined) return own === name ? value : undefined;
      const values = value.kind === 'spread' ? value.value : value;
      return values.kind === 'record' ? entryOf(values, name).value : undefined;
    });
  const result = filled(known, dialect, isGiven);
  return result.kind === 'choice' ? choose(at, result.options) : result;
}

/** Undefined: what the template says isn't known. Jinja leaves out the line break at the very end. */
function written(text: Value, dialect: Dialect): Value | undefined {
  if (text.kind === 'choice') {
    const all = text.options.map(option => written(option, dialect));
    return all.every(each => each !== undefined) ? { ...text, options: all } : undefined;
  }
  if (text.kind === 'template') return text;
  if (text.kind !== 'text') return undefined;
  const end = dialect === 'jinja2' ? /\r?\n$/.exec(text.text.text)?.index : undefined;
  return end === undefined ? text : { ...text, text: sliceText(text.text, 0, end) };
}

function nameOf({ callee }: ValueOf<'call'>): string {
  return callee.kind === 'external' ? canonical([callee.module, ...callee.path].join('.')) : '';
}

/** `jinja2.environment.Template`, `handlebars.default.compile`, `handlebars/dist/cjs.compile` */
function canonical(path: string): string {
  return path.replace(/\.default\b/, '').replace(/^jinja2\.environment\./, 'jinja2.');
}
