import { passedByStatement } from '../../passed-by-statement';
import { placeOf } from '../../place-of';
import type { Effect, Place } from '../../summary';
import type { SyntaxNode } from '../../syntax';
import type { Argument, Call, Value, ValueOf } from '../../values';
import { stepArgument, stepsOn } from './builders';
import { expression } from './expressions';
import { type Frame, type Kind, localKind, sourceOf, spanOf } from './frame';
import { argumentsOf } from './string-building';

/** A call whose value nobody takes: what it does to the variable that it is called on. True where that is all there is to read. */
function changed(frame: Frame, node: SyntaxNode): boolean {
  const found = stepsOn(frame, node);
  if (found === undefined) return false;
  const kind = kindOfVariable(frame, found.root);
  const place = placeOf(expression(frame, found.root));
  if (place === undefined || !place.exact || kind === undefined || kind === 'other') return false;
  const methods = found.steps.map(step => methodOf(frame, step));
  if (kind === 'text' && !methods.every(method => method === 'append')) return false;
  for (const step of found.steps) {
    const base = { at: spanOf(frame, step), block: frame.block, target: place.place };
    if (kind === 'text')
      for (const value of argumentsOf(frame, step)) frame.scope.effects.push({ ...base, kind: 'update', operator: '+', value });
    else
      for (const { name = '', value, at } of stepArgument(frame, step))
        frame.scope.effects.push({ ...base, at, kind: 'tell', name, value });
  }
  return true;
}

function kindOfVariable(frame: Frame, root: SyntaxNode): Kind | undefined {
  const name = sourceOf(frame, root).replace(/^this\s*\.\s*/, '');
  const local = root.type === 'identifier' ? localKind(frame, name) : undefined;
  return local ?? frame.type?.fields.get(name);
}

function methodOf(frame: Frame, step: SyntaxNode): string {
  const name = step.childForFieldName('name');
  return name === null ? '' : sourceOf(frame, name);
}

const DISTURBING: ReadonlySet<string> = new Set([
  'clear',
  'remove',
  'removeIf',
  'sort',
  'retainAll',
  'removeAll',
  'removeFirst',
  'removeLast',
]);

/** What a call does to the list, table or object that it is called on: `list.add(x)`, `map.put("k", v)`, `options.setModel(m)`. */
export function recordMutation(frame: Frame, call: Call, isDiscarded: boolean): void {
  if (call.callee.kind !== 'member') return;
  const { object, key } = call.callee;
  const found = placeOf(object);
  if (found === undefined || !found.exact) return;
  const base = { at: call.at, block: frame.block, target: found.place };
  frame.scope.effects.push(...(effectsOf(base, key, call.args) ?? setter(base, key, call.args, isDiscarded)));
}

type Base = { readonly at: Call['at']; readonly block: number; readonly target: Place };

function effectsOf(base: Base, key: string, args: readonly Argument[]): readonly Effect[] | undefined {
  const [first, second] = args.map(argument => argument.value);
  switch (key) {
    case 'add':
    case 'addLast':
    case 'addFirst':
      if (first === undefined) return undefined;
      if (second !== undefined && first.kind === 'text') return [itemSet(base, first, second)];
      if (second !== undefined) return [{ ...base, kind: isZero(first) ? 'prepend' : 'insert', value: second }];
      return [{ ...base, kind: key === 'addFirst' ? 'prepend' : 'append', value: first }];
    case 'addAll':
      return first === undefined ? undefined : second === undefined ? [{ ...base, kind: 'extend', value: first }] : [disturb(base, key)];
    case 'put':
    case 'putIfAbsent':
      if (first === undefined || second === undefined) return undefined;
      return [first.kind === 'text' ? itemSet(base, first, second) : disturb(base, 'one of its items is set')];
    // Jackson's and Gson's objects.
    case 'set':
    case 'addProperty':
      return first?.kind === 'text' && second !== undefined ? [itemSet(base, first, second)] : undefined;
    case 'putAll':
      return [disturb(base, key)];
    default:
      return DISTURBING.has(key) ? [disturb(base, key)] : undefined;
  }
}

function itemSet(base: Base, { text }: ValueOf<'text'>, value: Value): Effect {
  return { ...base, kind: 'assign', target: { ...base.target, path: [...base.target.path, text.text] }, value, declares: false };
}

function disturb(base: Base, how: string): Effect {
  return { ...base, kind: 'disturb', how };
}

function isZero(value: Value): boolean {
  return value.kind === 'scalar' && value.value === 0;
}

/** `options.setModel(m)` sets `options.model`. */
function setter(base: Base, key: string, args: readonly Argument[], isDiscarded: boolean): readonly Effect[] {
  const [, head, tail] = /^set(\p{Lu})(.*)$/u.exec(key) ?? [];
  const [only] = args;
  if (!isDiscarded || head === undefined || only === undefined || args.length !== 1 || base.target.root === 'self') return [];
  const target = { ...base.target, path: [...base.target.path, head.toLowerCase() + tail] };
  return [{ ...base, kind: 'assign', target, value: only.value, declares: false }];
}

/** The calls of a statement that change what they are called on. */
export function discarded(frame: Frame, node: SyntaxNode): void {
  if (changed(frame, node)) return;
  const value = expression(frame, node);
  if (value.kind !== 'call') return;
  recordMutation(frame, value, true);
  frame.scope.effects.push(...passedByStatement(value, frame.block, frame.scope));
}
