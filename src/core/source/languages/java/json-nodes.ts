import { placeOf } from '../../place-of';
import type { Effect, Place } from '../../summary';
import type { SyntaxNode } from '../../syntax';
import type { Entry, Value } from '../../values';
import { expression } from './expressions';
import { type Frame, sourceOf, spanOf } from './frame';

/** Jackson's methods that put a new container into the one they are called on, and give the inner one. */
const OPENING: Readonly<Record<string, 'record' | 'list'>> = {
  putArray: 'list',
  putObject: 'record',
  addArray: 'list',
  addObject: 'record',
};

/** A container that a chain opens, with what the chain puts into it before it opens the next. */
interface Level {
  readonly node: SyntaxNode;
  readonly kind: 'record' | 'list';
  /** Its field in the container around; undefined in a list. */
  readonly key: string | undefined;
  readonly entries: readonly Entry[];
  readonly items: readonly Value[];
}

/** `body.put("a", 1).putArray("messages").addObject().put("role", "user")`: what is put into `body` itself, and what it opens. */
interface Chain {
  readonly root: Place;
  readonly rootSource: string;
  readonly own: readonly { readonly node: SyntaxNode; readonly key: string; readonly value: Value }[];
  readonly levels: readonly Level[];
}

/** A chain as the value of a variable, which is the innermost container, and how that gets into the one around. */
export interface OpenedVariable {
  readonly value: Value;
  /** The variable at the root of the chain, as written. */
  readonly root: string;
  attach(value: Value): Effect;
}

/** `ObjectNode user = messages.addObject();` Undefined where nothing is opened, or a part of it can't be followed. */
export function openedVariable(frame: Frame, node: SyntaxNode): OpenedVariable | undefined {
  const chain = chainOf(frame, node);
  const last = chain?.levels[chain.levels.length - 1];
  if (chain === undefined || last === undefined) return undefined;
  tellOwn(frame, chain);
  const value = containerOf(frame, last, undefined);
  return { value, root: chain.rootSource, attach: each => attached(frame, chain, each) };
}

const MADE: Readonly<Record<string, 'record' | 'list'>> = { createObjectNode: 'record', createArrayNode: 'list' };

/** `mapper.createObjectNode().put("role", "user")` Undefined where it is another call, or a part of it can't be followed. */
export function madeNode(frame: Frame, node: SyntaxNode): Value | undefined {
  const steps: SyntaxNode[] = [];
  for (let step: SyntaxNode | null = node; step?.type === 'method_invocation'; step = step.childForFieldName('object')) {
    const name = nameOf(frame, step);
    const kind = Object.hasOwn(MADE, name) ? MADE[name] : undefined;
    if (kind !== undefined && argumentsOf(step).length === 0) {
      const [level, ...others] = levelsOf(frame, steps, [{ node, kind, key: undefined, entries: [], items: [] }]) ?? [];
      return level === undefined || others.length > 0 ? undefined : containerOf(frame, level, undefined);
    }
    if (!PUTTING.test(name) || steps.length > MOST_STEPS) return undefined;
    steps.unshift(step);
  }
  return undefined;
}

/** `body.put("a", 1).put("b", 2).putArray("messages").addObject().put("role", "user");` True where all of it is read. */
export function changedNodes(frame: Frame, node: SyntaxNode): boolean {
  const chain = chainOf(frame, node);
  if (chain === undefined) return false;
  tellOwn(frame, chain);
  const last = chain.levels[chain.levels.length - 1];
  if (last !== undefined) frame.scope.effects.push(attached(frame, chain, containerOf(frame, last, undefined)));
  return true;
}

function chainOf(frame: Frame, node: SyntaxNode): Chain | undefined {
  const steps: SyntaxNode[] = [];
  let root = node;
  while (root.type === 'method_invocation') {
    const object = root.childForFieldName('object');
    if (object === null || steps.length > MOST_STEPS) return undefined;
    steps.unshift(root);
    root = object;
  }
  const names = steps.map(step => nameOf(frame, step));
  const first = names.findIndex(name => Object.hasOwn(OPENING, name));
  // One step by itself is a list's or a table's as well, and is read as theirs.
  if ((first < 0 && steps.length < 2) || !names.every(name => Object.hasOwn(OPENING, name) || PUTTING.test(name))) return undefined;
  if (root.type !== 'identifier' && root.type !== 'field_access') return undefined;
  const found = placeOf(expression(frame, root));
  const before = first < 0 ? steps : steps.slice(0, first);
  const own = before.map(step => fieldOf(frame, step));
  const levels = first < 0 ? [] : levelsOf(frame, steps.slice(first));
  if (found?.exact !== true || levels === undefined || own.some(each => each === undefined)) return undefined;
  return { root: found.place, rootSource: sourceOf(frame, root), own: own.flatMap(each => each ?? []), levels };
}

