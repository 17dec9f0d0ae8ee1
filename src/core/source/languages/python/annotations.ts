import type { Span } from '../../span';
import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { MAX_DEPTH, parts, type Site, spanOf } from './draft';
import { expression } from './expressions';
import { between } from './operators';

/** Forms of `typing` that say how a name is used, around the type itself. */
const WRAPPERS = new Set(['Optional', 'Annotated', 'ClassVar', 'Final', 'Required', 'NotRequired', 'ReadOnly', 'Awaitable']);

/**
 * What a value is annotated with: `Optional[A]`, `A | None`, `Annotated[A, …]` and `"A"` are A; `Union[A, B]` is a choice;
 * `Literal["a", "b"]` is a choice of the values themselves; `list[A]` is an index.
 */
export function annotation(node: SyntaxNode, site: Site): Value {
  const { file } = site;
  if (file.depth >= MAX_DEPTH) return expression(node, site);
  file.depth++;
  const value = lowered(node, site);
  file.depth--;
  return value;
}

function lowered(node: SyntaxNode, site: Site): Value {
  const inner = parts(node, site);
  const [first, second] = inner;
  if (node.type === 'type' && first !== undefined) return annotation(first, site);
  if (node.type === 'string') return forward(expression(node, site), node, site);
  const isUnion =
    node.type === 'union_type' || (node.type === 'binary_operator' && first && second && between(first, second, site) === '|');
  if (isUnion)
    return union(
      inner.map(option => annotation(option, site)),
      node,
      site,
    );
  if (node.type === 'generic_type' && first !== undefined && second !== undefined) return generic(first, parts(second, site), node, site);
  if (node.type === 'subscript' && first !== undefined) return generic(first, inner.slice(1), node, site);
  return expression(node, site);
}

function generic(head: SyntaxNode, argumentNodes: readonly SyntaxNode[], node: SyntaxNode, site: Site): Value {
  const object = expression(head, site);
  const form = object.kind === 'name' ? object.name : object.kind === 'member' ? object.key : '';
  const at = spanOf(node, site.file);
  if (form === 'Literal')
    return union(
      argumentNodes.map(literal => expression(unwrapped(literal, site), site)),
      node,
      site,
    );
  const types = argumentNodes.map(type => annotation(type, site));
  if (form === 'Union') return union(types, node, site);
  const [first] = types;
  if (first === undefined) return object;
  if (WRAPPERS.has(form)) return first;
  return { kind: 'index', at, object, key: types.length === 1 ? first : { kind: 'list', at, items: types } };
}

function unwrapped(node: SyntaxNode, site: Site): SyntaxNode {
  return (node.type === 'type' ? parts(node, site)[0] : undefined) ?? node;
}

/** `None` says that a value may be missing, not what it is. */
function union(options: readonly Value[], node: SyntaxNode, site: Site): Value {
  const told = options
    .flatMap(option => (option.kind === 'choice' ? option.options : [option]))
    .filter(option => option.kind !== 'scalar' || option.value !== null);
  const [only] = told;
  return only !== undefined && told.length === 1 ? only : { kind: 'choice', at: spanOf(node, site.file), options: told };
}

const DOTTED = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

/** A type in quotes, which is defined further down or imported for type checkers alone: `"A"`, `"A | None"`, `"Optional[A]"`. */
function forward(value: Value, node: SyntaxNode, site: Site): Value {
  if (value.kind !== 'text') return value;
  const written = value.text.text.trim();
  const inner = /^(?:typing\.)?Optional\[(.*)\]$/s.exec(written)?.[1] ?? written;
  const names = inner.split('|').map(each => each.trim());
  if (!names.every(name => DOTTED.test(name))) return value;
  return union(
    names.filter(name => name !== 'None').map(name => dotted(name, value.at, site)),
    node,
    site,
  );
}

function dotted(written: string, at: Span, site: Site): Value {
  const [name = '', ...keys] = written.split('.');
  return keys.reduce<Value>((object, key) => ({ kind: 'member', at, object, key }), { kind: 'name', at, name, scope: site.scope.id });
}
