import type { Span, Uri } from '../source/span';
import type { CallPlace, CodeSummary, FileSummary, Scope } from '../source/summary';
import type { Argument, ByCaller, CallFrame, Hole, ScopeId, Value, ValueOf } from '../source/values';
import type { Decisions } from './decisions';
import type { EditedFile } from './edited-file';
import type { Lookup } from './lookup';
import type { Kept } from './memory';
import type { CodeNear } from './modules';
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
  /** The code files that may call what a file defines, where its language leaves open what parameters are; or that set what all share. */
  mayPass(summary: CodeSummary, orSet?: 'or set'): CodeNear;
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

export function scopeOf(evaluation: Evaluation, uri: Uri, scope: ScopeId): Scope | undefined {
  return evaluation.codeOf(uri)?.scopes[scope];
}

/** The call of a function that is being evaluated, if one is. */
export function frameFor({ reliances }: Evaluation, context: Context, uri: Uri, scope: ScopeId): CallFrame | undefined {
  return reliances.look(context, `${uri}#${scope}`, within => frameIn(within, uri, scope));
}

/** Whether a function is being evaluated, whatever its call passes. */
export function isBeingCalled({ reliances }: Evaluation, context: Context, uri: Uri, scope: ScopeId): boolean {
  return reliances.look(context, `call of ${uri}#${scope}`, within => frameIn(within, uri, scope) !== undefined);
}

/** What the call of a function that is being evaluated passes for a parameter. */
export function passedFor({ reliances }: Evaluation, context: Context, uri: Uri, scope: ScopeId, name: string): Value | undefined {
  return reliances.look(context, `${uri}#${scope}.${name}`, within => frameIn(within, uri, scope)?.params.get(name));
}

function frameIn(context: Context, uri: Uri, scope: ScopeId): CallFrame | undefined {
  for (let index = context.length - 1; index >= 0; index--) {
    const frame = context[index];
    if (frame !== undefined && frame.scope === scope && frame.uri === uri) return frame;
  }
  return undefined;
}

export function hole(at: Span, label: string, reason: string, more: Partial<Hole> = {}): Hole {
  return { kind: 'hole', at, label: shorten(label), volatility: 'unknown', growth: 'replace', proven: false, reason, ...more };
}

function shorten(label: string): string {
  const line = label.replace(/\s+/g, ' ');
  return line.length <= 40 ? line : `${line.slice(0, 39)}…`;
}

/** More candidates than anybody reads. */
const MOST_OPTIONS = 200;
/** Of objects and what they compute: each is followed on its own, and what it leads to as well. Routers know some thirty providers. */
const MOST_OBJECTS = 40;

/** One value or a choice; equal candidates count once. No more of them are asked for than it takes to know that there are too many. */
export function choose(at: Span, options: Iterable<Value>): Value {
  const distinct: Value[] = [];
  let objects = 0;
  let byCaller: ByCaller | undefined;
  for (const option of options) {
    // A choice under a condition may still be decided.
    const isOpen = option.kind === 'choice' && option.condition === undefined && option.under === undefined;
    if (option.kind === 'choice' && byCaller !== 'branch') byCaller = option.byCaller ?? byCaller;
    for (const each of isOpen ? option.options : [option]) {
      if (distinct.some(other => sameValue(other, each))) continue;
      distinct.push(each);
      if (!isPlain(each, 0)) objects += 1;
      if (distinct.length > MOST_OPTIONS || objects > MOST_OBJECTS) return hole(at, 'one of many', 'too many possible values');
    }
  }
  const [only] = distinct;
  if (distinct.length === 1 && only !== undefined) return only;
  return { kind: 'choice', at, options: distinct, ...(byCaller && { byCaller }) };
}

/** What becomes of each of several candidates. */
export function chooseOf(at: Span, { rounds, byCaller }: ValueOf<'choice'>, options: Iterable<Value>): Value {
  const chosen = choose(at, options);
  if (chosen.kind !== 'choice' || (!rounds && !byCaller)) return chosen;
  return { ...chosen, ...(rounds && { rounds }), ...(byCaller && { byCaller }) };
}

/** Rows in tables of models hold records and lists of plain values. */
const DEEPEST_PLAIN = 6;

/** Text and numbers, and tables of them: there is nothing to follow. Rows of a table share functions, of which few are left once one is asked for. */
function isPlain(value: Value, depth: number): boolean {
  switch (value.kind) {
    case 'text':
    case 'scalar':
      return true;
    case 'function':
      return depth > 0;
    case 'record':
      return depth < DEEPEST_PLAIN && value.entries.every(entry => entry.key !== undefined && isPlain(entry.value, depth + 1));
    case 'list':
      return depth < DEEPEST_PLAIN && value.items.every(item => isPlain(item, depth + 1));
    default:
      return false;
  }
}

function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind === 'text' && b.kind === 'text') return a.text.text === b.text.text;
  if (a.kind === 'scalar' && b.kind === 'scalar') return a.value === b.value;
  if (a.kind === 'template' && b.kind === 'template') {
    const { parts } = b;
    return a.parts.length === parts.length && a.parts.every((part, index) => sameValue(part, parts[index] ?? b));
  }
  if (a.kind === 'list' && b.kind === 'list') return a.items.length === 0 && b.items.length === 0;
  if (a.kind === 'instance' && b.kind === 'instance') return a.at.uri === b.at.uri && a.scope === b.scope && isBare(a) && isBare(b);
  const spanned = a.kind === b.kind && a.at.uri === b.at.uri && a.at.start === b.at.start && a.at.end === b.at.end;
  if ((a.kind === 'hole' || a.kind === 'param') && (b.kind === 'hole' || b.kind === 'param')) return spanned && a.atMost === b.atMost;
  return spanned && (a.kind === 'function' || a.kind === 'class');
}

function isBare({ args, set = [], frames = [] }: ValueOf<'instance'>): boolean {
  return args.length === 0 && set.length === 0 && frames.length === 0;
}

/** Whether nothing has become of the parts of a value. */
export function isSame(parts: readonly unknown[], before: readonly unknown[]): boolean {
  return parts.length === before.length && parts.every((part, index) => part === before[index]);
}

export function isNull(value: Value): boolean {
  return value.kind === 'scalar' && value.value === null;
}

/** What a default of JavaScript takes the place of: undefined, and not `null`. */
export function isUndefined(value: Value): boolean {
  return value.kind === 'scalar' && value.value === null && value.written === undefined;
}

/** The plain string of a value that is text through and through. */
export function plainText(value: Value): string | undefined {
  if (value.kind === 'text') return value.text.text;
  if (value.kind === 'scalar') return value.value === null ? undefined : String(value.value);
  if (value.kind !== 'template') return undefined;
  const parts = value.parts.map(plainText);
  return parts.some(part => part === undefined) ? undefined : parts.join('');
}

export function positional(args: readonly Argument[]): readonly Argument[] {
  return args.filter(argument => argument.name === undefined && argument.value.kind !== 'spread');
}

/** The object a method works on; a module's function has none. */
export function selfOf(object: Value | undefined): ValueOf<'instance'> | ValueOf<'self'> | undefined {
  return object?.kind === 'instance' || object?.kind === 'self' ? object : undefined;
}
