import type { Span } from '../../span';
import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { bind } from './assignments';
import { hole, parts, type Site, sourceOf, spanOf } from './draft';

/** Assigns to each target of `a, (b, *c) = v`. */
export function unpack(pattern: SyntaxNode, value: Value, at: Span, site: Site): void {
  const targets = parts(pattern, site);
  const [only] = targets;
  if (only !== undefined && targets.length === 1 && isBracketed(only, pattern)) {
    bind(only, value, at, site);
    return;
  }
  const star = targets.findIndex(isStar);
  const items = plainItems(value);
  const fits = items !== undefined && (star < 0 ? items.length === targets.length : items.length >= targets.length - 1);
  // All items are read before the first target is written.
  const swaps = items?.some(item => item.kind === 'name' && targets.some(target => sourceOf(target, site.file) === item.name));
  targets.forEach((target, index) => {
    const inner = isStar(target) ? (parts(target, site)[0] ?? target) : target;
    if (swaps) bind(inner, hole(spanOf(inner, site.file), site.file, 'exchanged with another variable'), at, site);
    else if (value.kind === 'hole') bind(inner, hole(spanOf(inner, site.file), site.file, value.reason), at, site);
    else if (value.kind === 'element' && (star < 0 || index < star))
      bind(inner, { ...value, part: [...value.part, index], label: sourceOf(inner, site.file) }, at, site);
    else if (fits) bind(inner, paired(items, targets.length, star, index, value), at, site);
    else if (star < 0 || index < star) bind(inner, element(value, index), at, site);
    else bind(inner, hole(spanOf(inner, site.file), site.file, 'unpacked from a value of unknown length'), at, site);
  });
}

/** `(a) = v` is no tuple; `(a,) = v` and `[a] = v` are patterns. */
function isBracketed(only: SyntaxNode, pattern: SyntaxNode): boolean {
  if (isStar(only) || pattern.type === 'list_pattern' || pattern.type === 'list') return false;
  return !pattern.children.some(child => child?.type === ',');
}

function isStar(target: SyntaxNode): boolean {
  return target.type === 'list_splat_pattern' || target.type === 'list_splat';
}

/** Items of a list whose length is known. */
function plainItems(value: Value): readonly Value[] | undefined {
  if (value.kind !== 'list') return undefined;
  return value.items.some(item => item.kind === 'spread' || item.kind === 'repeat') ? undefined : value.items;
}

function paired(items: readonly Value[], targets: number, star: number, index: number, whole: Value): Value {
  const starred = items.length - targets + 1;
  if (index === star) return { kind: 'list', at: whole.at, items: items.slice(star, star + starred) };
  return items[star >= 0 && index > star ? index + starred - 1 : index] ?? whole;
}

function element(value: Value, index: number): Value {
  return { kind: 'index', at: value.at, object: value, key: { kind: 'scalar', at: value.at, value: index } };
}
