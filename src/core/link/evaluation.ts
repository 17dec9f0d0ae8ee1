import type { Span, Uri } from '../source/span';
import type { CodeSummary, Effect, Scope } from '../source/summary';
import type { Argument, Hole, ScopeId, Value, ValueOf } from '../source/values';

/** A function being evaluated for one of its callers: what its parameters are there. */
export interface Frame {
  readonly uri: Uri;
  readonly scope: ScopeId;
  /** Already evaluated. */
  readonly params: ReadonlyMap<string, Value>;
  readonly self?: Value;
}

/** Frames from the outermost caller inwards. */
export type Context = readonly Frame[];

export const NO_CONTEXT: Context = [];

/** What the parts of the evaluator need of each other. */
export interface Evaluation {
  evaluate(value: Value, context: Context): Value;
  /** The summary of a code file; undefined while it is not read (it is then pending) or not code. */
  codeOf(uri: Uri): CodeSummary | undefined;
  /** The project file an import means; undefined for packages and files that are not there or not yet read. */
  moduleOf(module: string, from: Uri): Uri | undefined;
  /** What a module of the project calls `name` to the outside. */
  exportOf(uri: Uri, name: string, at: Span): Value | undefined;
  /** What happens to one name in a scope's own body, in order. */
  effectsOn(scope: Scope, name: string): readonly Effect[];
  /** Guards against definitions that need themselves: undefined when `key` is already being worked on. */
  once<T>(key: string, work: () => T): T | undefined;
}

export function scopeOf(evaluation: Evaluation, uri: Uri, scope: ScopeId): Scope | undefined {
  return evaluation.codeOf(uri)?.scopes[scope];
}

export function frameFor(context: Context, uri: Uri, scope: ScopeId): Frame | undefined {
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

/** One value or a choice; equal candidates count once. */
export function choose(at: Span, options: readonly Value[]): Value {
  const flat = options.flatMap(option => (option.kind === 'choice' ? option.options : [option]));
  const distinct = flat.filter((option, index) => flat.findIndex(other => sameValue(other, option)) === index);
  const only = distinct[0];
  return distinct.length === 1 && only !== undefined ? only : { kind: 'choice', at, options: distinct };
}

function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind === 'text' && b.kind === 'text') return a.text.text === b.text.text;
  if (a.kind === 'scalar' && b.kind === 'scalar') return a.value === b.value;
  const spanned = a.kind === b.kind && a.at.uri === b.at.uri && a.at.start === b.at.start && a.at.end === b.at.end;
  return spanned && (a.kind === 'hole' || a.kind === 'param' || a.kind === 'function' || a.kind === 'class');
}

export function isNull(value: Value): boolean {
  return value.kind === 'scalar' && value.value === null;
}

/** The plain string of a value that is text through and through. */
export function plainText(value: Value): string | undefined {
  if (value.kind === 'text') return value.text.text;
  if (value.kind === 'scalar') return value.value === null ? undefined : String(value.value);
  if (value.kind !== 'template') return undefined;
  const parts = value.parts.map(plainText);
  return parts.some(part => part === undefined) ? undefined : parts.join('');
}

/** The entry a key means, the last one winning; `open` when an unread spread could set it as well. */
export function entryOf(record: ValueOf<'record'>, key: string): { readonly value?: Value; readonly open: boolean } {
  let open = false;
  for (let index = record.entries.length - 1; index >= 0; index--) {
    const entry = record.entries[index];
    if (entry === undefined) continue;
    if (entry.key === key) return { value: entry.value, open };
    if (entry.key !== undefined) continue;
    const spread = entry.value.kind === 'spread' ? entry.value.value : entry.value;
    if (spread.kind !== 'record') {
      open = open || !isNull(spread);
      continue;
    }
    const inner = entryOf(spread, key);
    if (inner.value !== undefined) return { value: inner.value, open: open || inner.open };
    open = open || inner.open;
  }
  return { open };
}

export function positional(args: readonly Argument[]): readonly Argument[] {
  return args.filter(argument => argument.name === undefined && argument.value.kind !== 'spread');
}
