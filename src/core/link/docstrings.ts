import { joinTexts, sliceText } from '../source/text-map';
import type { Value } from '../source/values';
import { dedent } from './dedent';
import { type Evaluation, NO_CONTEXT, scopeOf } from './evaluation';
import { trimmed } from './strings';

/** What a class says of itself, and what it puts into its fields. */
export interface DescribedClass {
  readonly doc?: Value;
  readonly fields: readonly Value[];
}

/** A class of the project by its docstring, as it reads without the margin of the code; undefined for what is none. */
export function describedClass(evaluation: Evaluation, type: Value): DescribedClass | undefined {
  const scope = type.kind === 'class' ? scopeOf(evaluation, type.at.uri, type.scope) : undefined;
  if (scope === undefined) return undefined;
  const assigned = scope.effects.flatMap(effect => (effect.kind === 'assign' && effect.target.path.length === 0 ? [effect.value] : []));
  return { ...(scope.doc && { doc: cleaned(scope.doc) }), fields: assigned.map(value => evaluation.evaluate(value, NO_CONTEXT)) };
}

/** The first line has no margin, whatever the others have. */
function cleaned(doc: Value): Value {
  if (doc.kind !== 'text') return doc;
  const { text } = doc;
  const end = text.text.indexOf('\n') + 1;
  if (end === 0) return trimmed(doc);
  const others = dedent({ ...doc, text: sliceText(text, end, text.text.length) });
  const whole = others?.kind === 'text' ? joinTexts([sliceText(text, 0, end), others.text]) : undefined;
  return whole === undefined ? doc : trimmed({ ...doc, text: whole });
}
