import type { Node } from 'jsonc-parser';
import type { z } from 'zod';
import { type WorkspaceFile, workspaceFileSchema } from './file-schema';
import { type JsonProblem, keyOf, partAt, placeOfKey, placeOfValue, readJsonTree, repeatedKeys, valueWithout } from './json-tree';
import { misnamed } from './misnamed';
import { newerVersion } from './newer-version';

export interface ReadWorkspaceFile {
  /** What counts: all that is right. */
  readonly file: WorkspaceFile;
  /** What doesn't, each at its place in the text. */
  readonly problems: readonly JsonProblem[];
  /** Made by a newer version: nothing of it counts, and it must not be written. */
  readonly isNewer: boolean;
}

type Issue = z.core.$ZodIssue;

/** Reads `promptfare.json`. Total: what is wrong is said at its place and left out, and the rest counts. */
export function readWorkspaceFile(text: string): ReadWorkspaceFile {
  const { root, problems: faults } = readJsonTree(text);
  if (root === undefined) return { file: {}, problems: text.trim() === '' ? [] : faults, isNewer: false };
  const newer = newerVersion(root);
  if (newer !== undefined) return { file: {}, problems: [...faults, newer], isNewer: true };
  const repeated = repeatedKeys(root);
  const leftOut = new Set<Node>(repeated);
  const problems = [
    ...faults,
    ...repeated.map(part => ({ ...placeOfKey(part), message: `"${keyOf(part)}" is stated again below; that counts.` })),
  ];
  // Each round leaves something out, or is the last.
  for (;;) {
    const parsed = workspaceFileSchema.safeParse(valueWithout(root, leftOut));
    if (parsed.success) {
      const wrong = misnamed(parsed.data).map(({ path, message }) => ({ part: partAt(root, path, leftOut), message }));
      for (const { part, message } of wrong) problems.push({ ...(part === undefined ? START : placeOfKey(part)), message });
      return { file: parsed.data, problems: inOrder(problems), isNewer: false };
    }
    // Found before any is left out: that would move the items of lists.
    const wrong = firstOf(parsed.error.issues).flatMap(issue => wrongParts(root, issue, leftOut));
    for (const { part, problem } of wrong) {
      problems.push(problem);
      if (part !== undefined) leftOut.add(part);
    }
    if (wrong.every(({ part }) => part === undefined)) return { file: {}, problems: inOrder(problems), isNewer: false };
  }
}

/** What contradicts each other is asked again once all values are right by themselves. */
function firstOf(issues: readonly Issue[]): readonly Issue[] {
  const single = issues.filter(({ code }) => code !== 'custom');
  return single.length > 0 ? single : issues;
}

const START = { start: 0, end: 1 };
const LEFT_OUT = 'It is left out; the rest counts.';

interface Wrong {
  /** To be left out; undefined: it is all of the file. */
  readonly part: Node | undefined;
  readonly problem: JsonProblem;
}

function wrongParts(root: Node, issue: Issue, leftOut: ReadonlySet<Node>): readonly Wrong[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.flatMap(key => {
      const part = partAt(root, [...issue.path, key], leftOut);
      return part === undefined ? [] : [{ part, problem: { ...placeOfKey(part), message: `"${key}" is not known here. ${LEFT_OUT}` } }];
    });
  }
  const part = partAt(root, issue.path, leftOut);
  if (part === undefined) return [{ part, problem: { ...START, message: 'This must be an object. Nothing counts.' } }];
  return [{ part, problem: { ...placeOfValue(part), message: `${sayIssue(part, issue, root, leftOut)}. ${LEFT_OUT}` } }];
}

function sayIssue(part: Node, issue: Issue, root: Node, leftOut: ReadonlySet<Node>): string {
  const name = keyOf(part) === '' ? 'This' : `"${keyOf(part)}"`;
  const isMissing = part === partAt(root, issue.path.slice(0, -1), leftOut);
  if (isMissing) return `${name} needs "${String(issue.path.at(-1) ?? '')}"`;
  return `${name}${issue.message.startsWith('must') ? '' : ':'} ${issue.message}`;
}

function inOrder(problems: readonly JsonProblem[]): readonly JsonProblem[] {
  return [...problems].sort((a, b) => a.start - b.start);
}
