import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { hole, nextGroup, openBlock, parts, type Site, spanOf } from './draft';
import { expression, opaque } from './expressions';
import { maybe, testValue } from './operators';
import { matches } from './patterns';
import { statement } from './statements';

/** `x switch { "a" => 1, _ => 2 }`: the first arm that matches; one that throws gives nothing. */
export function switchExpression(node: SyntaxNode, site: Site): Value {
  const [head, ...rest] = parts(node, site);
  if (head === undefined) return opaque(node, site, 'could not be parsed');
  const subject = expression(head, site);
  const arms = rest.flatMap(part =>
    part.type === 'switch_expression_arm' ? [part] : parts(part, site).filter(each => each.type === 'switch_expression_arm'),
  );
  const read = arms.flatMap(arm => {
    const [pattern, ...inner] = parts(arm, site);
    const result = inner.at(-1);
    if (pattern === undefined || result === undefined || result.type === 'throw_expression') return [];
    const inside = maybe(result, site);
    const when = inner.find(part => part.type === 'when_clause');
    const isRest = pattern.type === 'discard' || site.file.text.slice(pattern.startIndex, pattern.endIndex) === '_';
    const test = isRest ? undefined : matches(subject, pattern, arm, inside);
    if (when !== undefined) opaque(when, inside, 'a condition');
    const holds = when === undefined ? test : hole(spanOf(arm, site), site, 'a condition');
    return [{ holds, value: expression(result, inside) }];
  });
  const at = spanOf(node, site);
  return (
    read.reduceRight<Value | undefined>((otherwise, { holds, value }) => {
      if (otherwise === undefined) return value;
      return { kind: 'choice', at, options: [value, otherwise], ...(holds === undefined ? {} : { condition: holds }) };
    }, undefined) ?? hole(at, site, 'computed when the program runs')
  );
}

/** Sections of a `switch` statement exclude each other; labels of one section share its body. */
export function switchStatement(node: SyntaxNode, site: Site): void {
  const head = node.childForFieldName('value');
  const body = node.childForFieldName('body');
  if (head === null || body === null) return;
  const subject = expression(head, site);
  const sections = parts(body, site).filter(part => part.type === 'switch_section');
  const group = nextGroup(site);
  const isDefault = (section: SyntaxNode) => /^\s*default\b/.test(site.file.text.slice(section.startIndex, section.startIndex + 20));
  const exhaustive = sections.some(isDefault);
  let tests: Value[] = [];
  let anyCase = false;
  for (const section of sections) {
    const inner = parts(section, site);
    const patterns = inner.filter(part => /pattern$/.test(part.type) || part.type === 'discard');
    tests.push(...patterns.map(pattern => matches(subject, pattern, section, site)));
    anyCase ||= isDefault(section);
    const statements = inner.filter(part => part.type.endsWith('statement') || part.type === 'block');
    if (statements.length === 0) continue;
    const guarded = inner.some(part => part.type === 'when_clause');
    const condition =
      anyCase || tests.length === 0
        ? undefined
        : guarded
          ? hole(spanOf(section, site), site, 'a condition')
          : testValue('or', tests, section, site);
    const inside = openBlock(site, 'case', section, group, exhaustive, condition);
    for (const each of statements) statement(each, inside);
    tests = [];
    anyCase = false;
  }
}
