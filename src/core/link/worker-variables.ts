import { dataValue } from '../source/data-file';
import { isJavaScript, languageOfUri } from '../source/languages/index';
import type { Span, Uri } from '../source/span';
import type { FileSummary } from '../source/summary';
import { verbatim } from '../source/text-map';
import type { Value } from '../source/values';
import { entryOf } from './entries';
import { choose, type Evaluation, hole } from './evaluation';

/** What Cloudflare's settings of a worker are called; one of them lies beside its `package.json`. */
const FILES = ['wrangler.toml', 'wrangler.jsonc', 'wrangler.json'];
/** Folders between a source file and its worker's settings. */
const DEEPEST = 8;
/** More than any worker's settings have. */
const MOST_CHARACTERS = 100_000;

/**
 * `env.MODEL`, `c.env.MODEL` of a worker: what `vars` of its settings say, for each environment that they name, unless a dashboard or
 * a file for development says another. Undefined where they don't.
 */
export function workerVariable(evaluation: Evaluation, object: Value, key: string, at: Span): Value | undefined {
  if (!/^[A-Z][A-Z\d_]*$/.test(key) || !isEnvironment(object)) return undefined;
  const language = languageOfUri(at.uri);
  if (language === undefined || !isJavaScript(language)) return undefined;
  let folder = at.uri;
  for (let depth = 0; depth < DEEPEST; depth++) {
    folder = folder.slice(0, folder.lastIndexOf('/'));
    if (folder.endsWith('/') || !folder.includes('/')) return undefined;
    const file = evaluation.fileOf(FILES.map(name => `${folder}/${name}`));
    const text = file === undefined || file.kind === 'code' || file.kind === 'folder' ? undefined : file.text;
    if (file === undefined || text === undefined) continue;
    const set = text.length > MOST_CHARACTERS ? [] : valuesIn(file, text, key);
    const deployed = hole(at, `env.${key}`, 'set where the program is deployed', { volatility: 'deploy', proven: true });
    if (set.length === 0) return undefined;
    const said = choose(at, set);
    return said.kind === 'choice' ? said : choose(at, [deployed, said]);
  }
  return undefined;
}

/** What a platform passes under this name, by itself or in a request's context. */
function isEnvironment(object: Value): boolean {
  if (object.kind === 'param') return object.name === 'env' || object.name.endsWith('.env');
  if (object.kind === 'external') return object.module === 'cloudflare:workers' && object.path.join('.') === 'env';
  return object.kind === 'member' && object.key === 'env' && (object.object.kind === 'param' || object.object.kind === 'self');
}

function valuesIn({ uri }: FileSummary, text: string, key: string): readonly Value[] {
  return uri.endsWith('.toml') ? inToml(uri, text, key) : inJson(dataValue(uri, text), key);
}

function inJson(settings: Value | undefined, key: string): readonly Value[] {
  const environments = part(settings, 'env');
  const each = environments?.kind === 'record' ? environments.entries.map(({ value }) => value) : [];
  return [settings, ...each].flatMap(one => part(part(one, 'vars'), key) ?? []);
}

function part(value: Value | undefined, key: string): Value | undefined {
  return value?.kind === 'record' ? entryOf(value, key).value : undefined;
}

/** Lines of the tables `[vars]` and `[env.production.vars]`, and the same written as `vars = { … }`. */
function inToml(uri: Uri, text: string, key: string): readonly Value[] {
  const found: Value[] = [];
  let table = '';
  for (const line of text.matchAll(/^.*$/gm)) {
    table = /^[ \t]*\[\[?([^\][]+)\]/.exec(line[0])?.[1]?.trim() ?? table;
    const inside = /^(?:env\.[^.]+\.)?vars$/.test(table) ? line[0] : (/^[ \t]*vars[ \t]*=(.*)/.exec(line[0])?.[1] ?? '');
    const [, before, quoted] = new RegExp(`(^[ \\t]*|[{,][ \\t]*)"?${key}"?[ \\t]*=[ \\t]*("[^"\\\\]*"|'[^']*'|\\d+)`).exec(inside) ?? [];
    if (before === undefined || quoted === undefined) continue;
    const start = line.index + line[0].lastIndexOf(quoted);
    const at = { uri, start, end: start + quoted.length };
    const isNumber = /^\d/.test(quoted);
    found.push(
      isNumber ? { kind: 'scalar', at, value: Number(quoted) } : { kind: 'text', at, text: verbatim(uri, start + 1, quoted.slice(1, -1)) },
    );
  }
  return found;
}
