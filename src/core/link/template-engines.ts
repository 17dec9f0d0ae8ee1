import { firstOf } from '../first-of';
import { filled } from '../sdks/placeholders';
import { madeText } from '../source/made-values';
import type { Span } from '../source/span';
import { sliceText } from '../source/text-map';
import type { Argument, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { choose } from './choose';
import { entryOf } from './entries';
import type { Evaluation } from './evaluation';
import { withIncluded } from './template-includes';
import { canonical, loaded, nameOf } from './template-loaders';

type Dialect = 'jinja2' | 'liquid' | 'handlebars' | 'mustache';

/** A template as an engine has it, before anything is put in. */
interface Template {
  readonly text: Value;
  readonly dialect: Dialect;
}

/** Objects that make templates, or render them by themselves: how their templates are written. */
const ENGINES: ReadonlyMap<string, Dialect> = new Map([
  ['jinja2.Environment', 'jinja2'],
  ['jinja2.sandbox.SandboxedEnvironment', 'jinja2'],
  ['jinja2.sandbox.ImmutableSandboxedEnvironment', 'jinja2'],
  ['jinja2.nativetypes.NativeEnvironment', 'jinja2'],
  ['nunjucks.Environment', 'jinja2'],
  ['nunjucks.configure', 'jinja2'],
  ['liquidjs.Liquid', 'liquid'],
]);
/** Functions and classes that make a template of a text. */
const TEMPLATES: ReadonlyMap<string, Dialect> = new Map([
  ['jinja2.Template', 'jinja2'],
  ['nunjucks.Template', 'jinja2'],
  ['nunjucks.compile', 'jinja2'],
  ['handlebars.compile', 'handlebars'],
]);
/** Functions that render a text at once: `(text, values)`. */
const RENDERS: ReadonlyMap<string, Dialect> = new Map([
  ['nunjucks.renderString', 'jinja2'],
  ['mustache.render', 'mustache'],
  ['chevron.render', 'mustache'],
  ['pystache.render', 'mustache'],
]);
const LOADS = /^(?:get_template|getTemplate)$/;
const OF_TEXT = /^from_string$/;
const FILLS = /^(?:render|render_async)$/;
const RENDERS_FILE = /^(?:render|renderFile|renderFileSync)$/;
const RENDERS_ANY = /^(?:render|parseAndRender)/;
const RENDERS_TEXT = /^(?:renderString|parseAndRender|parseAndRenderSync)$/;

/** `template.render(name=…)`, `environment.render("a.njk", values)`. Undefined: no engine that is known, or its template is not in sight. */
export function renderedByMethod(
  evaluation: Evaluation,
  object: ValueOf<'call'>,
  method: string,
  args: readonly Argument[],
  at: Span,
): Value | undefined {
  if (!RENDERS_ANY.test(method)) return undefined;
  const dialect = ENGINES.get(nameOf(object));
  if (dialect === undefined) {
    const template = FILLS.test(method) ? templateOf(evaluation, object) : undefined;
    return template && put(template, args, at);
  }
  const [first, ...values] = args;
  if (first === undefined) return undefined;
  if (RENDERS_TEXT.test(method)) return put({ text: first.value, dialect }, values, at);
  if (!RENDERS_FILE.test(method)) return undefined;
  const text = loaded(evaluation, object, first.value, at);
  return text && put({ text: whole(evaluation, object, text, at), dialect }, values, at);
}

/** `Mustache.render(text, values)` */
export function renderedByFunction(path: string, args: readonly Argument[], at: Span): Value | undefined {
  const dialect = path.includes('.render') ? RENDERS.get(canonical(path)) : undefined;
  const [first, ...values] = args;
  return dialect === undefined || first === undefined ? undefined : put({ text: first.value, dialect }, values, at);
}

/** `Handlebars.compile(text)(values)` */
export function renderedByCall(evaluation: Evaluation, target: ValueOf<'call'>, args: readonly Argument[], at: Span): Value | undefined {
  const template = TEMPLATES.get(nameOf(target)) === 'handlebars' ? templateOf(evaluation, target) : undefined;
  return template && put(template, args, at);
}

/** Whether a call gives a template of an engine that is known, of whatever text. */
export function isTemplate(made: ValueOf<'call'>): boolean {
  return TEMPLATES.get(nameOf(made)) !== undefined || engineOf(made) !== undefined;
}

/** The engine that is asked for a template. */
function engineOf({ callee }: ValueOf<'call'>): ValueOf<'call'> | undefined {
  if (callee.kind !== 'member' || !(LOADS.test(callee.key) || OF_TEXT.test(callee.key))) return undefined;
  const [engine, ...others] = enginesIn(callee.object);
  return engine !== undefined && others.length === 0 && ENGINES.get(nameOf(engine)) !== undefined ? engine : undefined;
}

function templateOf(evaluation: Evaluation, made: ValueOf<'call'>): Template | undefined {
  const { callee, args, at } = made;
  const [first] = positional(args);
  const dialect = TEMPLATES.get(nameOf(made));
  const source = first?.value ?? args.find(({ name }) => name === 'source')?.value;
  if (source === undefined) return undefined;
  if (dialect !== undefined) return { text: source, dialect };
  const engine = engineOf(made);
  const written = engine && ENGINES.get(nameOf(engine));
  if (engine === undefined || written === undefined || callee.kind !== 'member') return undefined;
  const text = OF_TEXT.test(callee.key) ? source : loaded(evaluation, engine, source, at);
  return text && { text: whole(evaluation, engine, text, at), dialect: written };
}

/** One that is made when it is first needed may be nothing until then, and nothing has no templates. */
function enginesIn(value: Value): readonly ValueOf<'call'>[] {
  if (value.kind === 'choice') return value.options.flatMap(enginesIn);
  return value.kind === 'call' ? [value] : [];
}

/** With the templates that it includes. */
function whole(evaluation: Evaluation, engine: ValueOf<'call'>, text: Value, at: Span): Value {
  return withIncluded(text, name => {
    const found = loaded(evaluation, engine, madeText(name, at), at);
    return found && written(found, ENGINES.get(nameOf(engine)) ?? 'jinja2');
  });
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
    // What a request may bring instead is as unknown once it is rendered.
    return all.some(each => each !== undefined)
      ? { ...text, options: all.map((each, index) => each ?? text.options[index] ?? text) }
      : undefined;
  }
  if (text.kind === 'template') {
    const last = text.parts[text.parts.length - 1];
    const cut = last && written(last, dialect);
    return cut === undefined || cut === last ? text : { ...text, parts: [...text.parts.slice(0, -1), cut] };
  }
  if (text.kind === 'param' && text.fallback !== undefined) {
    const { fallback, ...passed } = text;
    const otherwise = written(fallback, dialect);
    return otherwise && choose(text.at, [passed, otherwise]);
  }
  if (text.kind !== 'text') return undefined;
  const end = dialect === 'jinja2' ? /\r?\n$/.exec(text.text.text)?.index : undefined;
  return end === undefined ? text : { ...text, text: sliceText(text.text, 0, end) };
}
