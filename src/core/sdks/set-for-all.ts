import { evaluateArgs } from '../link/arguments';
import { choose } from '../link/choose';
import { saying } from '../link/code-near';
import { callsThat, type Evaluation, NO_CONTEXT } from '../link/evaluation';
import type { CallPlace, CodeSummary, Import } from '../source/summary';
import type { Argument, Call, Value } from '../source/values';
import { belongs, exportPath } from './exports';
import type { Sdk } from './sdk';

/** Arguments of a file's calls of exports that set something once for all: `dspy.configure(lm=lm)`. */
export function callsIn(evaluation: Evaluation, sdk: Sdk, file: CodeSummary, exports: readonly string[]): readonly (readonly Argument[])[] {
  const names = new Set<string | undefined>(lastNames(exports));
  const isNamed = ({ call }: CallPlace) => names.has(lastName(call));
  return callsThat(evaluation, file, [...names].join(), isNamed).flatMap(({ call }): readonly (readonly Argument[])[] => {
    const callee = evaluation.evaluate(call.callee, NO_CONTEXT);
    const path = callee.kind === 'external' ? exportPath(callee, sdk)?.join('.') : undefined;
    return path !== undefined && exports.includes(path) ? [evaluateArgs(evaluation, call.args, NO_CONTEXT)] : [];
  });
}

/** What a file sets on an export that it imports (`Settings.llm = …`), or on the module itself, in whichever of its functions. */
export function setIn(evaluation: Evaluation, sdk: Sdk, file: CodeSummary, name: string | undefined, key: string): Value | undefined {
  const isMeant = (each: Import) => each.name === name && belongs(each.module, sdk);
  evaluation.edited.lookFor(file, `imports of ${sdk.id} ${name ?? ''}`, now => now.imports.filter(isMeant));
  const { uri } = file;
  const set = file.imports.filter(isMeant).flatMap(({ local, scope: id }): readonly Value[] => {
    const scope = file.scopes[id];
    if (scope === undefined) return [];
    // As it is when all of its scope has run.
    const end = { uri, start: scope.at.end, end: scope.at.end };
    const value = evaluation.evaluate(
      { kind: 'member', at: end, object: { kind: 'name', at: end, name: local, scope: id }, key },
      NO_CONTEXT,
    );
    return value.kind === 'external' || value.kind === 'hole' ? [] : [value];
  });
  const [first] = set;
  return first && choose(first.at, set);
}

/** The names by which exports are called wherever they stand. */
export function lastNames(exports: readonly string[]): readonly string[] {
  return exports.map(path => path.slice(path.lastIndexOf('.') + 1));
}

/** What is found in each of the code files around one that say one of some words, where all of these are known; worked out once for all calls of the file. */
export function around<T>(
  evaluation: Evaluation,
  summary: CodeSummary | undefined,
  question: string,
  words: readonly string[],
  find: (file: CodeSummary) => readonly T[],
): readonly T[] {
  if (summary === undefined) return [];
  return evaluation.records.shared(summary, `around: ${question}`, () => {
    const near = evaluation.mayPass(summary);
    return near.all
      ? saying(near.files, words)
          .filter(({ uri }) => uri !== summary.uri)
          .flatMap(find)
      : [];
  });
}

function lastName({ callee }: Call): string | undefined {
  if (callee.kind === 'member') return callee.key;
  return callee.kind === 'name' ? callee.name : undefined;
}
