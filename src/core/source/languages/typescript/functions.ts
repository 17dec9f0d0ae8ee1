import type { SyntaxNode } from '../../syntax';
import type { ScopeId, Value } from '../../values';
import { lowerValue } from './expressions';
import { bodyFrame, type Frame, type OpenScope, openScope, sourceOf, spanOf } from './frame';
import { hole } from './holes';
import { lowerParameters } from './parameters';
import { lowerStatements } from './statements';

/** A function of any kind, read into a scope of its own. `self`: the class, for its methods; arrow functions keep the outer one. */
export function lowerFunction(frame: Frame, node: SyntaxNode, name = '', self?: ScopeId): Value {
  const at = spanOf(frame, node);
  const heads = headsOf(node);
  const ownName = node.childForFieldName('name');
  const scope = openScope(frame.file, {
    kind: 'function',
    name: name !== '' || ownName === null ? name : sourceOf(frame, ownName),
    at,
    parent: frame.scope.id,
    async: heads.has('async'),
    self: node.type === 'arrow_function' ? frame.scope.self : self,
  });
  const inner = bodyFrame(frame.file, scope);
  lowerParameters(inner, node);
  lowerBody(inner, node.childForFieldName('body'));
  if (heads.has('*')) replaceReturns(scope, hole(frame, node, 'a generator hands out its values one by one'));
  return { kind: 'function', at, scope: scope.id };
}

/** The bare words before a function's parameters: `async`, `*`, `get`. */
function headsOf(node: SyntaxNode): ReadonlySet<string> {
  const found = new Set<string>();
  for (const child of node.children) {
    if (child === null || child.type === 'formal_parameters' || child.type === '=>') break;
    if (!child.isNamed) found.add(child.type);
  }
  return found;
}

function lowerBody(frame: Frame, body: SyntaxNode | null): void {
  if (body === null) return;
  if (body.type === 'statement_block') {
    lowerStatements(frame, body);
    return;
  }
  const value = lowerValue(frame, body);
  frame.scope.effects.push({ kind: 'return', at: spanOf(frame, body), block: frame.block, value });
}

function replaceReturns(scope: OpenScope, value: Value): void {
  const others = scope.effects.filter(effect => effect.kind !== 'return');
  scope.effects.splice(0, scope.effects.length, ...others, { kind: 'return', at: value.at, block: -1, value });
}
