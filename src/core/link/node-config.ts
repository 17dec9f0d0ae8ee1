import { setAtDeployment } from '../source/deployed';
import type { Span, Uri } from '../source/span';
import type { Argument, Value } from '../source/values';
import { positional } from './arguments';
import { choose } from './choose';
import { entryOf } from './entries';
import type { Evaluation } from './evaluation';
import { dataBeside } from './file-texts';
import { filesAt } from './locations';
import { isNull, plainText } from './plain-values';

const DATA = /\.(?:json5?|ya?ml|toml)$/;
/** Which variables of the environment go before the files, and what is only there where tests or one machine say so. */
const VARIABLES = /\/custom-environment-variables\.\w+$/;
const NOT_DEPLOYED = /\/(?:local|test)(?:-[\w-]+)?\.\w+$|\/[\w-]+-local\.\w+$/;
/** More than a program has. */
const MOST_FILES = 20;

/**
 * `config.get('chat.model')` of the package `config`: what the files of the project's folder of that name say, for each environment that
 * has one. Undefined: it isn't that package's, or its files are not all data.
 */
export function nodeConfig(evaluation: Evaluation, path: string, args: readonly Argument[], at: Span): Value | undefined {
  if (path !== 'config.default.get' && path !== 'config.get') return undefined;
  const [first] = positional(args);
  const key = first && plainText(first.value);
  const files = key === undefined ? [] : filesOf(evaluation, at.uri);
  if (key === undefined || files.length === 0) return undefined;
  const valueIn = (uri: Uri) => valueAt(dataBeside(evaluation, uri, `./${uri.slice(uri.lastIndexOf('/') + 1)}`, at), key.split('.'));
  const said = files.flatMap(uri => (VARIABLES.test(uri) || NOT_DEPLOYED.test(uri) ? [] : (valueIn(uri) ?? [])));
  if (said.length === 0) return undefined;
  const isVariable = files.some(uri => VARIABLES.test(uri) && valueIn(uri) !== undefined);
  const deployed = setAtDeployment(at, key);
  return choose(at, isVariable ? [deployed, ...said] : said);
}

/** The files of the nearest folder `config` above that has defaults; none where one of them is a program. */
function filesOf(evaluation: Evaluation, from: Uri): readonly Uri[] {
  for (const folder of filesAt({ path: 'config' }, from)) {
    const listed = evaluation.fileOf([`${folder}/`]);
    const entries = listed?.kind === 'folder' ? listed.entries.filter(entry => !entry.endsWith('/')) : [];
    if (!entries.some(entry => /\/default\.\w+$/.test(entry))) continue;
    const isData =
      entries.length <= MOST_FILES && entries.every(entry => DATA.test(entry) || !/\/(?:default|production|development)\.\w+$/.test(entry));
    return isData ? entries.filter(entry => DATA.test(entry)) : [];
  }
  return [];
}

function valueAt(data: Value | undefined, [key, ...rest]: readonly string[]): Value | undefined {
  if (key === undefined) return data === undefined || isNull(data) ? undefined : data;
  return data?.kind === 'record' ? valueAt(entryOf(data, key).value, rest) : undefined;
}
