import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { hole, nextGroup, openBlock, parts, pushEffect, type Site, sourceOf, spanOf } from './draft';
import { expression, opaque } from './expressions';

/** `from x in xs where … select …`: an item for each of those that are left. */
export function query(node: SyntaxNode, site: Site): Value {
  const at = spanOf(node, site);
  const clauses = parts(node, site);
  const inside = openBlock(site, 'comprehension', node, nextGroup(site), false);
  const loops: Value[] = [];
  let filtered = false;
  let selected: Value | undefined;
  for (const clause of clauses) {
    if (clause.type === 'from_clause') {
      const name = clause.childForFieldName('name');
      const over = parts(clause, site).at(-1);
      if (name === null || over === undefined) return opaque(node, site, 'could not be parsed');
      const of = expression(over, loops.length === 0 ? site : inside);
      loops.push(of);
      const label = sourceOf(name, site);
      inside.locals.add(label);
      const value: Value = { kind: 'element', at: spanOf(name, site), of, part: [], label };
      pushEffect(inside, {
        kind: 'assign',
        at: value.at,
        block: inside.block,
        target: { root: { name: label }, path: [] },
        value,
        declares: true,
      });
    } else if (clause.type === 'select_clause') {
      const [value] = parts(clause, site);
      selected = value === undefined ? undefined : expression(value, inside);
    } else {
      filtered ||= clause.type === 'where_clause';
      opaque(clause, inside, 'a clause');
    }
  }
  const [over, ...others] = loops;
  if (selected === undefined || over === undefined) return hole(at, site, 'computed when the program runs');
  const known = others.length === 0 ? { over, ...(filtered ? { filtered: true as const } : {}) } : {};
  return { kind: 'list', at, items: [{ kind: 'repeat', at: selected.at, item: selected, ...known }] };
}
