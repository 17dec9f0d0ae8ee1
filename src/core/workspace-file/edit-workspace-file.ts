import { getNodePath, modify, type Node } from 'jsonc-parser';
import { applyEdits, type Refusal } from '../source/edit';
import type { Scenario } from '../spend/scenario';
import type { Stated as Amount } from '../spend/stated';
import { type NamedCall, readSelector } from './call-selector';
import { inline, insertProperty, type TextEdit } from './insert-property';
import { keyOf, readJsonTree, repeatedKeys } from './json-tree';
import { WORKSPACE_FILE_NAME } from './name';
import { newerVersion } from './newer-version';

const EMPTY = '{\n  "version": 1\n}\n';

/** States how often a call is made on a day; undefined: takes the statement back. */
export function stateTraffic(text: string, call: NamedCall, callsPerDay: Amount | undefined): readonly TextEdit[] | Refusal {
  return setValue(text, ['calls', keyOfCall(text, call), 'callsPerDay'], callsPerDay);
}

export function stateNotAnLlmCall(text: string, call: NamedCall): readonly TextEdit[] | Refusal {
  return setValue(text, ['calls', keyOfCall(text, call), 'notAnLlmCall'], true);
}

export function stateSeverity(text: string, rule: string, severity: string): readonly TextEdit[] | Refusal {
  return setValue(text, ['rules', rule], severity);
}

/** Keeps a scenario of the estimator under a name; undefined: forgets it. */
export function stateScenario(text: string, name: string, scenario: Scenario | undefined): readonly TextEdit[] | Refusal {
  return setValue(text, ['scenarios', name], scenario);
}

/** The smallest edits that make it so; comments and layout stay. Refused where the text can't be relied upon. */
function setValue(given: string, path: readonly string[], value: unknown): readonly TextEdit[] | Refusal {
  const isEmpty = given.trim() === '';
  const text = isEmpty ? EMPTY : given;
  const { root, problems } = readJsonTree(text);
  if (root?.type !== 'object' || problems.length > 0 || !leadsOn(root, path.slice(0, -1)))
    return {
      refused: `${WORKSPACE_FILE_NAME} can't be read as it stands, so nothing was written. Mend what is marked in it, and try again.`,
    };
  if (newerVersion(root) !== undefined)
    return { refused: `A newer Promptfare made ${WORKSPACE_FILE_NAME}, so nothing was written. Update Promptfare first.` };
  const edits = editsFor(text, root, path, value);
  return isEmpty ? [{ start: 0, end: given.length, newText: appliedTo(text, edits) }] : edits;
}

function editsFor(text: string, object: Node, [key = '', ...rest]: readonly string[], value: unknown): readonly TextEdit[] {
  const present = object.children?.find(property => keyOf(property) === key)?.children?.[1];
  if (present !== undefined && rest.length > 0) return editsFor(text, present, rest, value);
  const isNew = present === undefined;
  if (isNew && value !== undefined)
    return insertProperty(
      text,
      object,
      key,
      rest.reduceRight((inner, name) => ({ [name]: inner }), value),
    );
  if (isNew) return [];
  if (value !== undefined) return [{ start: present.offset, end: present.offset + present.length, newText: inline(value) }];
  return modify(text, getNodePath(present), undefined, {}).map(({ offset, length, content }) => {
    return { start: offset, end: offset + length, newText: content };
  });
}

function appliedTo(text: string, edits: readonly TextEdit[]): string {
  return applyEdits(
    text,
    edits.map(edit => ({ ...edit, uri: '' })),
  );
}

/** Whether all that is there of a path is an object, each under one key. */
function leadsOn(root: Node, path: readonly string[]): boolean {
  if (root.type !== 'object' || repeatedKeys(root).length > 0) return false;
  const [step, ...rest] = path;
  const next = root.children?.find(property => keyOf(property) === step)?.children?.[1];
  return step === undefined || next === undefined || leadsOn(next, rest);
}

/** The key under which the file has this very call already, else the one that it will have. */
function keyOfCall(text: string, { path, identity }: NamedCall): string {
  const calls = readJsonTree(text).root?.children?.find(property => keyOf(property) === 'calls')?.children?.[1];
  const keys = calls?.type === 'object' ? (calls.children ?? []).map(keyOf) : [];
  const isCall = (key: string) => {
    const read = readSelector(key);
    return read.kind === 'call' && read.path === path && read.identity === identity;
  };
  return keys.find(isCall) ?? `${path}#${identity}`;
}
