import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { assignName } from './assignments';
import { hole, MAX_DEPTH, nextGroup, openBlock, parts, type Site, sourceOf, spanOf } from './draft';
import { expression } from './expressions';
import { body } from './statements';
import { testValue } from './tests';

export function matchStatement(node: SyntaxNode, site: Site): void {
  const inner = parts(node, site);
  const group = nextGroup(site);
  const subjects: Value[] = [];
  for (const part of inner) {
    if (part.type !== 'block') {
      subjects.push(expression(part, site));
      continue;
    }
    const cases = parts(part, site).filter(clause => clause.type === 'case_clause');
    const exhaustive = cases.some(clause => isIrrefutable(clause, site));
    for (const clause of cases) caseClause(clause, subjects, site, group, exhaustive);
  }
}

function caseClause(clause: SyntaxNode, subjects: readonly Value[], site: Site, group: number, exhaustive: boolean): void {
  const inside = openBlock(site, 'case', clause, group, exhaustive, { condition: conditionOf(clause, subjects, site) });
  for (const part of parts(clause, site)) {
    if (part.type === 'block') body(part, inside);
    else if (part.type === 'case_pattern') captures(part, inside);
    else expression(part, inside);
  }
}

/** `case "a"` and `case "a" | "b"`; what other patterns match isn't read, and the last one takes what is left. */
function conditionOf(clause: SyntaxNode, [subject, ...others]: readonly Value[], site: Site): Value | undefined {
  const inner = parts(clause, site);
  if (isIrrefutable(clause, site)) return undefined;
  const unread = hole(spanOf(clause, site.file), site.file, 'a condition');
  const patterns = inner.filter(part => part.type === 'case_pattern');
  const [pattern] = patterns;
  const guarded = inner.some(part => part.type === 'if_clause');
  if (subject === undefined || others.length > 0 || pattern === undefined || patterns.length > 1 || guarded) return unread;
  const [only] = parts(pattern, site);
  const alternatives = only?.type === 'union_pattern' ? parts(only, site) : only === undefined ? [] : [only];
  if (alternatives.length === 0 || alternatives.some(each => each.type !== 'string' && each.type !== 'integer')) return unread;
  const tests = alternatives.map(each => testValue('equal', [subject, expression(each, site)], clause, site));
  return testValue('or', tests, clause, site);
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
