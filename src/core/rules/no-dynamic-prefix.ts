import type { Piece } from '../request/request';
import type { Edit } from '../source/edit';
import { contains } from '../source/span';
import { canHoldBreakpoint } from './breakpoint-place';
import { cutsOf, isUnstable } from './dynamic-prefix-cuts';
import { describe, list, NO_BREAKPOINT_IN_INSTRUCTIONS, nameOf, thenText } from './dynamic-prefix-text';
import { bestWay, OPTIONS, type Way } from './dynamic-prefix-ways';
import type { Draft, DraftFix, Rule, RuleContext } from './rule';

export const rule: Rule = {
  id: 'no-dynamic-prefix',
  summary: 'A value that changes per call, user or session stands before static text worth caching',
  defaultSeverity: 'warning',
  reveals: ['require-cache-breakpoint', 'no-ineffective-cache-breakpoint'],
  options: OPTIONS,
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const { quote } = context;
  const caching = quote.model?.caching;
  if (caching === undefined || caching.mode === 'none' || caching.minimumTokens === undefined || quote.site.isWrapper) return [];
  for (const cut of cutsOf(quote.site)) {
    const best = bestWay(context, cut, caching.minimumTokens);
    if (best !== undefined && !isLoadedOnce(context, best)) return [draftOf(context, best)];
  }
  return [];
}

function draftOf(context: RuleContext, way: Way): Draft {
  const { before, after, cut, moved, plan, potential, cachesThen, minimumTokens } = way;
  const [first] = moved;
  const certain = first?.proven === true && !cut.sometimes && after.prefix.tokens.low >= minimumTokens;
  const names = namesOf(context, way);
  const noBreakpoint = !cachesThen && !canHoldBreakpoint(cut.site, cut.segment);
  const message = describe({
    quote: context.quote,
    before,
    after,
    first,
    names,
    sometimes: cut.sometimes,
    potential,
    minimumTokens,
    cachesThen,
    noBreakpoint,
  });
  const place = placeOf(context, way);
  // How many calls send a conditional message or variant of a text is not in the code, so nothing is added up for them.
  const saving = cachesThen && !cut.sometimes && cut.site === context.quote.site ? { saving: potential } : {};
  const base = { ...place, message, certainty: certain ? 'confirmed' : 'suspected', ...saving } as const;
  // Behind the static text the value would still stand before the first place for a breakpoint.
  if (noBreakpoint) return { ...base, fixes: [], unfixable: `Moving it alone saves nothing. ${NO_BREAKPOINT_IN_INSTRUCTIONS}.` };
  if ('because' in plan) return { ...base, fixes: [], unfixable: `Not safe to move: ${plan.because}.` };
  if (cut.instead.some(piece => shares(piece, plan.edits)))
    return { ...base, fixes: [], unfixable: 'Not safe to move: another variant of this text is made of it too. Move it by hand.' };
  const title = `Move ${list(names)} ${plan.target} (${thenText(potential, cachesThen, cut.sometimes)})`;
  const fix: DraftFix = { title, effect: 'reorder', preferred: certain, edits: () => plan.edits };
  return { ...base, fixes: [fix] };
}

/** What a module works out when it is loaded, for functions that run later, stays as it is until the program is started again. */
function isLoadedOnce({ quote, writers }: RuleContext, { moved: [first] }: Way): boolean {
  if (first === undefined || first.proven || quote.site.symbol === '') return false;
  const scopes = writers.codeOf(first.at.uri)?.scopes ?? [];
  return scopes.length > 0 && !scopes.some(({ kind, at }) => kind === 'function' && contains(at, first.at));
}

/** Whether an edit changes what this piece, or what is put into it, is made of. */
function shares(piece: Piece, edits: readonly Edit[]): boolean {
  if (piece.kind === 'choice' && piece.options.flat().some(inner => shares(inner, edits))) return true;
  return [piece.at, ...(piece.slots ?? []).map(({ literal }) => literal.at)].some(at => edits.some(edit => contains(at, edit)));
}

/** All that changes in what moves, as its author wrote it. */
function namesOf({ writers }: RuleContext, { moved, plan }: Way): readonly string[] {
  const taken = 'because' in plan ? [] : plan.taken.flatMap(piece => (piece.kind === 'hole' && isUnstable(piece) ? [piece] : []));
  return [...new Set([...moved, ...taken].map(hole => nameOf(hole, writers.textOf(hole.at.uri))))];
}

/** Where the value is put into the prompt; the call, where that is in another file. */
function placeOf({ quote, writers }: RuleContext, { moved, plan }: Way): Pick<Draft, 'at' | 'related'> {
  const { site } = quote;
  const [first] = moved;
  if (first === undefined) return { at: site.calleeAt };
  const inside = 'because' in plan || contains(plan.at, first.at);
  if (first.at.uri === site.at.uri && inside) return { at: first.at };
  const related = { at: first.at, message: `${nameOf(first, writers.textOf(first.at.uri))} stands here` };
  return { at: !('because' in plan) && plan.at.uri === site.at.uri ? plan.at : site.calleeAt, related };
}
