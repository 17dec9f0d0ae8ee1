import { placeOf } from '../../place-of';
import type { SyntaxNode } from '../../syntax';
import type { Call } from '../../values';
import { parts, type Site, sourceOf } from './draft';
import { ownTypeName } from './types';

/** Packages whose functions only read what they are handed. */
const READING = /^(?:fmt|log|slog|errors|strings|context|http)\./;

/** `opt(cfg)`, `load(&cfg)`: what a function gets a pointer to is what it leaves there afterwards. */
export function handedOver(list: SyntaxNode, call: Call, site: Site): void {
  if (call.callee.kind === 'member' && call.callee.object.kind === 'name' && READING.test(`${call.callee.object.name}.`)) return;
  parts(list).forEach((node, place) => {
    const value = call.args[place]?.value;
    const { round } = site;
    const isOption = round !== undefined && calledBy(call) === round.name;
    // An option is made to set something: what a function gave is a pointer then, too (`cfg := defaults()`).
    const isPassed = isPointer(node, site) || (isOption && node.type === 'identifier');
    const found = value !== undefined && isPassed ? placeOf(value) : undefined;
    if (found?.exact !== true || (found.place.root === 'self' && found.place.path.length === 0)) return;
    const forEach = isOption ? { forEach: round.over } : {};
    site.scope.effects.push({ kind: 'pass', at: call.at, block: site.block, target: found.place, value: call, place, ...forEach });
  });
}

/** `cli.StringFlag{Destination: &model}`, `serpent.Option{Value: serpent.StringOf(&model)}`: what holds a pointer may set what it points at. */
export function heldBy(body: SyntaxNode, made: Call, site: Site): void {
  for (const part of parts(body)) {
    const place = made.args.findIndex(({ at }) => at.start === part.startIndex);
    const node = part.type === 'keyed_element' ? part.childForFieldName('value') : part;
    const [inner] = node?.type === 'literal_element' ? parts(node) : [];
    const value = made.args[place]?.value;
    if (inner === undefined || value === undefined) continue;
    const list = inner.type === 'call_expression' ? inner.childForFieldName('arguments') : null;
    const all =
      list === null || value.kind !== 'call'
        ? [{ node: inner, value }]
        : parts(list).map((each, index) => ({ node: each, value: value.args[index]?.value }));
    for (const each of all) {
      const found =
        each.node.type === 'unary_expression' && each.value !== undefined && isPointer(each.node, site) ? placeOf(each.value) : undefined;
      if (found?.exact !== true || (found.place.root === 'self' && found.place.path.length === 0)) continue;
      site.scope.effects.push({ kind: 'pass', at: made.at, block: site.block, target: found.place, value: made, place });
    }
  }
}

/** `opt(cfg)`, `opt.apply(cfg)`: opt. */
function calledBy({ callee }: Call): string | undefined {
  const root = callee.kind === 'member' ? callee.object : callee;
  return root.kind === 'name' ? root.name : undefined;
}

function isPointer(node: SyntaxNode, site: Site): boolean {
  if (node.type === 'unary_expression')
    return site.file.text[node.startIndex] === '&' && node.childForFieldName('operand')?.type !== 'composite_literal';
  return node.type === 'identifier' && site.scope.pointers.has(sourceOf(node, site));
}

/** `&T{…}`, `new(T)`: the struct's name; empty where it is another package's. Undefined: no pointer to a struct. */
export function pointedAt(node: SyntaxNode | undefined, site: Site): string | undefined {
  const operand = node?.type === 'unary_expression' ? node.childForFieldName('operand') : null;
  if (operand?.type === 'composite_literal' && site.file.text[node?.startIndex ?? 0] === '&')
    return ownTypeName(operand.childForFieldName('type'), site) ?? '';
  if (node?.type !== 'call_expression' || sourceOf(node.childForFieldName('function'), site) !== 'new') return undefined;
  return ownTypeName(parts(node.childForFieldName('arguments'))[0] ?? null, site) ?? '';
}

/** The struct of the package that a parameter points at. A variable's own literal says what it holds. */
export function pointedAtBy(name: string, { scope, file }: Site): string | undefined {
  const isParam = scope.params.some(param => param.name === name);
  const owner = isParam ? scope.pointers.get(name) : undefined;
  return owner === undefined || owner === '' || file.renamed.has(owner) ? undefined : owner;
}
