import type { Span } from '../../span';
import type { SyntaxNode } from '../../syntax';
import type { Value, ValueOf } from '../../values';
import { hole, MAX_DEPTH, nextGroup, openBlock, parts, type Site, sourceOf, spanOf } from './draft';
import { expression } from './expressions';
import { maybe } from './operators';

/** `[item for x in y]`: any number of items, or one for each item of a list that turns out to be known. */
export function comprehension(node: SyntaxNode, site: Site): Value {
  const at = spanOf(node, site.file);
  const [item, ...clauses] = parts(node, site);
  if (item === undefined) return { kind: 'list', at, items: [] };
  const loop = overLoops(node, clauses, site);
  const value = expression(item, loop.inside);
  const over = loop.over === undefined ? {} : { over: loop.over, ...(loop.conditions.length > 0 && { filtered: true as const }) };
  const unordered = node.type === 'set_comprehension' ? { unordered: at } : {};
  return { kind: 'list', at, items: [{ kind: 'repeat', at: value.at, item: value, ...over }], ...unordered };
}

/**
 * `{k: v for k, v in table.items() if v is not None}` is the table, perhaps with less in it; any other one has an entry for each round
 * of its loop.
 */
export function dictionaryComprehension(node: SyntaxNode, site: Site): Value {
  const at = spanOf(node, site.file);
  const [item, ...clauses] = parts(node, site);
  const loop = overLoops(node, clauses, site);
  const pair = item === undefined ? [] : parts(item, site).map(part => expression(part, loop.inside));
  const table = tableOf(loop.over, pair);
  if (table === undefined) return entryForEach(at, pair, loop, site);
  // Nobody sends what is None; any other condition may leave out anything.
  const value = parts(item ?? node, site)[1];
  const valueName = value === undefined ? '' : sourceOf(value, site.file);
  const drops = loop.conditions.some(condition => !/^(\w+)(?: is not None)?$/.test(condition) || condition.split(' ')[0] !== valueName);
  const filled = loop.conditions.length > 0 && !drops ? { filled: true as const } : {};
  const spread: Value = { kind: 'spread', at: table.at, value: table, ...filled };
  return { kind: 'record', at, entries: [{ value: drops ? { kind: 'optional', at, item: spread } : spread, at }] };
}

function entryForEach(at: Span, [key, value]: readonly Value[], { over, conditions }: Loops, { file }: Site): Value {
  const built = hole(at, file, 'built in a loop');
  if (over === undefined || key === undefined || value === undefined) return built;
  const entry = { value: { kind: 'spread', at, value: built }, computed: { key, value }, at } as const;
  const filtered = conditions.length > 0 ? { filtered: true as const } : {};
  const repeat: Value = { kind: 'repeat', at, item: { kind: 'record', at, entries: [entry] }, over, ...filtered };
  return { kind: 'record', at, entries: [{ value: { kind: 'spread', at, value: repeat }, at }] };
}

/** The table whose keys and values a comprehension repeats as they are. */
function tableOf(over: Value | undefined, [key, value]: readonly Value[]): Value | undefined {
  const rows = over?.kind === 'call' && over.callee.kind === 'member' && over.callee.key === 'items' ? over.callee.object : undefined;
  return isPart(key, over, 0) && isPart(value, over, 1) ? rows : undefined;
}

function isPart(value: Value | undefined, over: Value | undefined, part: number): boolean {
  return value?.kind === 'element' && value.of === over && value.part.length === 1 && value.part[0] === part;
}

interface Loops {
  /** Where the item is evaluated. */
  readonly inside: Site;
  /** What is looped over, if there is one loop only. */
  readonly over: Value | undefined;
  readonly conditions: readonly string[];
}

function overLoops(node: SyntaxNode, clauses: readonly SyntaxNode[], site: Site): Loops {
  const names = new Map(site.loopVariables);
  const block = openBlock(maybe(site), 'comprehension', node, nextGroup(site), false);
  const inside: Site = { ...block, loopVariables: names };
  const conditions: string[] = [];
  const loops: Value[] = [];
  for (const clause of clauses) {
    const [first, iterable] = parts(clause, site);
    if (first === undefined) continue;
    if (clause.type !== 'for_in_clause' || iterable === undefined) {
      expression(first, inside);
      conditions.push(sourceOf(first, site.file));
      continue;
    }
    // The first iterable is evaluated once, outside.
    const of = expression(iterable, loops.length === 0 ? site : inside);
    loops.push(of);
    bindNames(first, { kind: 'element', at: spanOf(first, site.file), of, part: [], label: sourceOf(first, site.file) }, site, names);
  }
  return { inside, over: loops.length === 1 ? loops[0] : undefined, conditions };
}

function bindNames(target: SyntaxNode, value: ValueOf<'element'>, site: Site, into: Map<string, Value>): void {
  if (target.type === 'identifier') into.set(sourceOf(target, site.file), { ...value, label: sourceOf(target, site.file) });
  if (!/pattern|^tuple$|^list$|^parenthesized/.test(target.type) || site.file.depth >= MAX_DEPTH) return;
  site.file.depth++;
  const inner = parts(target, site);
  const star = inner.findIndex(part => part.type.startsWith('list_splat'));
  inner.forEach((part, index) => {
    const known = star === -1 || index < star;
    // What stands at or behind a star has no fixed place.
    const of = known ? value.of : hole(spanOf(part, site.file), site.file, 'unpacked from a value of unknown length');
    bindNames(part, { ...value, of, part: [...value.part, index] }, site, into);
  });
  site.file.depth--;
}
