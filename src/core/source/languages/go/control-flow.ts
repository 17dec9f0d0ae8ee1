import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { declare, fields, listed, openBlock, parts, type Site, scalar, sourceOf, spanOf } from './draft';
import { expression } from './expressions';
import { testValue } from './operators';
import { statement, statements } from './statements';
import { typeValue } from './types';

/** A chain of `else if` is one statement of blocks that exclude each other; what they declare is seen in all of them. */
export function ifStatement(node: SyntaxNode, site: Site): void {
  const branches: SyntaxNode[] = [];
  let rest: SyntaxNode | null = node;
  while (rest?.type === 'if_statement') {
    branches.push(rest);
    rest = rest.childForFieldName('alternative');
  }
  const around = branches.some(branch => branch.childForFieldName('initializer') !== null)
    ? openBlock(site, node, { kind: 'plain', exhaustive: true })
    : site;
  const group = around.scope.groups++;
  const exhaustive = rest !== null;
  for (const branch of branches) {
    initialize(branch, around);
    const test = branch.childForFieldName('condition');
    const condition = test === null ? undefined : expression(test, around);
    const body = branch.childForFieldName('consequence');
    if (body !== null) statements(body, openBlock(around, body, { kind: 'then', group, exhaustive, condition }));
  }
  if (rest !== null) statements(rest, openBlock(around, rest, { kind: 'else', group, exhaustive }));
}

function initialize(node: SyntaxNode, site: Site): void {
  const initializer = node.childForFieldName('initializer');
  if (initializer !== null) statement(initializer, site);
}

export function forStatement(node: SyntaxNode, site: Site): void {
  const body = node.childForFieldName('body');
  const head = parts(node).find(part => part !== body && part.startIndex < (body?.startIndex ?? 0));
  if (body === null) return;
  if (head?.type === 'range_clause') {
    rangeLoop(node, head, body, site);
    return;
  }
  const inside = openBlock(site, node, {
    kind: 'loop',
    exhaustive: head === undefined,
    loop: { at: spanOf(node, site), body: spanOf(body, site) },
  });
  if (head?.type === 'for_clause') {
    const initializer = head.childForFieldName('initializer');
    if (initializer !== null) counted(initializer, inside);
    const update = head.childForFieldName('update');
    const condition = head.childForFieldName('condition');
    if (condition !== null) again(expression(condition, inside), inside);
    statements(body, inside);
    if (update !== null && initializer === null) statement(update, inside);
    return;
  }
  if (head !== undefined) again(expression(head, inside), inside);
  statements(body, inside);
}

/** Under what another round begins. */
function again(condition: Value, { scope, block }: Site): void {
  const opened = scope.blocks[block];
  if (opened?.loop !== undefined) scope.blocks[block] = { ...opened, loop: { ...opened.loop, again: condition } };
}

/** `i := 0` of a loop: a number of a range. */
function counted(initializer: SyntaxNode, site: Site): void {
  const names = listed(initializer.childForFieldName('left'));
  const values = listed(initializer.childForFieldName('right')).map(each => expression(each, site));
  if (initializer.type !== 'short_var_declaration') {
    statement(initializer, site);
    return;
  }
  names.forEach((name, index) => {
    const at = spanOf(name, site);
    const of = values[index] ?? scalar(name, site, 0);
    const over = rangeOf(of, site);
    declare(site, sourceOf(name, site), { kind: 'element', at, of: over, part: [], label: sourceOf(name, site) }, at);
  });
}

function rangeOf(first: Value, site: Site): Value {
  const at = first.at;
  const callee: Value = { kind: 'name', at, name: 'range', scope: site.scope.id };
  return { kind: 'call', at, callee, args: [{ value: first, at }], argsAt: at };
}

/** `for i, x := range xs`: x is an item; of a table, the value of a key. */
function rangeLoop(node: SyntaxNode, head: SyntaxNode, body: SyntaxNode, site: Site): void {
  const right = head.childForFieldName('right');
  const over = right === null ? undefined : expression(right, site);
  const inside = openBlock(site, node, { kind: 'loop' });
  const [key, item] = listed(head.childForFieldName('left'));
  if (over !== undefined) {
    if (key !== undefined && sourceOf(key, site) !== '_') {
      const at = spanOf(key, site);
      const label = sourceOf(key, site);
      declare(inside, label, { kind: 'element', at, of: rangeOf(over, site), part: [], label }, at);
    }
    if (item !== undefined) {
      const at = spanOf(item, site);
      const label = sourceOf(item, site);
      declare(inside, label, { kind: 'element', at, of: over, part: [], label }, at);
    }
  }
  const name = item === undefined ? undefined : sourceOf(item, site);
  const within = over === undefined ? inside : { ...inside, through: over };
  statements(body, over === undefined || name === undefined ? within : { ...within, round: { name, over } });
}

export function switchStatement(node: SyntaxNode, site: Site): void {
  const around = openBlock(site, node, { kind: 'plain', exhaustive: true });
  initialize(node, around);
  const subjectNode = node.childForFieldName('value');
  const subject = subjectNode === null ? undefined : expression(subjectNode, around);
  const cases = parts(node).filter(part => /_case$/.test(part.type));
  const exhaustive = cases.some(each => each.type === 'default_case');
  const group = around.scope.groups++;
  const alias = listed(node.childForFieldName('alias'))[0];
  for (const each of cases) {
    const condition = node.type === 'expression_switch_statement' ? caseCondition(each, subject, around) : undefined;
    const inside = openBlock(around, each, { kind: 'case', group, exhaustive, condition });
    if (alias !== undefined && subject !== undefined)
      declare(
        inside,
        sourceOf(alias, site),
        subject,
        { ...spanOf(each, site), end: each.startIndex },
        typeValue(fields(each, 'type')[0] ?? null, around),
      );
    caseBody(each, inside);
  }
}

function caseCondition(each: SyntaxNode, subject: Value | undefined, site: Site): Value | undefined {
  const values = fields(each, 'value')
    .flatMap(listed)
    .map(value => expression(value, site));
  if (values.length === 0) return undefined;
  const tests = subject === undefined ? values : values.map(value => testValue('equal', [subject, value], each, site));
  return tests.length === 1 ? tests[0] : testValue('or', tests, each, site);
}

function caseBody(node: SyntaxNode, site: Site): void {
  for (const part of parts(node)) if (part.type === 'statement_list') statements(part, site);
}

export function selectStatement(node: SyntaxNode, site: Site): void {
  const group = site.scope.groups++;
  for (const each of parts(node)) {
    const inside = openBlock(site, each, { kind: 'case', group, exhaustive: true });
    const communication = each.childForFieldName('communication');
    if (communication !== null) statement(communication, inside);
    caseBody(each, inside);
  }
}
