import { within } from '../link/value-parts';
import { contains, isSameSpan, type Span } from '../source/span';
import type { CodeSummary, Effect, Scope } from '../source/summary';
import type { Value } from '../source/values';

/** Entries whose text is what a model reads. */
const READ_BY_MODEL = /^(?:content|text|input|prompt|instructions?|system|user|query|question|message)s?$/i;
/** Functions that make prompts say so. */
const MAKES_PROMPT = /prompt|message|instruct|system|question/i;

/**
 * Where else than into the prompt the text that a call writes may go, as a sentence; undefined: nowhere that its file shows. `around`: the
 * functions that the request stands in.
 */
export function goesElsewhere(
  text: string,
  summary: CodeSummary,
  { call: { at }, scope: id }: { readonly call: { readonly at: Span }; readonly scope: number },
  around: readonly Scope[],
): string | undefined {
  const scope = summary.scopes[id];
  if (scope === undefined) return 'Where it goes is not in sight.';
  // What a function makes of each item goes where the list goes.
  if (scope.parent !== undefined && isForEach(summary, scope))
    return goesElsewhere(text, summary, { call: scope, scope: scope.parent }, around);
  for (const effect of scope.effects) {
    const reason = contains(effect.at, at) ? keptBy(text, scope, effect, at, around) : undefined;
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** `orders.map(order => JSON.stringify(order, null, 2))`: written where it is handed over, so nobody else calls it. */
function isForEach({ calls }: CodeSummary, { at }: Scope): boolean {
  return calls.some(({ call }) => isOf(call, 'map') && call.args[0]?.value.kind === 'function' && isSameSpan(call.args[0].value.at, at));
}

function isOf(value: Value, method: string): boolean {
  return value.kind === 'call' && value.callee.kind === 'member' && value.callee.key === method;
}

function keptBy(text: string, scope: Scope, effect: Effect, at: Span, around: readonly Scope[]): string | undefined {
  if (effect.kind === 'return') {
    if (around.some(each => isSameSpan(each.at, scope.at)) && !isSameSpan(effect.value.at, at)) return undefined;
    const isForPrompts = MAKES_PROMPT.test(scope.name) || mentions(text, scope.name) === 2;
    return isForPrompts ? undefined : `${scope.name === '' ? 'A function' : scope.name} gives it to all that call it.`;
  }
  // What else a call is handed is not where this goes.
  if (!('value' in effect) || (effect.kind === 'pass' && effect.byStatement)) return undefined;
  const isWhole = isSameSpan(effect.value.at, at) || isOf(effect.value, 'join') || isOf(effect.value, 'map');
  if (!isWhole) return isKeptWithin(effect.value, at) ? 'It is kept with other data.' : undefined;
  const { target } = effect;
  if (effect.kind !== 'assign' || target.root === 'self' || target.path.length > 0 || scope.kind === 'class')
    return 'It is kept where other code may read it.';
  const { name } = target.root;
  const shown = scope.kind === 'module' ? text : text.slice(scope.at.start, scope.at.end);
  return mentions(shown, name) > 2 ? `${name} is read elsewhere as well.` : undefined;
}

/** In a record that isn't a message, and not as a part of a text. */
function isKeptWithin(value: Value, at: Span): boolean {
  const around = [...within(value)].filter(part => contains(part.at, at));
  if (around.some(part => part.kind === 'template' || (part.kind === 'operation' && part.operator === '+'))) return false;
  return around.some(
    part => part.kind === 'record' && part.entries.some(entry => contains(entry.at, at) && !READ_BY_MODEL.test(entry.key ?? '')),
  );
}

/** How often a name is written, in comments as well. */
function mentions(text: string, name: string): number {
  let count = 0;
  for (const [word] of text.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu)) if (word === name) count += 1;
  return count;
}