const PUTTING = /^(?:put|set|add)$/;

/** Longer ones are nobody's. */
const MOST_STEPS = 40;

function levelsOf(frame: Frame, steps: readonly SyntaxNode[], around: readonly Level[] = []): readonly Level[] | undefined {
  const levels = [...around];
  for (const step of steps) {
    const name = nameOf(frame, step);
    const kind = Object.hasOwn(OPENING, name) ? OPENING[name] : undefined;
    const level = levels[levels.length - 1];
    if (kind !== undefined) {
      const key = name.startsWith('put') ? keyOf(frame, step) : undefined;
      if (name.startsWith('put') && key === undefined) return undefined;
      levels.push({ node: step, kind, key, entries: [], items: [] });
      continue;
    }
    if (level === undefined) return undefined;
    const field = level.kind === 'record' ? fieldOf(frame, step) : undefined;
    const [item, ...others] = argumentsOf(step).map(each => expression(frame, each));
    if (field !== undefined) {
      const entry = { key: field.key, value: field.value, at: field.value.at };
      levels[levels.length - 1] = { ...level, entries: [...level.entries, entry] };
    } else if (level.kind === 'list' && item !== undefined && others.length === 0)
      levels[levels.length - 1] = { ...level, items: [...level.items, item] };
    else return undefined;
  }
  return levels;
}

function fieldOf(frame: Frame, step: SyntaxNode): { readonly node: SyntaxNode; readonly key: string; readonly value: Value } | undefined {
  const key = keyOf(frame, step);
  const [, second, ...others] = argumentsOf(step);
  if (key === undefined || second === undefined || others.length > 0 || nameOf(frame, step) === 'add') return undefined;
  return { node: step, key, value: expression(frame, second) };
}

function keyOf(frame: Frame, step: SyntaxNode): string | undefined {
  const [first] = argumentsOf(step);
  const key = first?.type === 'string_literal' ? expression(frame, first) : undefined;
  return key?.kind === 'text' ? key.text.text : undefined;
}

function argumentsOf(step: SyntaxNode): readonly SyntaxNode[] {
  const list = step.childForFieldName('arguments');
  return list === null
    ? []
    : list.namedChildren.filter(child => child !== null && !child.type.endsWith('_comment')).filter(child => child !== null);
}

function nameOf(frame: Frame, step: SyntaxNode): string {
  const name = step.childForFieldName('name');
  return name === null ? '' : sourceOf(frame, name);
}

function tellOwn(frame: Frame, { root, own }: Chain): void {
  for (const { node, key, value } of own)
    frame.scope.effects.push({
      ...{ kind: 'assign', at: spanOf(frame, node), block: frame.block, declares: false },
      target: { ...root, path: [...root.path, key] },
      value,
    });
}

function containerOf(
  frame: Frame,
  { node, kind, entries, items }: Level,
  inner: { readonly key: string | undefined; readonly value: Value } | undefined,
): Value {
  const at = spanOf(frame, node);
  if (kind === 'list') return { kind, at, items: inner === undefined ? items : [...items, inner.value] };
  return {
    kind,
    at,
    entries: inner?.key === undefined ? entries : [...entries, { key: inner.key, value: inner.value, at: inner.value.at }],
  };
}

/** What the outermost container that is opened does to the root, with a value in place of the innermost. */
function attached(frame: Frame, { root, levels }: Chain, innermost: Value): Effect {
  const value = levels
    .slice(0, -1)
    .reduceRight((inner, level, index) => containerOf(frame, level, { key: levels[index + 1]?.key, value: inner }), innermost);
  const base = { at: value.at, block: frame.block } as const;
  const key = levels[0]?.key;
  if (key === undefined) return { ...base, kind: 'append', target: root, value };
  return { ...base, kind: 'assign', target: { ...root, path: [...root.path, key] }, value, declares: false };
}
