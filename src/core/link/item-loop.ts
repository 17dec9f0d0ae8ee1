import type { ItemLoop } from '../request/request';
import type { Call, Value } from '../source/values';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { labelOf } from './labels';
import { goesOver, isNumbers } from './loops';
import type { Around } from './running-scopes';
import { sentBy } from './sent-by';
import { within } from './value-parts';

/** Few things are no batch. */
const FEW_ITEMS = 10;

/** The innermost loop over things, if no loop without things stands between, and if no round needs what another gave. */
export function itemLoopOf(evaluation: Evaluation, scopes: readonly Around[], call: Call): ItemLoop | undefined {
  const loop = innermostLoop(scopes, call);
  if (loop === undefined || dependsOnLastRound(scopes, call)) return undefined;
  const over = evaluation.evaluate(loop.of, NO_CONTEXT);
  const isShort =
    over.kind === 'list' && over.items.length <= FEW_ITEMS && over.items.every(({ kind }) => kind !== 'spread' && kind !== 'repeat');
  return isShort ? undefined : { item: loop.label, over: labelOf(loop.of) };
}

/** The comprehension's variable, where the call sends it. */
function elementIn(call: Call): Extract<Value, { kind: 'element' }> | undefined {
  for (const { value } of call.args) for (const part of within(value)) if (part.kind === 'element') return part;
  return undefined;
}

/** A variable that a round sets by the call's answer is sent by the next. */
function dependsOnLastRound(scopes: readonly Around[], call: Call): boolean {
  const sent = new Set(sentBy(call).map(({ name }) => name));
  return scopes.some(({ scope }) =>
    scope.effects.some(
      effect =>
        effect.kind !== 'return' &&
        effect.kind !== 'disturb' &&
        effect.target.root !== 'self' &&
        sent.has(effect.target.root.name) &&
        [...within(effect.value)].some(part => part.kind === 'call' && part.at.start === call.at.start),
    ),
  );
}

function innermostLoop(scopes: readonly Around[], call: Call): { readonly label: string; readonly of: Value } | undefined {
  for (const { scope, blocks } of scopes) {
    const loop = [...blocks].reverse().find(block => block.kind === 'loop' || block.kind === 'comprehension');
    const over = loop && (loop.kind === 'comprehension' ? elementIn(call) : goesOver(scope, loop));
    if (loop !== undefined) return over === undefined || isNumbers(over.of) ? undefined : { label: over.label, of: over.of };
    const passed = scope.params.find(param => param.passed !== undefined);
    if (passed?.passed !== undefined) return { label: passed.name, of: passed.passed.of };
  }
  return undefined;
}
