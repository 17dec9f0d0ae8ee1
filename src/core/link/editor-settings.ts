import { dataValue } from '../source/data-file';
import type { Uri } from '../source/span';
import type { Argument, Call, Value, ValueOf } from '../source/values';
import { positional } from './arguments';
import { choose } from './choose';
import { heldUnder } from './entries';
import type { Evaluation } from './evaluation';
import { hole } from './hole';
import { plainText } from './plain-values';

/** Why a value is open that is a setting of the editor. */
export const EDITOR_SETTING = 'a setting of the editor';

/** Folders between a source file and its extension's manifest. */
const DEEPEST = 8;
/** More than any manifest has. */
const MOST_CHARACTERS = 300_000;

/**
 * `vscode.workspace.getConfiguration('helper').get('model', 'gpt-5.4')`: what a person set, or the default that the extension's
 * manifest declares, or else the one that is passed. Undefined for anything else.
 */
export function editorSetting(
  evaluation: Evaluation,
  { callee, args: of }: ValueOf<'call'>,
  method: string,
  args: readonly Argument[],
  call: Call,
): Value | undefined {
  const isConfiguration =
    callee.kind === 'external' && callee.module === 'vscode' && /^(?:default\.)?workspace\.getConfiguration$/.test(callee.path.join('.'));
  const [written, fallback] = positional(args).map(({ value }) => value);
  const key = written === undefined ? undefined : plainText(written);
  if (!isConfiguration || method !== 'get' || key === undefined) return undefined;
  const [section] = positional(of).map(({ value }) => value);
  const prefix = section === undefined ? '' : plainText(section);
  const name = prefix === '' ? key : `${prefix}.${key}`;
  const set = hole(call.at, name, EDITOR_SETTING, { volatility: 'deploy', proven: true });
  const otherwise = (prefix === undefined ? undefined : declaredDefault(evaluation, call.at.uri, name)) ?? fallback;
  return otherwise === undefined ? set : choose(call.at, [set, otherwise]);
}

/** What `contributes.configuration` of the nearest manifest that declares the setting says. */
function declaredDefault(evaluation: Evaluation, from: Uri, name: string): Value | undefined {
  let folder = from;
  for (let depth = 0; depth < DEEPEST; depth++) {
    folder = folder.slice(0, folder.lastIndexOf('/'));
    if (folder.endsWith('/') || !folder.includes('/')) return undefined;
    const uri = `${folder}/package.json`;
    const file = evaluation.fileOf([uri]);
    if (file === undefined || file.kind === 'code' || file.kind === 'folder' || file.text === undefined) continue;
    const { manifests } = evaluation.records;
    if (!manifests.has(file)) manifests.set(file, file.text.length > MOST_CHARACTERS ? undefined : dataValue(uri, file.text));
    const configuration = heldUnder(heldUnder(manifests.get(file), 'contributes'), 'configuration');
    const groups = configuration?.kind === 'list' ? configuration.items : [configuration];
    for (const group of groups) {
      const property = heldUnder(heldUnder(group, 'properties'), name);
      if (property !== undefined) return heldUnder(property, 'default');
    }
  }
  return undefined;
}
