import type { SyntaxNode } from '../../syntax';
import { assignName } from './assignments';
import { hole, MAX_DEPTH, nextGroup, openBlock, parts, type Site, sourceOf, spanOf } from './draft';
import { expression } from './expressions';
import { body } from './statements';

export function matchStatement(node: SyntaxNode, site: Site): void {
  const inner = parts(node, site);
  const group = nextGroup(site);
  for (const part of inner) {
    if (part.type !== 'block') {
      expression(part, site);
      continue;
    }
    const cases = parts(part, site).filter(clause => clause.type === 'case_clause');
    const exhaustive = cases.some(clause => isIrrefutable(clause, site));
    for (const clause of cases) caseClause(clause, site, group, exhaustive);
  }
}

function caseClause(clause: SyntaxNode, site: Site, group: number, exhaustive: boolean): void {
  const inside = openBlock(site, 'case', clause, group, exhaustive);
  for (const part of parts(clause, site)) {
    if (part.type === 'block') body(part, inside);
    else if (part.type === 'case_pattern') captures(part, inside);
    else expression(part, inside);
  }
}

/** `case _` and `case name` take everything that is left. */
function isIrrefutable(clause: SyntaxNode, site: Site): boolean {
  const inner = parts(clause, site);
  const patterns = inner.filter(part => part.type === 'case_pattern');
  const pattern = patterns[0];
  if (pattern === undefined || patterns.length > 1 || inner.some(part => part.type === 'if_clause')) return false;
  const only = parts(pattern, site);
  return (
    sourceOf(pattern, site.file) === '_' || (only.length === 1 && only[0]?.type === 'dotted_name' && parts(only[0], site).length === 1)
  );
}

function captures(pattern: SyntaxNode, site: Site): void {
  if (site.file.depth >= MAX_DEPTH) return;
  site.file.depth++;
  const inner = parts(pattern, site);
  inner.forEach((part, index) => {
    if (part.type === 'dotted_name') {
      const isName = parts(part, site).length === 1 && pattern.type !== 'class_pattern';
      if (isName) capture(part, site);
    } else if (part.type === 'identifier') {
      // `as x` and `*x` bind; the name before `=` in a class pattern is the field's.
      if (pattern.type === 'splat_pattern' || (pattern.type === 'as_pattern' && index === inner.length - 1)) capture(part, site);
    } else captures(part, site);
  });
  site.file.depth--;
}

function capture(name: SyntaxNode, site: Site): void {
  const at = spanOf(name, site.file);
  assignName(sourceOf(name, site.file), hole(at, site.file, 'bound by a pattern'), at, site);
}
