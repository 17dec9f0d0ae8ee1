import type { Uri } from '../source/span';
import type { CallPlace } from '../source/summary';
import type { Argument } from '../source/values';
import type { Context, Evaluation } from './evaluation';
import type { Found, Spending } from './found';
import { isReached } from './invoke';

/** A call in a function, and what it spends there. */
export interface PlacedSpending {
  readonly place: CallPlace;
  readonly spending: Spending;
}

/**
 * Of the branches of a function one of which is taken, those that are taken where nobody passes other texts for the parameters that are
 * handed on to it (`ask(text, args.model)`, where `--model` has a default). All of them where there is no such parameter, where nothing of
 * it decides, and where what is taken spends nothing. `enter` gives the function's context for arguments.
 */
export function takenByDefault(
  evaluation: Evaluation,
  uri: Uri,
  each: readonly PlacedSpending[],
  args: readonly Argument[],
  enter: (args: readonly Argument[]) => Context | undefined,
): readonly Spending[] {
  const all = each.map(({ spending }) => spending);
  const given = args.map(argument => {
    const { value } = argument;
    return value.kind === 'param' && value.fallback?.kind === 'text' ? { ...argument, value: value.fallback } : argument;
  });
  const inside = given.some((argument, index) => argument !== args[index]) ? enter(given) : undefined;
  const taken = inside === undefined ? each : each.filter(({ place }) => isReached(evaluation, uri, place, inside));
  if (taken.length === each.length || taken.every(({ spending }) => spending.found.length === 0)) return all;
  return taken.map(({ spending }) => ({ ...spending, found: spending.found.map(asDefault) }));
}

/** What such a branch states itself is replaced where another text is passed. */
function asDefault(found: Found): Found {
  const { model } = found.content;
  if (model.value === undefined || (model.provenance !== 'literal' && model.provenance !== 'constant')) return found;
  const stated = { ...model, provenance: 'default' as const, why: 'used unless another is passed' };
  return { ...found, content: { ...found.content, model: stated } };
}
