import type { Span } from '../../span';
import type { SyntaxNode } from '../../syntax';
import type { Argument, Call, Value } from '../../values';
import { hole, parts, type Site, sourceOf, spanOf } from './draft';
import { expression, opaque } from './expressions';
import { recordMutation } from './mutations';
import { identifier } from './names';
import { typeArguments } from './types';

/** How a call's type arguments are named among its arguments: `Get<T>()` has one. */
const TYPE_ARGUMENT = '<T>';

/** A call, and what it does to the list or text it is called on. `callee` and `at` are given where the grammar splits them off (`x?.F()`). */
export function invocation(node: SyntaxNode, site: Site, callee?: Value, at = spanOf(node, site)): Value {
  const fn = node.childForFieldName('function');
  const list = node.childForFieldName('arguments');
  if (fn === null || list === null) return opaque(node, site, 'could not be parsed');
  if (fn.type === 'identifier' && sourceOf(fn, site) === 'nameof') return nameOf(node, list, site);
  const name = fn.type === 'member_access_expression' ? fn.childForFieldName('name') : fn;
  const types = name === null ? [] : typeArguments(name, site);
  const value = callee ?? calleeOf(fn, site);
  return pushCall(site, {
    kind: 'call',
    at,
    callee: value,
    args: [...argumentsOf(list, site), ...named(types)],
    argsAt: spanOf(list, site),
  });
}

function calleeOf(fn: SyntaxNode, site: Site): Value {
  if (fn.type === 'identifier') return identifier(fn, site, true);
  const plain = fn.type === 'generic_name' ? fn.firstNamedChild : null;
  return plain === null ? expression(fn, site) : identifier(plain, site, true);
}

function named(types: readonly Value[]): readonly Argument[] {
  return types.map(value => ({ name: TYPE_ARGUMENT, value, at: value.at }));
}

/** Notes a call with the place it stands in. */
export function pushCall(site: Site, call: Call): Call {
  site.file.calls.push({ call, scope: site.scope.id, block: site.block });
  passItems(site, call);
  recordMutation(call, site);
  return call;
}

export function argumentsOf(list: SyntaxNode, site: Site): readonly Argument[] {
  return parts(list, site).flatMap((child): readonly Argument[] => {
    const at = spanOf(child, site);
    if (child.type === 'ERROR') {
      opaque(child, site, 'could not be parsed');
      return [];
    }
    if (child.type !== 'argument' && child.type !== 'attribute_argument') return [{ value: expression(child, site), at }];
    const name = child.childForFieldName('name');
    const value = parts(child, site).find(part => part.startIndex !== name?.startIndex || part.endIndex !== name.endIndex);
    const lowered = value === undefined ? hole({ ...at, start: at.end }, site, 'missing') : expression(value, site);
    return [{ ...(name === null ? {} : { name: sourceOf(name, site) }), value: lowered, at }];
  });
}

/** `nameof(x.Model)` is the text "Model". */
function nameOf(node: SyntaxNode, list: SyntaxNode, site: Site): Value {
  const at = spanOf(node, site);
  const source = parts(list, site)[0];
  const last = source === undefined ? undefined : /(?<!\w)\w+$/.exec(sourceOf(source, site));
  if (source === undefined || last === null || last === undefined) return hole(at, site, 'a name');
  const start = source.endIndex - last[0].length;
  return {
    kind: 'text',
    at,
    text: { text: last[0], uri: at.uri, runs: [{ at: 0, length: last[0].length, source: start, sourceLength: last[0].length }] },
  };
}

/** Methods that call a function with each item of their object. */
const ITERATING: ReadonlySet<string> = new Set([
  'Select',
  'SelectMany',
  'Where',
  'ForEach',
  'Any',
  'All',
  'First',
  'FirstOrDefault',
  'OrderBy',
]);
/** `Parallel.ForEachAsync(items, …)` hands them over as its first argument. */
const PARALLEL: ReadonlySet<string> = new Set(['ForEach', 'ForEachAsync']);

/** `names.Select(name => …)`: the callback's first parameter is an item of the list. */
function passItems({ file }: Site, { callee, args }: Call): void {
  if (callee.kind !== 'member') return;
  const overFirst = PARALLEL.has(callee.key) && callee.object.kind === 'name' && callee.object.name === 'Parallel';
  const callback = (overFirst ? args.at(-1) : args[0])?.value;
  const over = overFirst ? args[0]?.value : callee.object;
  if (over === undefined || callback?.kind !== 'function' || !(overFirst || ITERATING.has(callee.key))) return;
  const scope = file.scopes[callback.scope];
  const [first, ...others] = scope?.params ?? [];
  if (scope === undefined || first === undefined) return;
  scope.params = [{ ...first, passed: { kind: 'element', at: first.at, of: over, part: [], label: first.name } }, ...others];
}

/** A span behind which nothing stands: where a call has no brackets. */
export function endOf(at: Span): Span {
  return { ...at, start: at.end };
}
