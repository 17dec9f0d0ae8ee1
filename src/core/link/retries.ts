import type { LoopAround, Retry } from '../request/call-context';
import type { Span } from '../source/span';
import type { CodeSummary, Scope } from '../source/summary';
import type { Argument, Call, Value } from '../source/values';
import { entryOf } from './entries';
import type { Evaluation } from './evaluation';
import { labelOf } from './labels';

const RETRY = /retry|retries|backoff/i;

/** What ends the retries of a decorator or helper, by what its arguments are called; `endless`: it goes on for ever where none is given. */
interface RetryHelper {
  readonly called: RegExp;
  readonly bounds: readonly string[];
  readonly endless: boolean;
  /** The bound to write. */
  readonly write: NonNullable<Retry['write']>;
}

const HELPERS: readonly RetryHelper[] = [
  // backoff: without a bound it goes on.
  {
    called: /^(?:backoff\.)?on_(?:exception|predicate)$/,
    bounds: ['max_tries', 'max_time'],
    endless: true,
    write: { name: 'max_tries' },
  },
  // tenacity: the same.
  {
    called: /^(?:tenacity\.)?(?:retry|Retrying|AsyncRetrying)$/,
    bounds: ['stop'],
    endless: true,
    write: { name: 'stop', module: 'tenacity', as: 'stop_after_attempt' },
  },
  // p-retry and async-retry try ten times, unless they are told to go on.
  { called: /^(?:pRetry|asyncRetry|retry)$/, bounds: ['retries'], endless: false, write: { name: 'retries' } },
];

/** Modules whose exports they are. */
const MODULES = /^(?:backoff|tenacity|p-retry|async-retry)$/;

/** Whether what a value comes from does nothing but call again what fails. */
export function isOfRetries(value: Value): boolean {
  return value.kind === 'external' && MODULES.test(value.module);
}

/** What makes the call again after a failure, and whether anything bounds it. */
export function retryOf(
  evaluation: Evaluation,
  summary: CodeSummary,
  functions: readonly Scope[],
  loop: LoopAround | undefined,
): Retry | undefined {
  for (const scope of functions) {
    for (const decorator of scope.decorators) {
      if (RETRY.test(labelOf(decorator))) return byHelper(evaluation, summary, decorator);
    }
    const helper = helperAround(evaluation, summary, scope);
    if (helper !== undefined) return byHelper(evaluation, summary, helper);
  }
  return loop === undefined ? undefined : { at: loop.at, by: 'loop', body: loop.body, bounded: loop.bounded };
}

/** `@retry(…)`, `pRetry(() => …)`. */
export function isRetried(evaluation: Evaluation, summary: CodeSummary, scope: Scope): boolean {
  return scope.decorators.some(decorator => RETRY.test(labelOf(decorator))) || helperAround(evaluation, summary, scope) !== undefined;
}

function helperAround({ lookup }: Evaluation, summary: CodeSummary, scope: Scope): Call | undefined {
  if (scope.kind !== 'function' || scope.name !== '') return undefined;
  return lookup.callsTaking(summary, scope.id).find(({ call }) => RETRY.test(labelOf(call.callee)))?.call;
}

function byHelper(evaluation: Evaluation, summary: CodeSummary, value: Value): Retry {
  const call = value.kind === 'call' ? value : undefined;
  const name = labelOf(call?.callee ?? value);
  const known = HELPERS.find(({ called }) => called.test(name));
  const base = { at: value.at, by: 'helper' as const };
  if (known === undefined || !isImported(evaluation, summary, name)) return base;
  const forever = call && argumentOf(call.args, 'forever');
  if (forever?.kind === 'scalar' && forever.value === true) return { ...base, bounded: false, foreverAt: forever.at };
  const [bound] = call === undefined ? [] : known.bounds.flatMap(each => argumentOf(call.args, each) ?? []);
  if (bound === undefined) return known.endless && !isOpen(call) ? { ...base, bounded: false, write: known.write } : base;
  if (bound.kind === 'name' && bound.name === 'Infinity') return { ...base, bounded: false, attemptsAt: bound.at };
  // A time bounds it, too, whatever number is allowed in it.
  const timed = call !== undefined && argumentOf(call.args, 'max_time') !== undefined;
  const counted = timed ? undefined : numberIn(bound);
  return { ...base, bounded: true, ...(counted && { attempts: counted.value, attemptsAt: counted.at }) };
}

/** `5`, `stop_after_attempt(5)` */
function numberIn(bound: Value): { readonly value: number; readonly at: Span } | undefined {
  const value = bound.kind === 'call' && /(?:^|\.)stop_after_attempt\(\)$/.test(labelOf(bound)) ? bound.args[0]?.value : bound;
  return value?.kind === 'scalar' && typeof value.value === 'number' ? { value: value.value, at: value.at } : undefined;
}

function isImported({ edited }: Evaluation, summary: CodeSummary, name: string): boolean {
  const [first = ''] = name.split('.');
  const modules = ({ imports }: CodeSummary) => imports.flatMap(each => (each.local === first ? [each.module] : []));
  edited.lookFor(summary, `modules of ${first}`, modules);
  return modules(summary).some(module => MODULES.test(module));
}

/** More may be given than is written here. */
function isOpen(call: Call | undefined): boolean {
  return call?.args.some(({ value }) => value.kind === 'spread') ?? false;
}

function argumentOf(args: readonly Argument[], name: string): Value | undefined {
  for (const argument of args) {
    if (argument.name === name) return argument.value;
    const inside = argument.value.kind === 'record' ? entryOf(argument.value, name).value : undefined;
    if (inside !== undefined) return inside;
  }
  return undefined;
}
