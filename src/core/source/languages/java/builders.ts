import type { SyntaxNode } from '../../syntax';
import type { Argument, Value } from '../../values';
import { looksLikeClass, lowerArguments, recorded, stepSpan } from './calls';
import { expression } from './expressions';
import { type Frame, partsOf, sourceOf, spanOf } from './frame';
import { classValue } from './types';

const MAKERS = /^(?:new|agent)?[bB]uilder$/;

/**
 * `X.builder().model(m).maxTokens(5).build()` is what it does: X, made with arguments by name. Without `build()` it is the builder,
 * which other statements may tell more. Undefined: no such chain begins it.
 */
export function builderChain(frame: Frame, node: SyntaxNode): Value | undefined {
  const chain = chainOf(node);
  const root = chain[0]?.childForFieldName('object') ?? null;
  const isNew = root?.type === 'object_creation_expression' && isBuilderType(frame, root);
  const first = chain[0];
  const isMade = first !== undefined && root !== null && isMaker(frame, first, root);
  if (root === null || first === undefined || (!isNew && !isMade)) return undefined;
  const from = isNew ? 0 : 1;
  const end = chain.findIndex((each, index) => index >= from && isBuild(frame, each));
  // What is called on the finished object is a call like any other.
  if (end !== -1 && end < chain.length - 1) return undefined;
  const steps = chain.slice(from, end === -1 ? chain.length : end);
  const callee = isNew ? newBuilder(frame, root) : expression(frame, root);
  if (callee === undefined) return undefined;
  const given = isNew ? root.childForFieldName('arguments') : first.childForFieldName('arguments');
  const last = steps.at(-1) ?? (isNew ? root : first);
  const argsAt = { uri: frame.file.uri, start: (isNew ? root : first).endIndex, end: last.endIndex };
  const args = [...(given === null ? [] : lowerArguments(frame, given)), ...steps.flatMap(step => stepArgument(frame, step))];
  const name = first.childForFieldName('name');
  const makerKey = isNew ? 'builder' : name === null ? 'builder' : sourceOf(frame, name);
  const builder: Value =
    isNew && callee.kind !== 'member'
      ? callee
      : { kind: 'member', at: callee.at, object: isNew && callee.kind === 'member' ? callee.object : callee, key: makerKey };
  if (end === -1) return recorded(frame, { kind: 'call', at: spanOf(frame, node), callee: builder, args, argsAt, chained: true });
  return recorded(frame, {
    kind: 'call',
    at: spanOf(frame, node),
    callee: isNew ? finished(builder, callee, frame, node) : callee,
    args,
    argsAt,
    chained: true,
  });
}

/** `new OpenAIClientBuilder()….buildClient()` is what the builder builds; of `new X.Builder()` it is X. */
function finished(builder: Value, callee: Value, frame: Frame, node: SyntaxNode): Value {
  if (builder !== callee && builder.kind === 'member') return builder.object;
  const name = node.childForFieldName('name');
  return { kind: 'member', at: callee.at, object: callee, key: name === null ? 'build' : sourceOf(frame, name) };
}

/** The calls of a chain, the innermost first. */
function chainOf(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let each: SyntaxNode | null = node; each?.type === 'method_invocation'; each = each.childForFieldName('object')) found.push(each);
  return found.reverse();
}

function isMaker(frame: Frame, call: SyntaxNode, object: SyntaxNode): boolean {
  const name = call.childForFieldName('name');
  return name !== null && MAKERS.test(sourceOf(frame, name)) && looksLikeClass(frame, object);
}

function isBuilderType(frame: Frame, created: SyntaxNode): boolean {
  const type = created.childForFieldName('type');
  return type !== null && /Builder(?:<.*>)?$/s.test(sourceOf(frame, type)) && !/\bString(?:Builder|Buffer)$/.test(sourceOf(frame, type));
}

/** `new ChatClient.Builder()`: the builder of ChatClient, as a member of it. */
function newBuilder(frame: Frame, created: SyntaxNode): Value | undefined {
  const type = created.childForFieldName('type');
  return type === null ? undefined : classValue(frame, type);
}

function isBuild(frame: Frame, call: SyntaxNode): boolean {
  const name = call.childForFieldName('name');
  const list = call.childForFieldName('arguments');
  return name !== null && /^build(?:$|\p{Lu})/u.test(sourceOf(frame, name)) && (list === null || partsOf(frame, list).length === 0);
}

/** One method of a builder as an argument by its name: several arguments are a list, none says that something is on. */
export function stepArgument(frame: Frame, step: SyntaxNode): readonly Argument[] {
  const name = step.childForFieldName('name');
  const list = step.childForFieldName('arguments');
  if (name === null || list === null) return [];
  const at = stepSpan(frame, name, step);
  const args = lowerArguments(frame, list);
  const [only] = args;
  const value: Value =
    only !== undefined && args.length === 1
      ? only.value
      : args.length === 0
        ? { kind: 'scalar', at, value: true }
        : { kind: 'list', at: spanOf(frame, list), items: args.map(each => each.value) };
  return [{ name: sourceOf(frame, name), value, at }];
}

/** The steps of `b.model(m).maxTokens(5);` on a variable, which it changes. Undefined: it is called on something else. */
export function stepsOn(frame: Frame, node: SyntaxNode): { readonly root: SyntaxNode; readonly steps: readonly SyntaxNode[] } | undefined {
  const steps = chainOf(node);
  const root = steps[0]?.childForFieldName('object') ?? null;
  const isVariable = root?.type === 'identifier' || (root?.type === 'field_access' && sourceOf(frame, root).startsWith('this.'));
  return root === null || !isVariable ? undefined : { root, steps };
}
