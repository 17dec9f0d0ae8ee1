import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { hole, parts, pushEffect, type Site, sourceOf, spanOf } from './draft';
import { expression } from './expressions';
import { testValue } from './operators';
import { typeValue } from './types';

/** `x is null`, `x is "a" or "b"`, `x is Type name`; the names that a pattern declares hold what it is matched with. */
export function patternTest(node: SyntaxNode, site: Site): Value {
  const subject = node.childForFieldName('expression') ?? node.childForFieldName('left');
  const pattern = node.childForFieldName('pattern') ?? node.childForFieldName('right');
  if (subject === null || pattern === null) return hole(spanOf(node, site), site, 'a condition');
  return matches(expression(subject, site), pattern, node, site);
}

/** Whether a value matches a pattern; what a pattern tells beyond constants is a hole. */
export function matches(subject: Value, pattern: SyntaxNode, node: SyntaxNode, site: Site): Value {
  switch (pattern.type) {
    case 'constant_pattern': {
      const [constant] = parts(pattern, site);
      return testValue(
        'equal',
        [subject, constant === undefined ? hole(spanOf(pattern, site), site, 'missing') : expression(constant, site)],
        node,
        site,
      );
    }
    case 'negated_pattern': {
      const [inner] = parts(pattern, site);
      return inner === undefined
        ? hole(spanOf(node, site), site, 'a condition')
        : testValue('not', [matches(subject, inner, node, site)], node, site);
    }
    case 'or_pattern':
    case 'and_pattern': {
      const sides = parts(pattern, site).map(side => matches(subject, side, node, site));
      return testValue(pattern.type === 'or_pattern' ? 'or' : 'and', sides, node, site);
    }
    case 'parenthesized_pattern': {
      const [inner] = parts(pattern, site);
      return inner === undefined ? hole(spanOf(node, site), site, 'a condition') : matches(subject, inner, node, site);
    }
    default:
      declare(subject, pattern, site);
      return hole(spanOf(node, site), site, 'a condition');
  }
}

/** `is string text`, `is { Length: > 0 } text`, `var text`. */
function declare(subject: Value, pattern: SyntaxNode, site: Site): void {
  const name = pattern.childForFieldName('name');
  if (name?.type === 'identifier') bindLocal(name, subject, site, pattern.childForFieldName('type'));
  else for (const child of parts(pattern, site)) if (/pattern$|clause$|^subpattern$/.test(child.type)) declareInside(child, site);
}

/** Parts of what is matched. */
function declareInside(node: SyntaxNode, site: Site): void {
  const name = node.childForFieldName('name');
  if (name?.type === 'identifier')
    bindLocal(name, hole(spanOf(name, site), site, 'a part of what is matched'), site, node.childForFieldName('type'));
  for (const child of parts(node, site)) if (/pattern$|clause$|^subpattern$/.test(child.type)) declareInside(child, site);
}

/** `out var x`, `(var a, string b)`: a variable that is declared where it is first used. */
export function declaredName(node: SyntaxNode, site: Site): Value {
  const name = node.childForFieldName('name');
  const at = spanOf(node, site);
  if (name?.type !== 'identifier') return hole(at, site, 'computed when the program runs');
  bindLocal(name, hole(at, site, 'set by the call'), site, node.childForFieldName('type'));
  return { kind: 'name', at: spanOf(name, site), name: sourceOf(name, site), scope: site.scope.id };
}

/** Declares a variable of the body. */
export function bindLocal(name: SyntaxNode, value: Value, site: Site, typeNode: SyntaxNode | null): void {
  const written = sourceOf(name, site).replace(/^@/, '');
  if (written === '_' || written === '') return;
  const type = typeNode === null ? undefined : typeValue(typeNode, site);
  site.locals.add(written);
  const target = { root: { name: written }, path: [] };
  pushEffect(site, { kind: 'assign', at: spanOf(name, site), block: site.block, target, value, declares: true, ...(type && { type }) });
}
