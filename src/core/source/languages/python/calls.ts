import type { SyntaxNode } from '../../syntax';
import type { Argument, Call, Value } from '../../values';
import { hole, isAside, parts, type Site, sourceOf, spanOf } from './draft';
import { expression, opaque } from './expressions';
import { mutation, type Use } from './mutations';

/** A call and what it does to the list or dictionary it is called on. */
export function lowerCall(node: SyntaxNode, site: Site, use: Use): Value {
  const { file } = site;
  const [callee, list] = parts(node, site);
  if (callee === undefined || list === undefined) return opaque(node, site, 'could not be parsed');
  const call: Call = {
    kind: 'call',
    at: spanOf(node, file),
    callee: expression(callee, site),
    args: lowerArguments(list, site),
    argsAt: spanOf(list, file),
  };
  file.calls.push({ call, scope: site.scope.id, block: site.block });
  mutation(call, site, use);
  return call;
}

export function lowerArguments(list: SyntaxNode, site: Site): readonly Argument[] {
  // `f(x for x in y)`: the brackets are the generator's own.
  if (list.type === 'generator_expression') return [{ value: expression(list, site), at: spanOf(list, site.file) }];
  const args: Argument[] = [];
  for (const child of list.namedChildren) {
    if (child === null || isAside(child, site.file)) continue;
    if (child.type === 'ERROR') unfinished(child, args, site);
    else args.push(argument(child, site));
  }
  return args;
}

/** `name=` with nothing behind it yet is read as a name and a stray `=`. */
function unfinished(node: SyntaxNode, args: Argument[], site: Site): void {
  const last = args.at(-1);
  if (last?.value.kind === 'name' && last.name === undefined && sourceOf(node, site.file) === '=') {
    const at = { ...last.at, end: node.endIndex };
    args[args.length - 1] = { name: last.value.name, value: hole({ ...at, start: at.end }, site.file, 'missing'), at };
  } else expression(node, site);
}

function argument(node: SyntaxNode, site: Site): Argument {
  const at = spanOf(node, site.file);
  if (node.type !== 'keyword_argument') return { value: expression(node, site), at };
  const [name, value] = parts(node, site);
  if (name === undefined || value === undefined) return { value: opaque(node, site, 'could not be parsed'), at };
  return { name: sourceOf(name, site.file), value: expression(value, site), at };
}
