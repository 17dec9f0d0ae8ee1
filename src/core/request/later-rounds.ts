import { labelOf } from '../link/labels';
import type { CallShape } from '../sdks/sdk';
import type { Span } from '../source/span';
import type { Hole, Value } from '../source/values';
import type { NamedArguments } from './arguments';
import { isAbsent } from './hidden-options';
import { hasOwnTools } from './hosted-tools';
import type { Segment } from './request';

/** What a package sends again while it runs tools for the model: each round is another request, with all that came before. */
export function laterRounds({ rounds }: CallShape, named: NamedArguments, tools: Value | undefined): readonly Segment[] {
  if (rounds === undefined || tools === undefined || isAbsent(tools) || !hasOwnTools(tools)) return [];
  const bound = named.get(rounds.by)?.value;
  const isOne = bound === undefined || isAbsent(bound) ? rounds.unlessStated === 'one' : allowsOne(bound);
  if (isOne) return [];
  const { uri, end } = tools.at;
  const at: Span = { uri, start: end, end };
  const reason = 'each round of tools is another request, which sends all before it again';
  const hole: Hole = { kind: 'hole', at, label: 'later rounds', volatility: 'call', growth: 'append', proven: true, reason };
  return [{ kind: 'message', role: 'tool', pieces: [hole], startsMessage: false, repeats: false, optional: false, at }];
}

const COUNTED = /(?:^|\.)(?:stepCountIs|isStepCount)$/;

function allowsOne(bound: Value): boolean {
  if (bound.kind === 'call' && COUNTED.test(labelOf(bound.callee))) {
    const [steps] = bound.args;
    return steps !== undefined && allowsOne(steps.value);
  }
  return bound.kind === 'scalar' && bound.value === 1;
}
