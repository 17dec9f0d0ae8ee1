import type { Block, Scope } from '../source/summary';
import type { Value } from '../source/values';
import { countsOrWaits, goesOver } from './loops';
import type { Around } from './running-scopes';

const ATTEMPT = /attempt|retry|retries|tries/i;

/** A loop that tries until it works: `for attempt in range(3): try: return …`. */
export function retrying({ scope, blocks }: Around): Block | undefined {
  const tried = blocks.findIndex(block => block.kind === 'try');
  // Where errors are values, what a loop counts says that it tries again.
  if (tried < 0)
    return blocks.find(
      block => block.kind === 'loop' && (ATTEMPT.test(goesOver(scope, block)?.label ?? '') || endsWithoutError(scope, block)),
    );
  const loop = [...blocks.slice(0, Math.max(0, tried))].reverse().find(block => block.kind === 'loop');
  if (loop === undefined) return undefined;
  const variable = goesOver(scope, loop)?.label ?? '';
  const inside = blocks[tried];
  const returns = scope.effects.some(effect => effect.kind === 'return' && effect.block === inside?.id);
  return ATTEMPT.test(variable) || (returns && countsOrWaits(scope, loop)) ? loop : undefined;
}

/** `for { answer, err := ask(); if err == nil { return answer } }`, in a language where errors are values. */
function endsWithoutError(scope: Scope, loop: Block): boolean {
  if (!countsOrWaits(scope, loop)) return false;
  const returns = (block: number) => scope.effects.some(effect => effect.kind === 'return' && effect.block === block);
  const checks = scope.blocks.filter(block => block.parent === loop.id && block.kind === 'then');
  if (checks.some(({ id, condition }) => condition !== undefined && isNoError(condition) && returns(id))) return true;
  const failed = checks.some(
    ({ id, condition }) => condition?.kind === 'test' && condition.test === 'not' && condition.operands.some(isNoError) && !returns(id),
  );
  return failed && returns(loop.id);
}

/** `err == nil` */
function isNoError(condition: Value): boolean {
  if (condition.kind !== 'test' || condition.test !== 'equal') return false;
  const [left, right] = condition.operands;
  return left?.kind === 'name' && /^err|Err$/.test(left.name) && right?.kind === 'scalar' && right.value === null;
}
