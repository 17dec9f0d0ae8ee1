import { placeOf } from '../../place-of';
import type { Span } from '../../span';
import type { SyntaxNode } from '../../syntax';
import { NOT_SET, type Value } from '../../values';
import { annotation } from './annotations';
import { disturb, setItem } from './disturb';
import { hole, parts, type Site, sourceOf, spanOf } from './draft';
import { expression } from './expressions';
import { ownerOf, setField } from './fields-by-name';
import { importAsCall } from './imports';
import { between } from './operators';
import { slicedIn } from './subscripts';
import { unpack } from './unpacking';

/** `a = b = v`, `a: T = v`, `a: T`. */
export function assignment(node: SyntaxNode, site: Site): void {
  const targets: { readonly node: SyntaxNode; readonly at: Span; readonly type: SyntaxNode | undefined }[] = [];
  let right: SyntaxNode | undefined = node;
  while (right?.type === 'assignment') {
    const [left, ...rest] = parts(right, site);
    const type = rest[0]?.type === 'type' ? rest.shift() : undefined;
    if (left !== undefined) targets.push({ node: left, at: spanOf(right, site.file), type });
    right = rest[0];
  }
  const [only, ...others] = targets;
  if (only !== undefined && right !== undefined && others.length === 0 && importAsCall(only.node, right, site)) return;
  const value = right === undefined ? hole(spanOf(targets[0]?.node ?? node, site.file), site.file, NOT_SET) : expression(right, site);
  for (const target of targets) {
    const type = target.type === undefined ? undefined : annotation(target.type, site);
    bind(target.node, value, target.at, site, type);
  }
}

/** Assigns to a target, which may be a pattern of targets. */
export function bind(target: SyntaxNode, value: Value, at: Span, site: Site, type?: Value): void {
  switch (target.type) {
    case 'identifier':
      assignName(sourceOf(target, site.file), value, at, site, type);
      break;
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern':
    case 'expression_list':
    case 'tuple':
    case 'list':
      unpack(target, value, at, site);
      break;
    case 'parenthesized_expression':
    case 'as_pattern_target':
      for (const inner of parts(target, site)) bind(inner, value, at, site);
      break;
    default: {
      const sliced = slicedIn(target, site);
      if (sliced === undefined || sliced.whole) write(expression(sliced?.object ?? target, site), value, at, site, type);
      else
        disturb(
          expression(sliced.object, site),
          value.kind === 'list' && value.items.length === 0 ? 'del' : 'some of its items are set',
          at,
          site,
        );
    }
  }
}

export function assignName(name: string, value: Value, at: Span, site: Site, type?: Value): void {
  const declares = !site.scope.elsewhere.has(name);
  const target = { root: { name }, path: [] };
  site.scope.effects.push({ kind: 'assign', at, block: site.block, target, value, declares, ...(type && { type }) });
}

function write(written: Value, value: Value, at: Span, site: Site, type: Value | undefined): void {
  const owner = written.kind === 'index' ? ownerOf(written.object) : undefined;
  if (owner !== undefined && written.kind === 'index') {
    setField(owner, written.key, value, at, site);
    return;
  }
  const found = placeOf(written, site.file.scopes);
  if (found === undefined) return;
  if (!found.exact) setItem(written, value, at, site);
  else
    site.scope.effects.push({ kind: 'assign', at, block: site.block, target: found.place, value, declares: false, ...(type && { type }) });
}

/** `x += v` and its kin. */
export function augmentedAssignment(node: SyntaxNode, site: Site): void {
  const [left, right] = parts(node, site);
  if (left === undefined || right === undefined) return;
  const at = spanOf(node, site.file);
  const target = expression(left, site);
  const value = expression(right, site);
  const operator = between(left, right, site);
  const found = placeOf(target, site.file.scopes);
  if (found === undefined) return;
  const base = { at, block: site.block, target: found.place };
  const adds = (operator === '+=' && value.kind === 'list') || (operator === '|=' && value.kind === 'record');
  if (!found.exact) disturb(target, operator, at, site);
  else if (adds) site.scope.effects.push({ ...base, kind: 'extend', value });
  else if (operator === '+=') site.scope.effects.push({ ...base, kind: 'update', operator: '+', value });
  else disturb(target, operator, at, site);
}
