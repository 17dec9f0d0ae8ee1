import type { Span } from '../../span';
import type { SyntaxNode } from '../../syntax';
import type { Argument, Call, Value } from '../../values';
import { markListeners } from './event-handlers';
import { expectType } from './expected-types';
import { lowerValue } from './expressions';
import { type Frame, isComment, sourceOf, spanOf } from './frame';
import { spanEndingIn } from './functions';
import { hole } from './holes';
import { recordMutation } from './mutations';
import { lowerItem } from './objects';
import { settled } from './promises';
import { lowerTagged } from './templates';

export function lowerCall(frame: Frame, node: SyntaxNode): Value {
  const callee = node.childForFieldName('function');
  const args = node.childForFieldName('arguments');
  if (callee === null) return hole(frame, node, 'it could not be parsed');
  if (args !== null && frame.file.text[args.startIndex] === '`') return lowerTagged(frame, node, callee, args);
  const awaited =
    args !== null && callee.type === 'identifier' && sourceOf(frame, callee) === 'await' ? lowerAwaited(frame, args) : undefined;
  if (awaited !== undefined) return awaited;
  const call = record(frame, node, callee, args);
  recordMutation(frame, call);
  return settled(frame, call) ?? call;
}

/** `await (0, ai.generateText)(…)`: the grammar of JavaScript takes what stands behind `await` for arguments of a function of this name. */
function lowerAwaited(frame: Frame, args: SyntaxNode): Value | undefined {
  const values = args.namedChildren.flatMap(child => (child === null || isComment(frame, child) ? [] : [lowerValue(frame, child)]));
  return values[values.length - 1];
}

export function lowerNew(frame: Frame, node: SyntaxNode): Value {
  const callee = node.childForFieldName('constructor');
  if (callee === null) return hole(frame, node, 'it could not be parsed');
  return record(frame, node, callee, node.childForFieldName('arguments'), ownClass(frame, callee));
}

/** `new this(options)`, in a static method: an object of the class itself. */
function ownClass(frame: Frame, callee: SyntaxNode): Value | undefined {
  const { self } = frame.scope;
  return callee.type === 'this' && typeof self === 'number' ? { kind: 'class', at: spanOf(frame, callee), scope: self } : undefined;
}

function record(frame: Frame, node: SyntaxNode, calleeNode: SyntaxNode, argsNode: SyntaxNode | null, made?: Value): Call {
  const at = spanOf(frame, node);
  const callee = made ?? lowerValue(frame, calleeNode);
  const args: Argument[] = [];
  for (const child of argsNode?.namedChildren ?? []) {
    if (child === null || isComment(frame, child)) continue;
    const value = lowerItem(frame, child);
    expectType(frame, value, { of: callee, argument: args.length, path: [] });
    args.push({ value, at: spanEndingIn(frame, child, child, value) });
  }
  // `new X` has no parentheses: an empty span stands where they would.
  const argsAt: Span = argsNode === null ? { uri: at.uri, start: at.end, end: at.end } : spanOf(frame, argsNode);
  const call: Call = { kind: 'call', at, callee, args, argsAt };
  frame.file.calls.push({ call, scope: frame.scope.id, block: frame.block });
  passItems(frame, call);
  passLoaded(frame, call);
  markListeners(frame, call);
  return call;
}

/** Methods of arrays that call a function with each item. */
const iterating: ReadonlySet<string> = new Set(['map', 'forEach', 'flatMap', 'filter', 'find', 'some', 'every', 'reduce']);

/** `models.map(model => …)`: the callback's first parameter is an item of the array; that of `reduce` is what it made so far. */
function passItems(frame: Frame, { callee, args }: Call): void {
  const callback = args[0]?.value;
  if (callee.kind !== 'member' || !iterating.has(callee.key) || callback?.kind !== 'function') return;
  const params = frame.file.scopes[callback.scope]?.params;
  const place = callee.key === 'reduce' ? 1 : 0;
  const item = params?.[place];
  if (params === undefined || item === undefined || item.collects !== undefined) return;
  const passed = { kind: 'element', at: item.at, of: callee.object, part: [], label: item.name } as const;
  params[place] = { ...item, passed };
}

/** `import('m').then(({ default: load }) => …)`: what is loaded when it is first needed is passed to the callback. */
function passLoaded(frame: Frame, { callee, args }: Call): void {
  const callback = args[0]?.value;
  if (callee.kind !== 'member' || callee.key !== 'then' || callback?.kind !== 'function') return;
  const { object } = callee;
  if (object.kind !== 'call' || object.callee.kind !== 'name' || object.callee.name !== 'import') return;
  const params = frame.file.scopes[callback.scope]?.params;
  const [first] = params ?? [];
  if (params !== undefined && first !== undefined && first.collects === undefined) params[0] = { ...first, loaded: object };
}
