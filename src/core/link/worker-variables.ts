import { dataValue } from '../source/data-file';
import { setAtDeployment } from '../source/deployed';
import { isJavaScript, languageOfUri } from '../source/languages/index';
import type { Span } from '../source/span';
import type { FileSummary } from '../source/summary';
import type { Value } from '../source/values';
import { choose } from './choose';
import { heldUnder } from './entries';
import type { Evaluation } from './evaluation';

/** What Cloudflare's settings of a worker are called; one of them lies beside its `package.json`. */
const FILES = ['wrangler.toml', 'wrangler.jsonc', 'wrangler.json'];
/** Folders between a source file and its worker's settings. */
const DEEPEST = 8;
/** More than any worker's settings have. */
const MOST_CHARACTERS = 100_000;
const NAMED = /^[A-Z][A-Z\d_]*$/;

/**
 * `env.MODEL`, `c.env.MODEL` of a worker: what `vars` of its settings say, for each environment that they name, unless a dashboard or
 * a file for development says another. Undefined where they don't.
 */
export function workerVariable(evaluation: Evaluation, object: Value, key: string, at: Span): Value | undefined {
  if (!NAMED.test(key) || !isEnvironment(object)) return undefined;
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
    const deployed = setAtDeployment(at, `env.${key}`);
    if (set.length === 0) return undefined;
    const said = choose(at, set);
    return said.kind === 'choice' ? said : choose(at, [deployed, said]);
  }
  return undefined;
}

/** `this.env.MODEL`, for which no settings say a value: whoever deploys the worker may set one. Undefined for anything else. */
export function workerVariableUnset(value: Value): Value | undefined {
  if (value.kind !== 'member' || !NAMED.test(value.key) || value.object.kind !== 'member' || !isEnvironment(value.object)) return undefined;
  return setAtDeployment(value.at, `env.${value.key}`);
}

/** What a platform passes under this name, by itself or in a request's context. */
function isEnvironment(object: Value): boolean {
  if (object.kind === 'param') return object.name === 'env' || object.name.endsWith('.env');
  if (object.kind === 'external') return object.module === 'cloudflare:workers' && object.path.join('.') === 'env';
  return object.kind === 'member' && object.key === 'env' && (object.object.kind === 'param' || object.object.kind === 'self');
}

function valuesIn({ uri }: FileSummary, text: string, key: string): readonly Value[] {
  const settings = dataValue(uri, text);
  const environments = heldUnder(settings, 'env');
  const each = environments?.kind === 'record' ? environments.entries.map(({ value }) => value) : [];
  return [settings, ...each].flatMap(one => heldUnder(heldUnder(one, 'vars'), key) ?? []);
}
