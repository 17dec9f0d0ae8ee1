import { labelOf } from '../link/labels';
import type { ArgumentPaths, CallShape } from '../sdks/sdk';
import type { Value } from '../source/values';
import { addedBehind } from './added-segment';
import type { NamedArguments } from './arguments';
import { isAbsent } from './hidden-options';
import { hasOwnTools } from './hosted-tools';
import type { Segment } from './request';

/** What a package sends again while it runs tools for the model: each round is another request, with all that came before. */
export function laterRounds({ rounds }: CallShape, named: NamedArguments, tools: Value | undefined): readonly Segment[] {
  if (rounds === undefined) return [];
  const argument = (paths: ArgumentPaths = []) => paths.map(path => named.get([path])?.value);
  const called = [tools, ...argument(rounds.offered)].find(each => each !== undefined && !isAbsent(each) && hasOwnTools(each));
  if (called === undefined) return [];
  const bound = named.get(rounds.by)?.value;
  const isOne = bound === undefined || isAbsent(bound) ? rounds.unlessStated === 'one' : allowsOne(bound);
  const asksAgain = argument(rounds.againBy).some(each => each?.kind === 'scalar' && each.value === true);
  return isOne && !asksAgain ? [] : [addedBehind(called.at, 'later rounds', ROUNDS)];
}

const ROUNDS = { growth: 'append', reason: 'each round of tools is another request, which sends all before it again' } as const;

/** Whether a segment stands for them. */
export function areLaterRounds({ pieces }: Segment): boolean {
  return pieces.some(piece => piece.kind === 'hole' && piece.reason === ROUNDS.reason);
}

const COUNTED = /(?:^|\.)(?:stepCountIs|isStepCount)$/;

function allowsOne(bound: Value): boolean {
  if (bound.kind === 'call' && COUNTED.test(labelOf(bound.callee))) {
    const [steps] = bound.args;
    return steps !== undefined && allowsOne(steps.value);
  }
  return bound.kind === 'scalar' && bound.value === 1;
}
