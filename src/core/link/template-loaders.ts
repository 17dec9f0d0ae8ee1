import { firstOf } from '../first-of';
import { madeText } from '../source/made-values';
import { namedArgument } from '../source/named-argument';
import type { Span } from '../source/span';
import type { Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { entryOf } from './entries';
import type { Evaluation } from './evaluation';
import { textOfFile } from './file-texts';
import { plainText } from './plain-values';

const LOADERS = /^(?:jinja2|nunjucks)\.(?:loaders\.)?(\w+Loader)$/;

/** The text of a template that an engine finds by its name; undefined where that isn't in sight. */
export function loaded(evaluation: Evaluation, engine: ValueOf<'call'>, name: Value, at: Span): Value | undefined {
  const [first] = positional(engine.args);
  const isJinja = nameOf(engine).startsWith('jinja2.');
  const options = engine.args.map(({ value }) => value).find(value => value.kind === 'record');
  const option = (key: string) => (options?.kind === 'record' ? entryOf(options, key).value : undefined);
  const loader = isJinja ? namedArgument(engine.args, 'loader') : nameOf(engine) === 'liquidjs.Liquid' ? option('root') : first?.value;
  const ending = option('extname');
  const file: Value = ending === undefined ? name : { kind: 'template', at, parts: [name, ending], literal: false };
  return loader && (byLoader(evaluation, loader, file, at) ?? (file === name ? undefined : byLoader(evaluation, loader, name, at)));
}

function byLoader(evaluation: Evaluation, loader: Value, name: Value, at: Span): Value | undefined {
  if (loader.kind === 'list') return firstOf(loader.items, each => byLoader(evaluation, each, name, at));
  const [, kind] = loader.kind === 'call' ? (LOADERS.exec(nameOf(loader)) ?? []) : [];
  if (loader.kind !== 'call' || kind === undefined) return inFolder(evaluation, loader, name, at);
  const [first, second] = positional(loader.args).map(({ value }) => value);
  const given = (key: string) => namedArgument(loader.args, key);
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

/** Which function or class of a package makes an object. */
export function nameOf({ callee }: ValueOf<'call'>): string {
  return callee.kind === 'external' ? canonical([callee.module, ...callee.path].join('.')) : '';
}

/** `jinja2.environment.Template`, `handlebars.default.compile` */
export function canonical(path: string): string {
  const named = path.replace('.default.', '.');
  return named.startsWith('jinja2.environment.') ? named.replace('.environment.', '.') : named;
}
