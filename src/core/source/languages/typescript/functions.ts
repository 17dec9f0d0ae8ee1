import type { Span } from '../../span';
import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { asGenerator } from '../generators';
import { expectType } from './expected-types';
import { lowerValue } from './expressions';
import { bodyFrame, type Frame, type OpenScope, openScope, sourceOf, spanOf } from './frame';
import { hole } from './holes';
import { lowerParameters } from './parameters';
import { lowerStatements } from './statements';
import { typeValue } from './types';

/** A function of any kind, read into a scope of its own. `self`: what `this` is in a method; arrow functions keep the outer one. */
export function lowerFunction(frame: Frame, node: SyntaxNode, name = '', self?: OpenScope['self']): Value {
  const body = node.childForFieldName('body');
  const at = { uri: frame.file.uri, start: node.startIndex, end: endOfBody(frame, body) ?? node.endIndex };
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
  const returnType = node.childForFieldName('return_type');
  if (returnType !== null) scope.returns = typeValue(frame, returnType);
  const inner = bodyFrame(frame.file, scope);
  lowerParameters(inner, node);
  lowerBody(inner, body);
  const { returns } = scope;
  if (returns !== undefined)
    for (const effect of scope.effects) if (effect.kind === 'return') expectType(frame, effect.value, { of: returns, path: [] });
  if (heads.has('*')) asGenerator(scope, hole(frame, node, 'a generator hands out its values one by one'));
  return { kind: 'function', at, scope: scope.id };
}

/** Where a node stands whose last part is a value: a function at its end gives the end, without comments that follow it. */
export function spanEndingIn(frame: Frame, node: SyntaxNode, last: SyntaxNode, value: Value): Span {
  const at = spanOf(frame, node);
  const ends = value.kind === 'function' && value.at.start === last.startIndex && last.endIndex === node.endIndex;
  return ends && last.type !== 'as_expression' && last.type !== 'satisfies_expression' ? { ...at, end: value.at.end } : at;
}

/** The offset behind a body's brace: the grammar counts comments that follow it to the body. */
function endOfBody(frame: Frame, body: SyntaxNode | null): number | undefined {
  if (body?.type !== 'statement_block') return undefined;
  let end = body.endIndex;
  for (let index = body.namedChildren.length - 1; index >= 0; index--) {
    const child = body.namedChildren[index];
    if (child?.type !== 'comment') break;
    const brace = frame.file.text.slice(child.endIndex, end).lastIndexOf('}');
    if (brace !== -1) return child.endIndex + brace + 1;
    end = child.startIndex;
  }
  const brace = frame.file.text.lastIndexOf('}', end - 1);
  return brace > body.startIndex ? brace + 1 : undefined;
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
