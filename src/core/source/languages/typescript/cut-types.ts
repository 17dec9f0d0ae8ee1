import type { SyntaxNode } from '../../syntax';

/**
 * The grammar ends a type behind its second name, and reads what follows in `x as A.B.C`, `x as A.B.C['d']` and `x as A.B.C | D` as
 * a member, an index and an operation of `x as A.B`. Without brackets a cast can't be the object of any of these.
 */
export function isCast(node: SyntaxNode): boolean {
  return node.type === 'as_expression' || node.type === 'satisfies_expression';
}

/** Whether a node is a cast of which the grammar has cut the type off. */
export function isCutCast(node: SyntaxNode): boolean {
  switch (node.type) {
    case 'member_expression': {
      const object = node.childForFieldName('object');
      return object !== null && isCast(object);
    }
    case 'subscript_expression': {
      const object = node.childForFieldName('object');
      return object !== null && isCutCast(object);
    }
    case 'instantiation_expression':
      return node.firstNamedChild !== null && isCutCast(node.firstNamedChild);
    default:
      return false;
  }
}
