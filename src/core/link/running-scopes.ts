import type { Block, CallPlace, CodeSummary, Scope } from '../source/summary';
import type { Evaluation } from './evaluation';

/** A scope, and the blocks in it that a call stands in. */
export interface Around {
  readonly scope: Scope;
  readonly blocks: readonly Block[];
}

/** The call's scope, and those around that run it with them: a callback runs where it is written, unless it waits for an event. */
export function runningScopes({ lookup }: Evaluation, summary: CodeSummary, { scope: id, block }: CallPlace): readonly Around[] {
  const found: Around[] = [];
  let scope = summary.scopes[id];
  let blocks = scope === undefined ? [] : lookup.blocksAround(scope, block);
  while (scope !== undefined) {
    found.push({ scope, blocks });
    const { at, parent, name, kind, awaitsEvent } = scope;
    if (kind !== 'function' || name !== '' || awaitsEvent || parent === undefined) break;
    scope = summary.scopes[parent];
    blocks = scope?.blocks.filter(each => each.at.start <= at.start && at.end <= each.at.end) ?? [];
  }
  return found;
}

/** The scopes that a call stands in, its own first and the module last. */
export function enclosing(summary: CodeSummary, place: CallPlace): readonly Scope[] {
  const found: Scope[] = [];
  for (let scope = summary.scopes[place.scope]; scope !== undefined; ) {
    found.push(scope);
    scope = scope.parent === undefined ? undefined : summary.scopes[scope.parent];
  }
  return found;
}

/** `models.map(model => …)` */
export function isCallback(scope: Scope): boolean {
  return scope.params.some(param => param.passed !== undefined);
}

export interface Loop {
  readonly scope: Scope;
  readonly block: Block;
}

/** The innermost of the scopes in which a block is found, with that block. */
export function firstLoop(scopes: readonly Around[], find: (around: Around) => Block | undefined): Loop | undefined {
  for (const around of scopes) {
    const block = find(around);
    if (block !== undefined) return { scope: around.scope, block };
  }
  return undefined;
}
