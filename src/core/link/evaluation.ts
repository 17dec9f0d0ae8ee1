import type { WithoutFrames } from '../request/without-frames';
import type { Span, Uri } from '../source/span';
import type { CallPlace, CodeSummary, FileSummary, Scope } from '../source/summary';
import type { CallFrame, ScopeId, Value, ValueOf } from '../source/values';
import type { CodeNear } from './code-near';
import type { Decisions } from './decisions';
import type { EditedFile } from './edited-file';
import type { Lookup } from './lookup';
import type { Kept } from './memory';
import type { Records } from './records';
import type { Reliance, Reliances } from './reliance';

/** Frames from the outermost caller inwards. */
export type Context = readonly CallFrame[];

export const NO_CONTEXT: Context = [];

/** An answer in a context, what it rests on, and what it hangs on there. */
export interface KeptInContext<T> extends Kept<T> {
  readonly reliance: Reliance;
}

/** What is known of packages beforehand. */
export interface KnownPackages {
  /** Whether a module is an SDK's. */
  isPackage(module: string): boolean;
  /** Whether nearly every program imports it (an HTTP library), so that it is an SDK's only where an endpoint is named. */
  isCommon(module: string): boolean;
  /** Whether an SDK's module is known to export a name: of several that a file takes all names of, it is meant. */
  hasExport(module: string, name: string): boolean;
}

/** What the parts of the evaluator need of each other. */
export interface Evaluation extends KnownPackages {
  /** The file that is linked. */
  readonly root: Uri | undefined;
  evaluate(value: Value, context: Context): Value;
  /** The summary of a code file; undefined while it is not read (it is then pending) or not code. */
  codeOf(uri: Uri): CodeSummary | undefined;
  /** The project file an import means; undefined for packages and files that are not there or not yet read. */
  moduleOf(module: string, from: Uri): Uri | undefined;
  /** The first of some files that exists; undefined while that isn't known. */
  fileOf(candidates: readonly Uri[]): FileSummary | undefined;
  /** What a module of the project calls `name` to the outside. */
  exportOf(uri: Uri, name: string, at: Span): Value | undefined;
  /** The other code files whose names a file sees without importing them. */
  packageOf(summary: CodeSummary): readonly CodeSummary[];
  /** The code files of the folder that an import means; none where it means a package or a file. */
  codeIn(module: string, importer: CodeSummary): readonly CodeSummary[];
  /** The code files near a file that may hold types which implement one that it declares; of many, those that are `named` so. */
  mayImplement(summary: CodeSummary, name: string, named?: RegExp): CodeNear;
  /** The code files that may call what a file defines, or set what all share. */
  mayPass(summary: CodeSummary): CodeNear;
  /** The file of the project that declares a name which a file sees without importing it by name (C#). */
  declaring(summary: CodeSummary, name: string): CodeSummary | undefined;
  /** The files of the project that a file belongs to, where its language has such; `wide`: of all that are developed with it. */
  filesOfProject(summary: CodeSummary, wide: boolean): readonly Uri[];
  /** What answers rest on, and answers that are shared between links. */
  readonly records: Records;
  /** What answers rest on in the file that is being edited. */
  readonly edited: EditedFile;
  /** Where names of a file are bound and changed. */
  readonly lookup: Lookup;
  /** What answers take from the calls that they are worked out in: everything that looks into a context looks by this. */
  readonly reliances: Reliances;
  readonly withoutFrames: WithoutFrames;
  /** Counts a step of the work for the call site at hand; false: it has taken all that it may. */
  takeStep(): boolean;
  /** What a call calls takes too many steps to find out: it may be one that spends, so the file isn't followed to its end. */
  missCall(): void;
  /** Nothing is left of the steps that the call site at hand may take. */
  isOutOfSteps(): boolean;
  /** Values that are reduced within, and not within one that is being reduced, are given up after few steps. */
  sparingly<T>(work: () => T): T;
  /** Works out something as if it were asked for by itself, whatever is being worked on. */
  byItself<T>(context: Context, work: () => T): KeptInContext<T>;
  /** Works out a part of a value in few steps; undefined: it takes more, and what hangs on it is left open. */
  briefly<T>(most: number, work: () => T): T | undefined;
  /** Makes a context once for each key within another, so that what was evaluated there is found again. */
  within(context: Context, key: Value | string, make: () => Context): Context;
  /** The context of a call made within another; the same for calls that pass the same. */
  entered(outer: Context, frame: CallFrame): Context;
  /** Conditions being decided, for a bound on how deep that goes, and those that were. */
  readonly deciding: Value[];
  readonly decisions: Decisions;
  /** Guards against definitions that need themselves: undefined when `key` is already being worked on. */
  once<T>(key: string, work: () => T): T | undefined;
}

/** Works out an answer by itself; whoever uses it must rest on what it rests on, and hang on what it hangs on. */
export function workedOut<T>({ records, reliances }: Evaluation, context: Context, work: () => T): KeptInContext<T> {
  const around = reliances.enter(context);
  try {
    const { answer, grounds } = records.apart(work);
    return { answer, grounds, reliance: reliances.sofar() };
  } finally {
    reliances.leave(around);
  }
}

/** An answer for a context, on which the one at hand now rests. */
export function usedIn<T>({ records, reliances }: Evaluation, context: Context, { answer, grounds, reliance }: KeptInContext<T>): T {
  records.restOn(grounds);
  reliances.restOn(reliance, context);
  return answer;
}

/** The calls of a file that fit, wherever they stand; `key` tells them from those of all other questions. */
export function callsThat(
  { edited }: Evaluation,
  summary: CodeSummary,
  key: string,
  fits: (place: CallPlace) => boolean,
): readonly CallPlace[] {
  edited.lookFor(summary, `calls: ${key}`, now => fitting(now, fits).map(({ call }) => call));
  return fitting(summary, fits);
}

function fitting({ calls, passages }: CodeSummary, fits: (place: CallPlace) => boolean): readonly CallPlace[] {
  if (passages === undefined) return calls.filter(fits);
  return passages.callsAsRead.flatMap((place, nth) => (fits(place) ? (calls[nth] ?? []) : []));
}

/** A scope of a file; undefined while the file is not read, or is no code. */
export function scopeOf(evaluation: Evaluation, uri: Uri, scope: ScopeId): Scope | undefined {
  return evaluation.codeOf(uri)?.scopes[scope];
}

/** The object a method works on; a module's function has none. */
export function selfOf(object: Value | undefined): ValueOf<'instance'> | ValueOf<'self'> | undefined {
  return object?.kind === 'instance' || object?.kind === 'self' ? object : undefined;
}
